import type { Act } from '#kernel/endpoint.ts';
import { dayOf } from '#kernel/workdays.ts';
import { openKeys } from '#modules/catalogue/index.ts';
import { listCopies, type MyFile } from '#modules/documents/index.ts';
import { personsById } from '#modules/identity/index.ts';
import { isWholeChain } from '../../actions/on-case.ts';
import type { LogEntry } from '../../queries/case.ts';
import { type Broken, listBroken } from '../../queries/broken.ts';
import { listCandidates } from '../../queries/duplicates.ts';
import type { CaseFile } from '../../rules/case-file.ts';
import { isLate } from '../../rules/clock.ts';
import { type Duplicate, toDuplicates } from '../../rules/duplicates.ts';
import { fileIdsIn } from '../../rules/papers.ts';
import { clockRule } from '../../rules/deadlines.ts';
import type { Situation } from '../../rules/situation.ts';
import type { CasePaper } from './papers.ts';

const againMs = 90 * 86_400_000;

/** What the machine can see for itself about a case, so that an officer looks at the rest. */
export type Checks = {
  readonly openAnswers: number;
  readonly papers: { readonly given: number; readonly owed: number; readonly missing: number };
  readonly scans: { readonly all: number; readonly open: number; readonly bad: number };
  readonly again: readonly Duplicate[];
  /** Promises that this applicant has not kept. */
  readonly broken: readonly Broken[];
  readonly isWhole: boolean;
  readonly isLate: boolean;
  readonly numberMasked: string | null;
  /** Who has sent it for the applicant. */
  readonly agentName: string | undefined;
};

type Looked = {
  file: CaseFile;
  situation: Situation;
  log: readonly LogEntry[];
  papers: readonly CasePaper[];
  files: ReadonlyMap<string, MyFile>;
};

export async function loadChecks(act: Act, { file, situation, log, papers, files }: Looked): Promise<Checks> {
  const persons = await personsById(act.tx, [file.applicantId, ...(file.agentId ? [file.agentId] : [])]);
  const used = papers.flatMap(({ fileIds }) => fileIds.map((fileId) => files.get(fileId)));
  const count = (way: CasePaper['way']) => papers.filter((paper) => paper.way === way).length;
  return {
    openAnswers: openKeys(situation.item, file.answers, { today: situation.receivedOn }).size,
    papers: { given: papers.length - count('missing') - count('owed'), owed: count('owed'), missing: count('missing') },
    scans: {
      all: used.length,
      open: used.filter((one) => one && ['pending', 'not-scanned'].includes(one.scan)).length,
      bad: used.filter((one) => !one || ['infected', 'unreadable'].includes(one.scan)).length,
    },
    again: await loadDuplicates(act, file),
    broken: await listBroken(act.tx, { applicantId: file.applicantId, since: new Date(0) }),
    isWhole: isWholeChain(file.caseNo, log, file),
    isLate: isLateNow(file, situation),
    numberMasked: persons.get(file.applicantId)?.numberMasked ?? null,
    agentName: persons.get(file.agentId ?? '')?.name,
  };
}

async function loadDuplicates(act: Act, file: CaseFile): Promise<Duplicate[]> {
  const copies = await listCopies(act.tx, fileIdsIn(file.slots));
  const since = new Date(file.receivedAt.getTime() - againMs);
  return toDuplicates(file, await listCandidates(act.tx, file, { since, copies }));
}

function isLateNow(file: CaseFile, situation: Situation): boolean {
  const rule = clockRule('promised', situation);
  return rule !== undefined && isLate(file.ledger, rule, dayOf(situation.now, situation.calendar.zone));
}
