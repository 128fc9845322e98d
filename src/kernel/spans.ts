import { AsyncLocalStorage } from 'node:async_hooks';

export type SpanFacts = Readonly<Record<string, string | number>>;
/** One piece of work as a trace shows it. `parent` is the span it belongs to, or the `traceparent` header of whoever called. */
export type Span = { readonly end: (facts?: SpanFacts, failed?: boolean) => void };
export type SpanKind = 'server' | 'client' | 'internal';
export type Recorder = (name: string, about: { kind: SpanKind; facts: SpanFacts; parent: Span | string | undefined }) => Span;

const current = new AsyncLocalStorage<Span>();
let recorder: Recorder | undefined;

/** From now on work is told to `next`; nobody pays for spans that nobody records. */
export function recordSpans(next: Recorder | undefined): void {
  recorder = next;
}

export function isRecording(): boolean {
  return recorder !== undefined;
}

/** Begins a span that lasts until its `end`; what `within` starts belongs to it. */
export function beginSpan(
  name: string,
  about: { kind: SpanKind; facts: SpanFacts; parent?: string | undefined },
  within: (span?: Span) => void,
): void {
  const span = recorder?.(name, { ...about, parent: about.parent ?? current.getStore() });
  if (span) current.run(span, within, span);
  else within();
}

/** A span as long as the work takes. */
export async function spanned<T>(name: string, about: { kind: SpanKind; facts: SpanFacts }, work: () => Promise<T>): Promise<T> {
  const span = recorder?.(name, { ...about, parent: current.getStore() });
  if (!span) return work();
  let failed = true;
  try {
    const value = await current.run(span, work);
    failed = false;
    return value;
  } finally {
    span.end({}, failed);
  }
}
