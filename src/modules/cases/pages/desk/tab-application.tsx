import { textIn } from '#kernel/locale.ts';
import { askedQuestions, type Question } from '#modules/catalogue/index.ts';
import { Section, Summary, type SummaryRow, Tag } from '#ui/index.ts';
import { Answer, labelOf } from '../portal/answer-text.tsx';
import { type CaseProps, dayText, wordsOf } from './case-props.ts';
import { Pane } from './pane.tsx';
import { Corrected, lastAnswer } from './corrected.tsx';
import { nameOfPath } from './paper-names.ts';

/** The answers in the order they were asked, with what was flagged and what a correction has changed. */
export function ApplicationTab(props: CaseProps) {
  const { file, situation } = props.data;
  const { language } = props.act;
  const words = wordsOf(props).form;
  const asked = askedQuestions(situation.item, file.answers);
  const sections = situation.item.sections.filter(({ key }) => asked.some((question) => question.section === key));
  const unsorted = asked.filter(({ section }) => !sections.some(({ key }) => key === section));
  return (
    <Pane label={wordsOf(props).tabs.application}>
      <OpenCorrection {...props} />
      <Corrected {...props} />
      {asked.length === 0 && <p class="muted">{words.nothing}</p>}
      {sections.map((section) => (
        <Section key={section.key} title={textIn(section.name, language)}>
          <Summary rows={asked.filter((question) => question.section === section.key).map((question) => rowOf(question, props))} />
        </Section>
      ))}
      {unsorted.length > 0 && <Summary rows={unsorted.map((question) => rowOf(question, props))} />}
      <Section title={words.delivery}>
        <Summary rows={deliveryRows(props)} />
      </Section>
    </Pane>
  );
}

function rowOf(question: Question, props: CaseProps): SummaryRow {
  const { file, log } = props.data;
  const words = wordsOf(props).form;
  const path = `answers.${question.key}`;
  const flag = file.state === 'correction' ? file.correction?.flags.find((one) => one.path === path) : undefined;
  const isChanged = (lastAnswer(log)?.detail['changed'] as string[] | undefined)?.includes(path) ?? false;
  return {
    label: labelOf(question, props.act.language),
    value: <Answer question={question} value={file.answers[question.key]} language={props.act.language} />,
    ...(flag ? { source: <Tag tone="hold">{`${words.flagged}: ${flag.note}`}</Tag> } : {}),
    ...(isChanged && !flag ? { action: <Tag tone="info">{words.changed}</Tag> } : {}),
  };
}

function deliveryRows(props: CaseProps): SummaryRow[] {
  const { delivery } = props.data.file;
  const words = wordsOf(props).form;
  const to = [delivery.name, delivery.address].filter(Boolean).join(' · ');
  return [{ label: words.way, value: delivery.way && words.ways[delivery.way], ...(to ? { source: to } : {}) }];
}

/** What the applicant has been asked for and has not answered yet. */
function OpenCorrection(props: CaseProps) {
  const { file } = props.data;
  const words = wordsOf(props);
  if (file.state !== 'correction' || !file.correction) return null;
  const { askedBy, dueOn, flags, note } = file.correction;
  return (
    <Section title={words.form.flagged}>
      <p>{words.corrected.open(askedBy, dayText(dueOn, props))}</p>
      {note && <p class="lines">{note}</p>}
      <Summary rows={flags.map((flag) => ({ label: nameOfPath(flag.path, props), value: flag.note }))} />
    </Section>
  );
}
