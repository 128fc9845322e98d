import type { Act, Action } from '#kernel/endpoint.ts';
import { parseHumanNumber } from '#kernel/ids.ts';
import { type Language, textIn } from '#kernel/locale.ts';
import { refuse } from '#kernel/result.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { formatDay } from '#ui/format.ts';
import type * as contract from '../contract/read.ts';
import { casesWords } from '../locales/index.ts';
import { findCase, listActions, type LogEntry } from '../queries/case.ts';
import type { CaseFile } from '../rules/case-file.ts';

/** Acts that the public timeline leaves out: who inside holds it, and what is only prepared. */
const inside = new Set(['claim', 'release', 'propose', 'hand-over', 'remind', 'send-back']);

export const track: Action<typeof contract.track> = async (act, { caseNo, phoneLast4 }) => {
  const file = await findCase(act.tx, parseHumanNumber(caseNo) ?? caseNo.trim());
  if (!file || file.phoneLast4 !== phoneLast4) return refuse('not_found');
  return toPublicCase(act, file);
};

/** What the applicant is told: a sentence (what, who, by when), a timeline of dates and offices, and whom to call. */
export async function toPublicCase(act: Act, file: CaseFile): Promise<contract.PublicCase> {
  const [directory, log] = [await getDirectory(act.tx), await listActions(act.tx, file.caseId)];
  const unit = directory.unitByCode.get(file.state === 'submitted' ? file.intakeUnit : file.unitCode);
  const officer = directory.officerById(file.marks.green?.officerId ?? '') ?? directory.headOf(file.unitCode);
  const unitName = unit ? textIn(unit.name, act.language) : file.unitCode;
  return {
    caseNo: file.caseNo,
    itemName: textIn(file.itemName, act.language),
    itemCode: file.itemCode,
    state: file.state,
    sentence: sentenceOf(file, { unitName, language: act.language }),
    receivedAt: file.receivedAt.toISOString(),
    dueOn: file.dueOn,
    zone: directory.zoneOf(file.region),
    contact: { unitName, officer: officer ? textIn(officer.name, act.language) : null, phone: officer?.phone ?? unit?.phone ?? null },
    timeline: log.filter((entry) => !inside.has(entry.act)).map((entry) => toTimeline(entry, file, { directory, language: act.language })),
  };
}

type Directory = Awaited<ReturnType<typeof getDirectory>>;

function toTimeline(entry: LogEntry, file: CaseFile, { directory, language }: { directory: Directory; language: Language }) {
  const intake = ['accept', 'accept-tolerated', 'refuse-intake', 'ask-correction'].includes(entry.act) && entry.beforeState === 'submitted';
  const unit = directory.unitByCode.get(intake ? file.intakeUnit : file.unitCode);
  const byApplicant = entry.actorId === file.applicantId || entry.actorId === file.agentId;
  const shown = ['on', 'outcome', 'dueOn', 'stage', 'instead', 'owed', 'grade'].filter((key) => entry.detail[key] !== undefined);
  return {
    at: entry.at.toISOString(),
    act: entry.detail['deemed'] ? 'deemed-accepted' : entry.act,
    by: byApplicant ? 'applicant' : entry.actorId ? 'office' : 'system',
    unitName: byApplicant || !unit ? null : textIn(unit.name, language),
    detail: {
      ...Object.fromEntries(shown.map((key) => [key, entry.detail[key]])),
      ...(toldReason.has(entry.act) && entry.reason ? { reason: entry.reason } : {}),
    },
  };
}

const toldReason = new Set([
  'refuse-intake',
  'ask-correction',
  'extend',
  'pause-clock',
  'sign',
  'reopen',
  'apologise',
  'withdraw',
  'revoke',
  'open-green',
]);

/** 状态是句子: never a bare noun. */
export function sentenceOf(file: CaseFile, { unitName, language }: { unitName: string; language: Language }): string {
  const { sentence, pauses } = casesWords(language);
  const day = (on: string | null | undefined) => (on ? formatDay(on, language, 'weekday') : '');
  const by = day(file.dueOn);
  const appointment = file.ledger.appointments.at(-1);
  if (appointment && (file.state === 'review' || file.state === 'deciding')) return sentence.late(day(appointment.on));
  if (file.pausedAt && file.state !== 'correction')
    return sentence.paused(unitName, pauses[file.pauseReason as keyof typeof pauses] ?? file.pauseReason ?? '');
  switch (file.state) {
    case 'submitted':
      return sentence.submitted(unitName, by);
    case 'correction':
      return sentence.correction(day(file.correction?.dueOn) || by);
    case 'review':
      return sentence.review(unitName, by);
    case 'deciding':
      return sentence.deciding(unitName, by);
    case 'decided':
      if (file.owedBy && file.outcome !== 'refused') return sentence.owing(day(file.owedBy));
      return sentence[(file.outcome ?? 'approved') as 'approved'];
    case 'not-accepted':
      return sentence['not-accepted']('');
    case 'served':
    case 'closed':
      if (file.outcome === 'revoked') return sentence.revoked;
      return sentence[file.state];
    case 'withdrawn':
    case 'lapsed':
    case 'merged':
      return sentence[file.state];
  }
}
