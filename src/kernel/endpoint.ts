import type { Static, TSchema } from 'typebox';
import type { Actor, May } from './actor.ts';
import type { Language } from './locale.ts';
import type { Facts, Refusal } from './result.ts';
import type { Tx } from './db.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * One thing the office can be asked to do. The server mounts it, the forms of pages run it, OpenAPI prints it, and tests walk over all of them.
 * `creates`: answers 201 and honours `Idempotency-Key`. `refusals`: code → HTTP status.
 */
export type Endpoint<I extends TSchema = TSchema, O extends TSchema = TSchema, R extends string = string> = {
  readonly method: Method;
  readonly path: string;
  readonly may: May;
  readonly about: string;
  readonly input: I;
  readonly output: O;
  readonly refusals: Readonly<Record<R, number>>;
  readonly creates?: boolean;
  /** An example input that tests run and the documentation shows. */
  readonly example?: unknown;
  /** Requests a minute from one address or person, counted over all processes. */
  readonly perMinute?: number;
  /** Bytes a JSON body may have when it is not the usual mebibyte. */
  readonly bodyLimit?: number;
  /** The input's `content` is a file of any type: the whole body, its settings in the query, or a part of a form. Its name comes as `fileName`. */
  readonly takesFile?: boolean;
  /** Answers with a file (`sendFile`) of this media type instead of JSON. */
  readonly sends?: string;
  /** A refusal leaves its mark too (a wrong password counts): what the action wrote before it refused is kept. */
  readonly recordsRefusals?: boolean;
  /** A password goes in or a key comes out: neither is ever kept, not for a repeated `Idempotency-Key`, not for after signing in again. */
  readonly secret?: boolean;
};

export function endpoint<I extends TSchema, O extends TSchema, const R extends Readonly<Record<string, number>>>(
  definition: Omit<Endpoint<I, O>, 'refusals'> & { refusals: R },
): Endpoint<I, O, Extract<keyof R, string>> {
  return definition;
}

/** A fact is the publishing module's own, unless its kind names another's: `identity.person_viewed`. */
export type Publish = (kind: string, payload: Facts) => void;

/** What an action is given: the transaction, the time, who asks, and a way to say what happened. */
export type Act = {
  readonly tx: Tx;
  readonly now: Date;
  readonly actor: Actor;
  readonly language: Language;
  readonly requestId: string;
  /** Address of the caller, for rate limits only; never logged with content. */
  readonly address: string;
  /** What the caller's browser or program calls itself, short (`Firefox · Android`); nothing for timers. */
  readonly browser?: string | undefined;
  readonly publish: Publish;
  /** Runs when the transaction has committed: only for forgetting what this process holds in memory. */
  readonly afterCommit: (work: () => void) => void;
};

export type Input<E> = E extends Endpoint<infer I, TSchema, string> ? Static<I> : never;
export type Output<E> = E extends Endpoint<TSchema, infer O, string> ? Static<O> : never;
export type RefusalOf<E> = E extends Endpoint<TSchema, TSchema, infer R> ? Refusal<R> : never;

export type Action<E> = (act: Act, input: Input<E>) => Promise<Output<E> | RefusalOf<E> | Refusal<'invalid_input'>>;
