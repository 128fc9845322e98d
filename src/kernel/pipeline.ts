import { type Actor, mayCall } from './actor.ts';
import type { App, Bound } from './app.ts';
import { undo, type Tx } from './db.ts';
import type { Act } from './endpoint.ts';
import { canonicalJson, sha256 } from './ids.ts';
import { checkedOnce } from './kept-answer.ts';
import type { Language } from './locale.ts';
import { type Published, findAnswer, sendAftermath, toPublished } from './queries.ts';
import { type Problem, problemsOf, validatorOf } from './parse.ts';
import { type Facts, isRefusal } from './result.ts';
import { isOverLimit } from './rate-limit.ts';

export type Call = {
  readonly bound: Bound;
  readonly input: unknown;
  readonly actor: Actor;
  readonly language: Language;
  readonly requestId: string;
  readonly address: string;
  readonly browser?: string | undefined;
  readonly idempotencyKey?: string | undefined;
};

export type Outcome =
  | { readonly kind: 'done'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly facts: Facts }
  | { readonly kind: 'invalid'; readonly status: 400; readonly problems: readonly Problem[] };

const refused = (status: number, code: string, facts: Facts = {}): Outcome => ({ kind: 'refused', status, code, facts });

/**
 * The one way in, for programs, forms, batches and jobs:
 * permission → parse → transaction → action → refusal? undo : publish, remember the answer → check output → commit.
 */
export async function perform(app: App, call: Call): Promise<Outcome> {
  const { endpoint } = call.bound;
  const allowed = mayCall(call.actor, endpoint.may);
  if (allowed !== 'yes') return refused(allowed === 'forbidden' ? 403 : 401, allowed);
  if (endpoint.perMinute && (await isOverLimit(app, call))) return refused(429, 'too_many_requests');
  const problems = [...keyProblems(call.idempotencyKey), ...problemsOf(endpoint.input, call.input)];
  if (problems.length > 0) return { kind: 'invalid', status: 400, problems };
  return endpoint.method === 'GET' ? read(app, call) : write(app, call);
}

/** What an action leaves to be done around its commit. */
type Aftermath = { readonly published: Published[]; readonly afterCommit: (() => void)[] };

async function read(app: App, call: Call): Promise<Outcome> {
  const aftermath: Aftermath = { published: [], afterCommit: [] };
  const { published } = aftermath;
  const outcome = await app.db.read((tx) => run(app, call, { tx, aftermath }));
  if (published.length > 0) await app.db.transaction(async (tx) => sendAftermath(tx, app.now(), published));
  return outcome;
}

async function write(app: App, call: Call): Promise<Outcome> {
  const { creates, secret, recordsRefusals } = call.bound.endpoint;
  const answerKey = creates && !secret && call.idempotencyKey ? keyOf(call, call.idempotencyKey) : undefined;
  const aftermath: Aftermath = { published: [], afterCommit: [] };
  const outcome = await app.db
    .transaction(async (tx): Promise<Outcome | 'answered_before'> => {
      const done = await run(app, call, { tx, aftermath });
      if (done.kind !== 'done') return recordsRefusals ? done : undo<Outcome>(done);
      const answer = answerKey && { ...answerKey, bodyHash: hashOf(call), status: done.status, body: done.body };
      sendAftermath(tx, app.now(), aftermath.published, answer);
      return done;
    })
    .catch((error: unknown) => {
      if (isAnsweredBefore(error)) return 'answered_before' as const;
      throw error;
    });
  if (outcome !== 'answered_before' && outcome.kind === 'done') {
    for (const work of aftermath.afterCommit) work();
    return outcome;
  }
  const before = answerKey && (await app.db.read((tx) => findAnswer(tx, answerKey)));
  if (before)
    return before.bodyHash === hashOf(call) ? { kind: 'done', status: before.status, body: before.body } : refused(422, 'key_reused');
  return outcome === 'answered_before' ? refused(409, 'stale_version') : outcome;
}

async function run(app: App, call: Call, { tx, aftermath }: { tx: Tx; aftermath: Aftermath }): Promise<Outcome> {
  const { endpoint, action, module, name } = call.bound;
  const act: Act = {
    tx,
    now: app.now(),
    actor: call.actor,
    language: call.language,
    requestId: call.requestId,
    address: call.address,
    browser: call.browser,
    publish: (kind, payload) => aftermath.published.push(toPublished(module.name, kind, payload)),
    afterCommit: (work) => aftermath.afterCommit.push(work),
  };
  const result = await action(act, call.input);
  if (isRefusal(result)) {
    if (result.refused === 'invalid_input') return { kind: 'invalid', status: 400, problems: result.facts['problems'] as Problem[] };
    const status = (endpoint.refusals as Record<string, number>)[result.refused];
    if (!status) throw new Error(`${module.name}.${name} refused with ${result.refused}, which its contract does not declare`);
    return refused(status, result.refused, result.facts);
  }
  if (!endpoint.sends && !checkedOnce(result, (answer) => validatorOf(endpoint.output).Check(answer))) {
    throw new Error(
      `${module.name}.${name} answered what its contract does not allow: ${JSON.stringify(validatorOf(endpoint.output).Errors(result)[0])}`,
    );
  }
  return { kind: 'done', status: endpoint.creates ? 201 : 200, body: result };
}

/** The key's row was there already: an expected conflict, told by the constraint's name. */
function isAnsweredBefore(error: unknown): boolean {
  return (error as { constraint?: string }).constraint === 'answer_pkey';
}

const longestKey = 200;

/** A key that cannot be kept is refused: a call that seems safe to repeat must be. */
function keyProblems(key = ''): readonly Problem[] {
  const code = key.length > longestKey ? 'too_long' : key.includes('\0') ? 'forbidden_character' : undefined;
  return code ? [{ path: 'Idempotency-Key', code, facts: { limit: longestKey } }] : [];
}

/** A key belongs to one actor and one endpoint. */
function keyOf({ bound, actor, address }: Call, key: string) {
  return { actor: actor.personId ?? `anyone:${address}`, endpoint: `${bound.module.name}.${bound.name}`, key };
}

/** Tells a retry from a second use of the same key. */
function hashOf({ input }: Call): string {
  return sha256(canonicalJson(input));
}
