import type { Act } from '#kernel/endpoint.ts';
import { textIn } from '#kernel/locale.ts';
import { maskPhone, Section, Summary, type SummaryRow } from '#ui/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { Answer, labelOf } from './answer-text.tsx';
import type { Application } from './application.ts';
import { draftPath } from './links.ts';
import { fillingOf, owedDays, paperName } from './papers.ts';

type SumProps = { data: Application; act: Act };

/** Every question that was asked, section by section; the way to change an answer leads back here. */
export function AnswerSections({ data, act: { language } }: SumProps) {
  const { item, asked, answers, draft } = data;
  const sections = item.sections.filter(({ key }) => asked.some((question) => question.section === key));
  return (
    <>
      {sections.map((section) => (
        <Section key={section.key} title={textIn(section.name, language)}>
          <Summary
            rows={asked
              .filter((question) => question.section === section.key)
              .map((question) => ({
                label: labelOf(question, language),
                value: hasValue(answers[question.key]) ? (
                  <Answer question={question} value={answers[question.key]} language={language} />
                ) : undefined,
                change: draftPath(language, draft.draftId, `/q/${question.key}?from=check`),
              }))}
          />
        </Section>
      ))}
    </>
  );
}

function hasValue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

export function PaperSummary({ data, act: { language } }: SumProps) {
  const { papers, draft } = data;
  const words = portalWords(language).check;
  if (papers.length === 0) return null;
  const valueOf = (paper: (typeof papers)[number]) => {
    const { way, document } = paper;
    if (way === 'owed') return words.owed(owedDays(document, language));
    if (way === 'commitment') return portalWords(language).papers.declared;
    if (way === 'credential' || way === 'register') return words.credential;
    return way === 'upload' ? words.files(fillingOf(draft.slots, paper)?.fileIds?.length ?? 0) : undefined;
  };
  return (
    <Section title={words.papers}>
      <Summary
        rows={papers.map((paper) => ({
          label: paperName(paper, { ...data, language }),
          value: valueOf(paper),
          change: draftPath(language, draft.draftId, '/documents'),
        }))}
      />
    </Section>
  );
}

export function DeliverySummary({ data: { draft }, act: { language } }: SumProps) {
  const { check, delivery } = portalWords(language);
  const { way, name, phone, address } = draft.delivery;
  const change = draftPath(language, draft.draftId, '/delivery');
  const rows: SummaryRow[] = [{ label: check.way, value: way && delivery.ways[way], change }];
  if (way === 'courier')
    rows.push({ label: check.to, value: [address, name, phone && maskPhone(phone)].filter(Boolean).join(' · '), change });
  return (
    <Section title={check.delivery}>
      <Summary rows={rows} />
    </Section>
  );
}
