import type { Act } from '#kernel/endpoint.ts';
import { isLanguage, type Language } from '#kernel/locale.ts';
import type { PageRequest } from '#kernel/page.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { dayOf } from '#kernel/workdays.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { filesById } from '#modules/documents/index.ts';
import { logLook } from '../../actions/look.ts';
import { actsNow, listCases, viewCase, workRow } from '../../actions/read.ts';
import type { WorkRow } from '../../contract/read.ts';
import { listActions } from '../../queries/case.ts';
import { listCaseMessages, listPresent } from '../../queries/lists.ts';
import { positionOf } from '../../queries/work.ts';
import { whyClosed } from '../../rules/trial.ts';
import { readTrail, type Trail } from './address.ts';
import { loadChecks } from './checks.ts';
import { fileIdsOf, papersOf } from './papers.ts';

export const tabs = ['application', 'documents', 'timeline', 'messages', 'checks'] as const;
export type TabName = (typeof tabs)[number];

/** Everything the page of a case is drawn from. Whoever it shows is told who looked. */
export async function loadCase(act: Act, { params, query }: PageRequest) {
  const seen = await viewCase(act, params['caseNo'] ?? '');
  if (!seen) return refuse('not_found');
  const { file, situation } = seen;
  const isRevealed = query['reveal'] === 'phone';
  if (isRevealed) logLook(act, file, 'phone');
  const directory = await getDirectory(act.tx);
  const zone = situation.calendar.zone;
  const log = await listActions(act.tx, file.caseId);
  const messages = await listCaseMessages(act.tx, file.caseId);
  const others = await listPresent(act.tx, { caseId: file.caseId, personId: act.actor.personId ?? '', at: act.now });
  const files = await filesById(act.tx, fileIdsOf(file, log, messages));
  const trail = trailOf(query, file);
  const papers = papersOf(situation.item, file);
  return {
    file,
    situation,
    directory,
    zone,
    log,
    messages,
    files,
    papers,
    checks: await loadChecks(act, { file, situation, log, papers, files }),
    others: others.map(({ name }) => name),
    row: workRow({ ...file, stage: null }, act, dayOf(act.now, zone), directory),
    isRevealed,
    tab: tabs.find((name) => name === query['tab']) ?? 'application',
    trail,
    next: await nextOf(act, trail),
    acts: actsNow(act.actor, file, situation).map((name) => ({ name, closed: whyClosed(name, file, situation) })),
    theirs: languageOf(file.language),
  };
}
export type CaseDesk = Exclude<Awaited<ReturnType<typeof loadCase>>, { refused: string }>;

/** The language the applicant reads. */
function languageOf(language: string): Language {
  return isLanguage(language) ? language : 'zh-Hans';
}

/** Once set, the place in the list stays, however far this case moves meanwhile. */
function trailOf({ list, at }: Readonly<Record<string, string>>, file: Parameters<typeof positionOf>[0]): Trail {
  if (list === undefined) return {};
  const { dueOn, caseId } = positionOf(file);
  return { list, at: at ?? `${dueOn}_${caseId}` };
}

/** The case that follows in the list one came from. */
async function nextOf(act: Act, { list, at }: Trail): Promise<WorkRow | undefined> {
  const filter = readTrail(list);
  if (!filter || !at) return undefined;
  const found = await listCases(act, { ...filter, cursor: at, limit: 1 });
  return isRefusal(found) ? undefined : found.rows[0];
}
