import type { ComponentChildren } from 'preact';
import type { May } from './actor.ts';
import type { Act, Endpoint, Output } from './endpoint.ts';
import type { Facts, Refusal } from './result.ts';
import type { Problem } from './parse.ts';

/** `plain` has nothing around it; `hall` is that for tablets and kiosks, `wall` for what is read from afar. */
export type Shell = 'portal' | 'desk' | 'plain' | 'hall' | 'wall';
export type PageRequest = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly path: string;
  readonly origin: string;
};

/** What became of a posted form that stays on its page: everything typed, and why it did not go through. `name` says which form of the page it was. */
export type FormState = {
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly refusal?: { readonly code: string; readonly facts: Facts };
  readonly problems?: readonly Problem[];
  /** What a form that stays on its page was answered. */
  readonly result?: unknown;
};

export type Redirect = { readonly redirect: string };
export type File = { readonly send: string | Uint8Array; readonly type: string; readonly fileName?: string; readonly immutable?: boolean };

/** Something long that is made while it is sent. `read` is a transaction of its own each time, so that none lasts as long as a slow reader. */
export type Stream = {
  readonly stream: (read: <T>(work: (act: Act) => Promise<T>) => Promise<T>) => AsyncIterable<string | Uint8Array>;
  readonly type: string;
  readonly fileName: string;
};

export function sendStream(stream: Stream): Stream {
  return stream;
}

/** Answers a page's `load` with another place. */
export function redirect(to: string): Redirect {
  return { redirect: to };
}

/** Answers a page's `load` with something that is not HTML: a PDF, a picture, a calendar. */
export function sendFile(file: Omit<File, never>): File {
  return file;
}

export type Form = {
  readonly endpoint: Endpoint;
  /** Turns what the browser posted into the endpoint's input where names alone do not suffice. Path parameters are merged afterwards and win. */
  readonly input?: (fields: Readonly<Record<string, unknown>>, request: PageRequest) => unknown;
  /** Where to go on when it went through; nowhere: the same page is shown with the result (a question that changes nothing). */
  readonly next: (result: never, request: PageRequest) => string | undefined;
};

export type View<Data> = (props: { data: Data; act: Act; request: PageRequest; form: FormState | undefined }) => ComponentChildren;

export type Page<Data = unknown> = {
  readonly path: string;
  readonly shell: Shell;
  readonly may: May;
  readonly load: (act: Act, request: PageRequest) => Promise<Data | Redirect | File | Stream | Refusal>;
  readonly title: (data: Data, act: Act) => string;
  /** The answer's status where it is not 200: a page that helps on from an address that leads nowhere says 404. */
  readonly status?: (data: Data) => number;
  readonly view: View<Data>;
  readonly forms: Readonly<Record<string, Form>>;
  /** Scripts this page enhances itself with; without them it works all the same. */
  readonly islands: readonly string[];
  /** Forms and running text stay as narrow as a person reads well; without it the whole page is used. */
  readonly width?: 'read';
};

type Definition<Data> = Omit<Page<Data>, 'forms' | 'islands'> & Partial<Pick<Page<Data>, 'forms' | 'islands'>>;

/** `load` stands before `title` and `view`, so that their data is inferred from it. */
export function page<Data>(definition: Definition<Data>): Page {
  return { forms: {}, islands: [], ...definition } as unknown as Page;
}

/** A form of a page, with its result typed by the endpoint. */
export function form<E extends Endpoint>(
  endpoint: E,
  next: (result: Output<E>, request: PageRequest) => string | undefined,
  input?: Form['input'],
): Form {
  return { endpoint, next, ...(input ? { input } : {}) };
}
