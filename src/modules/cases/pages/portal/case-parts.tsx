import type { Act } from '#kernel/endpoint.ts';
import { askedQuestions, neededSlots } from '#modules/catalogue/index.ts';
import { Button, Details, Form, Rows, type Row, Section, Summary, TextArea, usePage } from '#ui/index.ts';
import { actsNow } from '../../actions/read.ts';
import { casesWords } from '../../locales/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { Answer, labelOf } from './answer-text.tsx';
import type { CasePage } from './case.tsx';
import { KeptFiles } from './kept-files.tsx';
import { casePath, guidePath } from './links.ts';
import { fillingOf, paperName } from './papers.ts';

type Part = { data: CasePage };

/** What the office has issued, newest first. */
export function Papers({ data: { file, issued } }: Part) {
  const { language } = usePage();
  const words = portalWords(language).case;
  const kinds = [...new Set(issued.map(({ kind }) => kind))].reverse();
  if (kinds.length === 0) return null;
  return (
    <Section title={words.papers}>
      <Rows rows={kinds.map((kind) => ({ title: words.issued[kind], href: casePath(language, file.caseNo, `/papers/${kind}`) }))} />
    </Section>
  );
}

/** What was sent, as it was sent. */
export function Given({ data: { file, situation, files } }: Part) {
  const { language } = usePage();
  const words = portalWords(language);
  const { item } = situation;
  const papers = neededSlots(item, file.answers).flatMap((paper) => {
    const found = (fillingOf(file.slots, paper)?.fileIds ?? []).flatMap((fileId) => files.get(fileId) ?? []);
    const isDeclared = fillingOf(file.slots, paper)?.committed === true;
    return found.length > 0 || isDeclared ? [{ name: paperName(paper, { item, answers: file.answers, language }), found, isDeclared }] : [];
  });
  return (
    <Details summary={words.case.sent} icon="doc">
      <Summary
        look="narrow"
        rows={askedQuestions(item, file.answers).map((question) => ({
          label: labelOf(question, language),
          value: <Answer question={question} value={file.answers[question.key]} language={language} />,
        }))}
      />
      {papers.map(({ name, found, isDeclared }) => (
        <div key={name} class="mt-4">
          <h3>{name}</h3>
          {isDeclared && <p>{words.papers.declared}</p>}
          <KeptFiles files={found} />
        </div>
      ))}
    </Details>
  );
}

/** Everything else one can do with it. */
export function Others({ data, act }: Part & { act: Act }) {
  const { language } = act;
  const words = portalWords(language).case;
  const { file, situation, rating } = data;
  const may = actsNow(act.actor, file, situation);
  const isGranted = file.outcome === 'approved' || file.outcome === 'partly';
  const rows: Row[] = [
    ...(isGranted && file.decidedAt ? [{ title: words.delivery, href: casePath(language, file.caseNo, '/delivery') }] : []),
    ...(may.includes('rate') && !rating ? [{ title: words.rate, href: casePath(language, file.caseNo, '/rate') }] : []),
    { title: words.guide, href: guidePath(language, file.itemCode) },
    { title: words.whoLooked, href: `/${language}/my/views` },
  ];
  return (
    <Section title={words.others}>
      {rating && <p>{words.rated(casesWords(language).grades[rating.grade - 1] ?? '')}</p>}
      <Rows rows={rows} />
      {may.includes('withdraw') && (
        <Details summary={words.withdraw} icon="cross">
          <p>{words.withdrawWarn}</p>
          <Form act="withdraw" hidden={{ version: file.version }}>
            <TextArea name="reason" label={words.withdrawReason} rows={2} optional />
            <p class="mt-4">
              <Button look="danger">{words.withdrawYes}</Button>
            </p>
          </Form>
        </Details>
      )}
    </Section>
  );
}
