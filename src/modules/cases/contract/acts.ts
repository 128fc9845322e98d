import { type TProperties, Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { type ActName, rolesOf, ruleOf } from '../rules/states.ts';
import { actRefusals, Answers, CaseNo, CaseState, Flag, Reason, Slots, Version } from './types.ts';
import { outcomes } from '../rules/case-file.ts';

/** An act on a case: `POST /cases/{caseNo}/{act}`. Roles come from the state table; the applicant's side is told apart by the case. */
function onCase<P extends TProperties, const R extends Readonly<Record<string, number>>>(
  name: ActName,
  about: string,
  { input, refusals }: { input: P; refusals: R },
) {
  const { by } = ruleOf(name);
  return endpoint({
    method: 'POST',
    path: `/:caseNo/${name}`,
    may: by.includes('applicant') ? 'signed-in' : rolesOf(name),
    about,
    input: Type.Object({ caseNo: CaseNo, version: Version, ...input }, { additionalProperties: true }),
    output: CaseState,
    refusals: { ...actRefusals, ...refusals },
  });
}

/** For acts that want the case in hand, as the state table says. */
const holding = { held_by_another: 409 } as const;

export const claim = onCase('claim', 'Take a case in hand', { input: {}, refusals: holding });
export const release = onCase('release', 'Give it back to the pool', { input: {}, refusals: {} });
export const accept = onCase('accept', 'Accept: the limit starts, day one is the next working day', {
  input: {},
  refusals: { ...holding, documents_owed: 409 },
});
export const acceptTolerated = onCase('accept-tolerated', 'Accept with papers owed by a date, on a promise', {
  input: { promise: Reason },
  refusals: { ...holding, nothing_owed: 409 },
});
export const refuseIntake = onCase('refuse-intake', 'Refuse to accept, with the reason and where to go instead', {
  input: { reason: Reason, instead: Type.Optional(Type.String({ maxLength: 500 })) },
  refusals: holding,
});
export const askCorrection = onCase('ask-correction', 'Ask for everything that must be put right, at once', {
  input: { flags: Type.Array(Flag, { minItems: 1, maxItems: 60 }), note: Type.Optional(Type.String({ maxLength: 2000 })) },
  refusals: { ...holding, asked_already: 409, unknown_flag: 422 },
});
export const answerCorrection = onCase('answer-correction', 'Answer every flag', {
  input: { answers: Type.Optional(Answers), slots: Type.Optional(Slots), contest: Type.Optional(Type.String({ maxLength: 2000 })) },
  refusals: { flags_open: 422, documents_missing: 422, files_unusable: 422 },
});
export const supply = onCase('supply', 'Hand in a paper that was owed', {
  input: {
    slot: Type.String({ minLength: 1, maxLength: 80 }),
    fileIds: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 50 }),
  },
  refusals: { not_owed: 409, too_many_files: 422, files_unusable: 422 },
});
export const lapse = onCase('lapse', 'Close a case whose correction was never answered, or whose owed paper never came', {
  input: { reason: Type.Optional(Type.String({ maxLength: 2000 })) },
  refusals: { ...holding, too_early: 409, nothing_owed: 409 },
});
export const finishStage = onCase('finish-stage', 'Finish one stage with an opinion', {
  input: {
    stage: Type.String({ maxLength: 120 }),
    opinion: Type.String({ minLength: 1, maxLength: 4000 }),
    outcome: Type.Union([Type.Literal('pass'), Type.Literal('concern')]),
    with: Type.Optional(Type.String({ maxLength: 100 })),
  },
  refusals: { no_such_task: 409, same_person: 409, second_officer_needed: 422 },
});
export const askOpinion = onCase('ask-opinion', 'Ask another unit', {
  input: {
    unitCode: Type.String({ minLength: 1, maxLength: 120 }),
    question: Reason,
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })),
  },
  refusals: { ...holding, asked_already: 409, unknown_unit: 422 },
});
export const pauseClock = onCase('pause-clock', 'Stop the clock for a reason the law knows', {
  input: { reason: Type.String({ minLength: 1, maxLength: 60 }), note: Type.Optional(Type.String({ maxLength: 2000 })) },
  refusals: { ...holding, pause_not_allowed: 422, clock_not_running: 409 },
});
export const resumeClock = onCase('resume-clock', 'Let the clock run on', {
  input: { note: Type.Optional(Type.String({ maxLength: 2000 })) },
  refusals: { ...holding, clock_not_paused: 409 },
});
export const extend = onCase('extend', 'Extend the limit once, before it has passed', {
  input: { reason: Reason },
  refusals: { extension_not_allowed: 409, extended_already: 409, extension_too_late: 409 },
});
export const propose = onCase('propose', 'Draft the decision', {
  input: {
    outcome: Type.Enum(outcomes),
    reason: Type.Optional(Type.String({ maxLength: 4000 })),
    validUntil: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
  },
  refusals: { ...holding, reason_needed: 422, vetoed: 409 },
});
export const sendBack = onCase('send-back', 'Send a draft back to review', {
  input: { reason: Reason, stage: Type.Optional(Type.String({ maxLength: 120 })) },
  refusals: { no_such_task: 409 },
});
export const sign = onCase('sign', 'Sign the decision, as another person than its drafter', {
  input: {},
  refusals: { nothing_drafted: 409, same_person: 409, documents_owed: 409 },
});
export const serve = onCase('serve', 'Hand the result over', {
  input: {
    way: Type.Optional(Type.Union([Type.Literal('electronic'), Type.Literal('counter'), Type.Literal('courier')])),
    proof: Type.Optional(Type.String({ maxLength: 500 })),
  },
  refusals: { documents_owed: 409 },
});
export const withdraw = onCase('withdraw', 'Take the application back, before the signature', {
  input: { reason: Type.Optional(Type.String({ maxLength: 2000 })) },
  refusals: {},
});
export const reopen = onCase('reopen', 'Open a decided case again on a legal ground', {
  input: { reason: Reason, basis: Type.String({ minLength: 1, maxLength: 200 }) },
  refusals: {},
});
export const checkLater = onCase('check-later', 'Check afterwards what was taken on trust 事后核查', {
  input: {
    what: Type.String({ minLength: 1, maxLength: 120, description: '`slots.<key>` or `decision`' }),
    result: Type.Enum(['right', 'wrong']),
    note: Type.Optional(Type.String({ maxLength: 2000 })),
  },
  refusals: { no_such_check: 409 },
});
export const revoke = onCase('revoke', 'Take a favourable decision back on a legal ground', {
  input: { reason: Reason, basis: Type.String({ minLength: 1, maxLength: 200 }) },
  refusals: { nothing_to_revoke: 409 },
});
export const rate = onCase('rate', 'Rate how the matter was handled, five grades 好差评', {
  input: {
    grade: Type.Integer({ minimum: 1, maximum: 5 }),
    aspects: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 10 })),
    words: Type.Optional(Type.String({ maxLength: 1000 })),
  },
  refusals: { rated_already: 409 },
});
export const apologise = onCase('apologise', 'Say sorry for being late, with one new day', {
  input: { on: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), reason: Reason },
  refusals: { appointed_already: 409, not_a_workday: 422 },
});
export const remind = onCase('remind', 'Press the holder to act', {
  input: { note: Type.Optional(Type.String({ maxLength: 500 })) },
  refusals: { reminded_already: 409 },
});
export const openGreen = onCase('open-green', 'Open the green channel, with a reason and an officer who is reached by phone 绿色通道', {
  input: { officerId: Type.String({ format: 'uuid' }), reason: Reason },
  refusals: { no_green_channel: 409, green_already: 409, unknown_person: 422 },
});
export const merge = onCase('merge', 'Join it with another open case of the same matter, which goes on for both', {
  input: { into: CaseNo, reason: Type.Optional(Type.String({ maxLength: 500 })) },
  refusals: { ...holding, no_such_survivor: 422, not_the_same_matter: 409 },
});
export const handOver = onCase('hand-over', 'Give the case to another officer, or back to the pool', {
  input: { toPersonId: Type.Optional(Type.String({ format: 'uuid' })), reason: Type.Optional(Type.String({ maxLength: 500 })) },
  refusals: { unknown_person: 422, cannot_take_it: 422 },
});
