import { isWithin } from '#kernel/actor.ts';
import type { Act } from '#kernel/endpoint.ts';
import { type Language, textIn } from '#kernel/locale.ts';
import type { Day } from '#kernel/workdays.ts';
import { type CaseFile, casesWords, findCase, listActions } from '#modules/cases/index.ts';
import { findItemVersion, type Item, neededSlots } from '#modules/catalogue/index.ts';
import { type Directory, getDirectory } from '#modules/directory/index.ts';
import { formatDay } from '#ui/format.ts';
import { wordsIn } from './locales/index.ts';
import type { NoticeFacts } from './notice-facts.ts';

export type LogEntry = Awaited<ReturnType<typeof listActions>>[number];
export type AboutCase = {
  readonly file: CaseFile;
  /** The act that is told; a message is none. */
  readonly entry: LogEntry | undefined;
  readonly item: Item | undefined;
  readonly directory: Directory;
};

export async function aboutCase(act: Act, { caseNo, seq }: { caseNo: string; seq?: number }): Promise<AboutCase | undefined> {
  const file = await findCase(act.tx, caseNo);
  if (!file) return undefined;
  const log = seq === undefined ? [] : await listActions(act.tx, file.caseId);
  return {
    file,
    entry: log.find((one) => one.seq === seq),
    item: await findItemVersion(act.tx, file.itemCode, file.itemVersion),
    directory: await getDirectory(act.tx),
  };
}

/** The unit that spoke: the window until it has accepted, then the one responsible. */
export function unitOf({ file, entry }: AboutCase): string {
  const atIntake = entry
    ? ['submitted', 'not-accepted'].includes(entry.afterState) || (entry.act === 'ask-correction' && entry.beforeState === 'submitted')
    : file.state === 'submitted';
  return atIntake ? file.intakeUnit : file.unitCode;
}

/** Whom to call: the officer who has it in hand, else the head of the unit. */
export function contactOf(about: AboutCase, language: Language): string {
  const { file, directory } = about;
  const unitCode = unitOf(about);
  const green = file.marks.green && directory.officerById(file.marks.green.officerId);
  if (green) return contactLine(directory, { unitCode, officer: green, language });
  const holder = file.holderId ? directory.officerById(file.holderId) : undefined;
  const officer = holder && isWithin(holder.unitCode, unitCode) ? holder : directory.headOf(unitCode);
  return contactLine(directory, { unitCode, officer, language });
}

type Officer = ReturnType<Directory['headOf']>;

export function contactLine(
  directory: Directory,
  { unitCode, officer, language }: { unitCode: string; officer: Officer; language: Language },
): string {
  const unit = directory.unitByCode.get(unitCode);
  const name = officer ? textIn(officer.name, language) : '';
  return wordsIn(language).contact(unit ? textIn(unit.name, language) : '', name, officer?.phone || (unit?.phone ?? ''));
}

export function factsOf(about: AboutCase, by: Day | null | undefined, language: Language): NoticeFacts {
  const { file, entry, directory } = about;
  const unit = directory.unitByCode.get(unitOf(about));
  return {
    item: textIn(file.itemName, language),
    caseNo: file.caseNo,
    unit: textIn(unit?.name ?? directory.agencyName, language),
    by: by ? formatDay(by, language) : '',
    reason: reasonOf(entry, language),
    instead: textOf(entry, 'instead') || textOf(entry, 'into'),
    points: pointsOf(about, language),
    who: officerIn(entry) || (entry?.actorName ?? ''),
  };
}

function textOf(entry: LogEntry | undefined, key: string): string {
  const value = entry?.detail[key];
  return typeof value === 'string' ? value : '';
}

/** Who is named to the applicant with a phone. */
function officerIn(entry: LogEntry | undefined): string {
  const { officer, phone } = (entry?.detail ?? {}) as { officer?: string; phone?: string };
  return [officer, phone].filter(Boolean).join(' ');
}

function reasonOf(entry: LogEntry | undefined, language: Language): string {
  const pause = entry?.detail['pause'];
  const pauses: Readonly<Record<string, string>> = casesWords(language).pauses;
  const named = typeof pause === 'string' ? (pauses[pause] ?? pause) : '';
  return [named, entry?.reason].filter(Boolean).join(language.startsWith('zh') ? '，' : ', ');
}

/** Everything that must be put right, every paper that is still owed with its day, or the one that has come; each as a line of its own. */
function pointsOf(about: AboutCase, language: Language): string[] {
  const words = wordsIn(language);
  const {
    flags = [],
    owed = [],
    broken = [],
    slot,
  } = (about.entry?.detail ?? {}) as {
    flags?: Flag[];
    owed?: { slot: string; by: Day }[];
    broken?: { slot: string; by: Day }[];
    slot?: string;
  };
  const wrongs = flags.map(({ path, code, note }) => ({
    name: nameOf(path, about, language),
    wrong: wrongOf({ path, code, note }, about, language),
  }));
  return [
    ...wrongs.map(({ name, wrong }, index) => words.point(index + 1, name, wrong)),
    ...[...owed, ...broken].map((paper) => words.owed(nameOf(`slots.${paper.slot}`, about, language), formatDay(paper.by, language))),
    ...(slot ? [nameOf(`slots.${slot}`, about, language)] : []),
  ];
}
type Flag = { path: string; code?: string | undefined; note?: string | undefined };

/** `slots.healthCertificate` or `answers.area` in the item's own words. */
function nameOf(path: string, { item, file }: AboutCase, language: Language): string {
  const key = path.slice(path.indexOf('.') + 1);
  if (path.startsWith('answers.')) return textIn(item?.questions.find((one) => one.key === key)?.ask, language) || key;
  const paper = item && neededSlots(item, file.answers as never).find(({ slot, document }) => slot === key || document.key === key);
  const name = textIn(paper?.document.name, language) || key;
  return paper?.row === undefined || paper.slot !== key ? name : wordsIn(language).row(name, paper.row + 1);
}

/** The defect the officer chose and what was added to it. */
function wrongOf({ path, code, note }: Flag, { item }: AboutCase, language: Language): string {
  const own = item?.documents
    .find(({ key }) => path === `slots.${key}`)
    ?.defects?.find((one) => typeof one !== 'string' && one.key === code);
  const named = own && typeof own !== 'string' ? textIn(own.name, language) : code ? (wordsIn(language).defects[code] ?? '') : '';
  return [named, note].filter(Boolean).join(language.startsWith('zh') ? '，' : ', ');
}
