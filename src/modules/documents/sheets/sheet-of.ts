import type { Row, Sheets, Template } from '#adapters/print-sheets.ts';
import { dayOf } from '#kernel/workdays.ts';
import { formatDay, formatInstant } from '#ui/format.ts';
import { type DocumentWords, wordsIn } from '../locales/index.ts';
import type { Apology, Correction, Decision, Paper, Receipt, Refusal } from './paper.ts';

/** Where the square on the sheet leads and what number the sheet bears. */
export type Mark = { readonly no: string; readonly code: string; readonly url: string };
export type Drawn = { [T in Template]: { readonly template: T; readonly data: Sheets[T] } }[Template];

/** A paper as the sheet that is printed: every word in the paper's own language. */
export function sheetOf(paper: Paper, mark: Mark): Drawn {
  const said = { words: wordsIn(paper.language), mark };
  if (paper.kind === 'receipt') return { template: 'receipt', data: receiptSheet(paper, said) };
  if (paper.kind === 'decision') return { template: 'decision', data: decisionSheet(paper, said) };
  if (paper.kind === 'refusal') return { template: 'refusal-notice', data: refusalSheet(paper, said) };
  if (paper.kind === 'correction') return { template: 'correction-notice', data: correctionSheet(paper, said) };
  return { template: 'apology', data: apologySheet(paper, said) };
}

export function titleOf(paper: Paper): string {
  const words = wordsIn(paper.language);
  if (paper.kind === 'receipt') return paper.acceptedAt ? words.receipt.acceptedTitle : words.receipt.receivedTitle;
  return paper.kind === 'decision' ? words.decision.titles[paper.outcome] : words[paper.kind].title;
}

type Said = { readonly words: DocumentWords; readonly mark: Mark };

function page(paper: Paper, { words: { sheet }, mark }: Said) {
  return {
    language: paper.language,
    agency: paper.centre,
    title: titleOf(paper),
    date: dayOf(paper.at, paper.zone),
    number: { label: sheet.no, value: mark.no },
    qr: { content: mark.url, title: sheet.verifyTitle(mark.url), caption: `${sheet.verify} ${mark.code}` },
    foot: sheet.foot(paper.centre, paper.hotline, formatInstant(paper.at, paper.language, { zone: paper.zone, look: 'day' })),
    pages: sheet.pages,
  };
}

function letter(paper: Paper, said: Said) {
  const { sheet } = said.words;
  return {
    ...page(paper, said),
    addressee: sheet.dear(paper.applicant),
    rows: [
      { label: sheet.caseNo, value: paper.caseNo },
      { label: sheet.applicant, value: paper.applicant },
      { label: sheet.item, value: paper.itemName },
    ],
    closing: { agency: paper.agency, date: today(paper) },
    seal: { name: paper.agency, caption: sheet.sealCaption },
  };
}

function today(paper: Paper): string {
  return formatDay(dayOf(paper.at, paper.zone), paper.language, 'day');
}

function receivedOn(paper: Paper): string {
  return formatDay(dayOf(paper.receivedAt, paper.zone), paper.language, 'day');
}

function row(label: string, value: string | null | undefined): Row[] {
  return value ? [{ label, value }] : [];
}

function receiptSheet(paper: Receipt, said: Said): Sheets['receipt'] {
  const { sheet, receipt } = said.words;
  const instant = (at: Date) => formatInstant(at, paper.language, { zone: paper.zone, look: 'day' });
  const by = paper.promisedBy ? formatDay(paper.promisedBy, paper.language) : '';
  const accepted = paper.acceptedAt;
  return {
    ...page(paper, said),
    number: { label: sheet.caseNo, value: paper.caseNo },
    intro: accepted ? receipt.accepted(formatDay(dayOf(accepted, paper.zone), paper.language, 'day')) : receipt.received(receivedOn(paper)),
    rows: [
      ...row(sheet.applicant, paper.applicant),
      ...row(sheet.item, paper.itemName),
      ...row(sheet.unit, paper.agency),
      ...row(sheet.receivedAt, instant(paper.receivedAt)),
      ...row(sheet.acceptedAt, accepted && instant(accepted)),
      ...row(sheet.promisedBy, accepted && by && sheet.until(by)),
      ...row(sheet.statutoryBy, accepted && paper.statutoryBy && sheet.until(formatDay(paper.statutoryBy, paper.language))),
      ...row(sheet.officer, paper.officer),
    ],
    ...(paper.papers.length > 0 ? { papers: { title: receipt.papers, items: paper.papers } } : {}),
    next: { title: receipt.next, steps: stepsOf(paper, said.words, by) },
    note: receipt.note,
  };
}

function stepsOf(paper: Receipt, { receipt }: DocumentWords, by: string) {
  const check = { title: receipt.checkTitle, text: receipt.checkText(by) };
  const review = { title: receipt.reviewTitle, text: receipt.reviewText(paper.agency, paper.acceptedAt ? by : '') };
  const result = { title: receipt.resultTitle, text: receipt.resultText };
  return paper.acceptedAt ? [review, result] : [check, review, result];
}

function decisionSheet(paper: Decision, said: Said): Sheets['decision'] {
  const { sheet, decision } = said.words;
  const base = letter(paper, said);
  const until = paper.validUntil && formatDay(paper.validUntil, paper.language, 'day');
  return {
    ...base,
    opening: decision.opening(receivedOn(paper), paper.itemName),
    rows: [
      ...base.rows,
      ...row(sheet.validUntil, until),
      ...(paper.conditions ?? []).flatMap((one) =>
        row(decision.condition, decision.conditionText(one.paper, formatDay(one.by, paper.language, 'day'))),
      ),
    ],
    outcome: { label: decision.outcome, value: decision.decided[paper.outcome](paper.itemName) },
    ...reasonsOf(paper, said.words),
    ...lawOf(paper, said.words),
  };
}

function reasonsOf(paper: Decision, { sheet, decision }: DocumentWords) {
  const items = [paper.implied ? decision.implied : '', paper.reason].filter(Boolean);
  return items.length > 0 ? { reasons: { title: sheet.reasons, items } } : {};
}

function lawOf(paper: Decision | Refusal, { sheet }: DocumentWords) {
  const items = paper.basis.length > 0 ? paper.basis : [sheet.basisOfItem(paper.itemName)];
  return { basis: { title: sheet.basis, items }, appeal: { title: sheet.appeal, items: [sheet.appealText[paper.jurisdiction]] } };
}

function refusalSheet(paper: Refusal, said: Said): Sheets['refusal-notice'] {
  const { sheet, refusal } = said.words;
  return {
    ...letter(paper, said),
    opening: refusal.opening(receivedOn(paper), paper.itemName),
    reasons: { title: sheet.reasons, items: [paper.reason] },
    ...lawOf(paper, said.words),
    ...(paper.instead ? { instead: { title: refusal.instead, items: [paper.instead] } } : {}),
  };
}

function correctionSheet(paper: Correction, said: Said): Sheets['correction-notice'] {
  const { correction } = said.words;
  const items = paper.defects.map(({ title, wrong, of }) => ({
    title,
    wrong,
    remedy: of === 'paper' ? correction.redoPaper : correction.redoAnswer,
  }));
  return {
    ...letter(paper, said),
    opening: correction.opening(receivedOn(paper), paper.itemName),
    defects: { title: correction.defects(items.length), items },
    by: { label: correction.by, value: formatDay(paper.dueOn, paper.language) },
    otherwise: correction.otherwise,
  };
}

function apologySheet(paper: Apology, said: Said): Sheets['apology'] {
  const { apology, sheet } = said.words;
  return {
    ...letter(paper, said),
    ...(paper.jurisdiction === 'VN' ? { motto: [sheet.motto.first, sheet.motto.second] as const } : {}),
    opening: apology.opening(receivedOn(paper), paper.itemName),
    cause: { title: apology.cause, items: [paper.reason] },
    promised: { label: apology.promised, value: formatDay(paper.promisedBy, paper.language, 'day') },
    renewed: { label: apology.renewed, value: formatDay(paper.on, paper.language, 'day') },
    sorry: apology.sorry,
  };
}
