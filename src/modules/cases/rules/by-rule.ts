import { sha256 } from '#kernel/ids.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { addWorkdays } from '#kernel/workdays.ts';
import { isApprovable, type Item, ruleInputs, slotStates } from '#modules/catalogue/index.ts';
import { declaredPapers } from './afterwards.ts';
import type { CaseFile, Decision, LaterCheck, RuleMark } from './case-file.ts';
import { sealed } from './decision.ts';
import { accepted } from './intake.ts';
import { type Rule, type Situation, today } from './situation.ts';

/** Why a case goes to a person although the rule holds. */
export const doubts = ['off', 'touched', 'papers_owed', 'papers_missing', 'files_not_clean', 'again', 'broken_promise'] as const;
export type Doubt = (typeof doubts)[number];
/** What a look at the database has found besides the case. */
export type Looked = { readonly isOff: boolean; readonly isAgain: boolean; readonly isBroken: boolean; readonly unclean: number };

/** Within how many working days a person looks at a decision that was drawn for it. */
const sampleWorkdays = 10;

/** Papers that came from a credential or a register. */
export function provenOf(file: Pick<CaseFile, 'answers' | 'slots'>, { item }: Pick<Situation, 'item'>): string[] {
  const states = slotStates(item, file.answers, { slots: file.slots as never });
  return states.filter(({ way }) => way === 'credential' || way === 'register').map(({ slot }) => slot);
}

/** 审查零人工: what the published rule says of this case. None where the item has no rule. */
export function ruleSays(file: CaseFile, situation: Situation): 'approve' | 'person' | undefined {
  const { item } = situation;
  if (!item.auto) return undefined;
  return isApprovable(item, { answers: file.answers, proven: provenOf(file, situation) }) ? 'approve' : 'person';
}

/** On any doubt a person looks. */
export function doubtsOf(file: CaseFile, situation: Situation, looked: Looked): Doubt[] {
  const ways = slotStates(situation.item, file.answers, { slots: file.slots as never }).map(({ way }) => way);
  const found: Readonly<Record<Doubt, boolean>> = {
    off: looked.isOff,
    touched: file.version > 1 || file.holderId !== null,
    papers_owed: ways.includes('owed'),
    papers_missing: ways.includes('missing'),
    files_not_clean: looked.unclean > 0,
    again: looked.isAgain,
    broken_promise: looked.isBroken,
  };
  return doubts.filter((doubt) => found[doubt]);
}

/** The rule holds and nothing speaks against it: accepted, decided and signed at once, with what the rule saw and its version (行政处罚法 41 for the principle: reasons can be shown). */
export function decideByRule(looked: Looked): Rule<object> {
  return (file, _input, situation) => {
    if (ruleSays(file, situation) !== 'approve' || doubtsOf(file, situation, looked).length > 0) return refuse('left_to_person');
    const acceptance = accepted(file, situation, { lane: 'normal' });
    if (isRefusal(acceptance)) return acceptance;
    const rule = markOf(file, situation, 'approved');
    const taken: CaseFile = { ...file, ...acceptance.set, decision: draftOf(situation) };
    const { set } = sealed(taken, situation);
    const sample = sampled(file, situation.item) ? [sampleOf(situation)] : [];
    const checks = [...(set.marks?.checks ?? []), ...sample];
    return {
      set: { ...acceptance.set, ...set, marks: { ...set.marks, rule, ...(checks.length > 0 ? { checks } : {}) } },
      detail: { outcome: 'approved', rule: rule.version, saw: rule.saw, sampled: sample.length > 0 },
    };
  };
}

/** The rule holds but there is a doubt: it is written down which, and a person goes on as ever. */
export function leaveToPerson(looked: Looked): Rule<object> {
  return (file, _input, situation) => {
    const found = doubtsOf(file, situation, looked);
    if (file.marks.rule || ruleSays(file, situation) !== 'approve' || found.length === 0) return refuse('left_to_person');
    const rule = { ...markOf(file, situation, 'person'), doubts: found };
    return { set: { marks: { ...file.marks, rule } }, detail: { rule: rule.version, saw: rule.saw, doubts: found } };
  };
}

function markOf(file: CaseFile, situation: Situation, result: RuleMark['result']): RuleMark {
  const { item } = situation;
  const saw = Object.fromEntries(ruleInputs(item).map((key) => [key, file.answers[key] ?? null]));
  return {
    result,
    version: item.version,
    saw: { ...saw, proven: provenOf(file, situation), declared: declaredPapers(file, situation).map(({ slot }) => slot) },
  };
}

function draftOf({ now, actor }: Situation): Decision {
  return { outcome: 'approved', reason: '', draftedBy: '', draftedByName: actor.name, draftedAt: now.toISOString(), byRule: true };
}

/** Drawn by the case number, so that nobody chooses and anybody can check it. */
function sampled({ caseNo }: Pick<CaseFile, 'caseNo'>, { auto }: Pick<Item, 'auto'>): boolean {
  return Number.parseInt(sha256(caseNo).slice(0, 8), 16) / 0x1_0000_0000 < (auto?.sample ?? 0);
}

function sampleOf(situation: Situation): LaterCheck {
  return { what: 'decision', by: addWorkdays(situation.calendar, today(situation), sampleWorkdays) };
}
