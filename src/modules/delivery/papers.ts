import type { Act } from '#kernel/endpoint.ts';
import { isLanguage, type Language, textIn } from '#kernel/locale.ts';
import { type CaseFile, findCase, listActions, listConditions } from '#modules/cases/index.ts';
import { findItemVersion, type Item, neededSlots } from '#modules/catalogue/index.ts';
import { getDirectory } from '#modules/directory/index.ts';
import type { Paper, PaperHead } from '#modules/documents/index.ts';

type Kind = Paper['kind'];
type Material = {
  readonly head: PaperHead;
  readonly file: CaseFile;
  readonly item: Item;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly conditions: Awaited<ReturnType<typeof listConditions>>;
};

/** The paper of one act on a case, in the words of the language the applicant applied in; undefined when the case has moved on since. */
export async function paperOf(act: Act, kind: Kind, { caseNo, seq }: { caseNo: string; seq: number }): Promise<Paper | undefined> {
  const file = await findCase(act.tx, caseNo);
  const item = file && (await findItemVersion(act.tx, file.itemCode, file.itemVersion));
  const entry = file && (await listActions(act.tx, file.caseId)).find((one) => one.seq === seq);
  if (!file || !item || !entry) return undefined;
  const head = await headOf(act, file, {
    seq,
    at: entry.at,
    atIntake: kind === 'refusal' || (kind === 'correction' && entry.beforeState === 'submitted'),
  });
  const conditions = kind === 'decision' ? await listConditions(act, caseNo) : [];
  return makers[kind]({ head, file, item, detail: entry.detail, reason: entry.reason ?? '', conditions }, await officerOf(act, file));
}

/** The decision as it is drafted, for a look before it is signed. */
export async function draftOf(act: Act, caseNo: string): Promise<Paper | undefined> {
  const file = await findCase(act.tx, caseNo);
  const item = file && (await findItemVersion(act.tx, file.itemCode, file.itemVersion));
  if (!file?.decision || !item) return undefined;
  const head = await headOf(act, file, { seq: file.lastSeq + 1, at: act.now, atIntake: false });
  return decision({ head, file, item, detail: {}, reason: '', conditions: await listConditions(act, caseNo) });
}

async function headOf(act: Act, file: CaseFile, { seq, at, atIntake }: { seq: number; at: Date; atIntake: boolean }): Promise<PaperHead> {
  const directory = await getDirectory(act.tx);
  const language = languageOf(file);
  const unit = directory.unitByCode.get(atIntake ? file.intakeUnit : file.unitCode);
  return {
    caseNo: file.caseNo,
    seq,
    language,
    jurisdiction: directory.regionByCode.get(file.region)?.jurisdiction ?? 'CN',
    zone: directory.zoneOf(file.region),
    at,
    centre: textIn(directory.agencyName, language),
    agency: unit ? textIn(unit.name, language) : textIn(directory.agencyName, language),
    hotline: directory.unitByCode.get(file.intakeUnit)?.phone ?? unit?.phone ?? '',
    itemName: textIn(file.itemName, language),
    applicant: file.applicantName,
    receivedAt: file.receivedAt,
  };
}

async function officerOf(act: Act, file: CaseFile): Promise<string | null> {
  const officer = (await getDirectory(act.tx)).headOf(file.unitCode);
  return officer ? `${textIn(officer.name, languageOf(file))} · ${officer.phone}` : null;
}

function languageOf({ language }: CaseFile): Language {
  return isLanguage(language) ? language : 'zh-Hans';
}

const makers: Record<Kind, (material: Material, officer: string | null) => Paper | undefined> = {
  receipt: ({ head, file, item }, officer) => ({
    ...head,
    kind: 'receipt',
    acceptedAt: file.acceptedAt,
    promisedBy: file.acceptedAt ? file.promisedBy : file.dueOn,
    statutoryBy: file.statutoryBy,
    officer,
    papers: papersIn(file, item, head.language),
  }),
  decision: (material) => decision(material),
  refusal: ({ head, item, detail, reason }) => ({
    ...head,
    kind: 'refusal',
    reason,
    basis: basisOf(item, head.language),
    instead: typeof detail['instead'] === 'string' ? detail['instead'] : null,
  }),
  correction: ({ head, file, item }) =>
    file.correction
      ? { ...head, kind: 'correction', dueOn: file.correction.dueOn, defects: defectsOf(file, item, head.language) }
      : undefined,
  apology: ({ head, file, detail, reason }) =>
    typeof detail['on'] === 'string'
      ? { ...head, kind: 'apology', promisedBy: file.promisedBy ?? detail['on'], on: detail['on'], reason }
      : undefined,
};

function decision({ head, file, item, conditions }: Material): Paper | undefined {
  if (!file.decision) return undefined;
  const { outcome, reason, validUntil, implied } = file.decision;
  return {
    ...head,
    kind: 'decision',
    outcome,
    reason,
    basis: basisOf(item, head.language),
    validUntil: validUntil ?? null,
    implied: implied ?? false,
    conditions: conditions.map(({ paper, by }) => ({ paper: textIn(paper.document.name, head.language), by })),
  };
}

function papersIn(file: CaseFile, item: Item, language: Language): string[] {
  return neededSlots(item, file.answers as never)
    .filter(({ slot, document }) => isGiven(file.slots[slot] ?? file.slots[document.key]))
    .map(({ document }) => textIn(document.name, language));
}

function isGiven(filling: CaseFile['slots'][string] | undefined): boolean {
  return Boolean(filling && ((filling.fileIds?.length ?? 0) > 0 || filling.credentialId));
}

function basisOf(item: Item, language: Language): string[] {
  return (item.basis ?? []).map(({ law, number, article }) => {
    const named = language.startsWith('zh') ? `《${law.replace(/^《|》$/g, '')}》` : law;
    return [named, number && `(${number})`, article].filter(Boolean).join(' ');
  });
}

function defectsOf({ correction }: CaseFile, item: Item, language: Language) {
  return (correction?.flags ?? []).map(({ path, note }) => {
    const [kind, key] = path.split('.');
    const name =
      kind === 'slots' ? item.documents.find((one) => one.key === key)?.name : item.questions.find((one) => one.key === key)?.ask;
    return {
      title: textIn(name, language) || path,
      wrong: note,
      of: kind === 'slots' ? ('paper' as const) : ('answer' as const),
    };
  });
}
