/** A refusal is a decision, not an error: the office says no and says why. Its words live in the locale files only. */
export type Refusal<Code extends string = string> = { readonly refused: Code; readonly facts: Facts };
export type Facts = Readonly<Record<string, unknown>>;

export function refuse<const Code extends string>(code: Code, facts: Facts = {}): Refusal<Code> {
  return { refused: code, facts };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && 'facts' in value;
}

/** Input that only the module could judge (the answers to an item's own questions): answered as 400 with paths, like the kernel's own parsing. */
export function invalid(problems: readonly { path: string; code: string; facts: Facts }[]): Refusal<'invalid_input'> {
  return refuse('invalid_input', { problems });
}
