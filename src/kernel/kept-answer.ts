/** What is known of an answer that is given more than once: that it keeps its contract, and how it is written. */
type Known = { isChecked: boolean; json: Buffer | undefined };

const knownByAnswer = new WeakMap<object, Known>();

/** Marks an answer that an action will give again, the very object: it is checked and written once. It must never be changed. */
export function keptAnswer<Answer extends object>(answer: Answer): Answer {
  knownByAnswer.set(answer, { isChecked: false, json: undefined });
  return answer;
}

/** Whether an answer keeps its contract, asked once of one that is kept. */
export function checkedOnce(answer: unknown, check: (answer: unknown) => boolean): boolean {
  const known = knownOf(answer);
  if (!known) return check(answer);
  known.isChecked ||= check(answer);
  return known.isChecked;
}

/** As it is sent: one that is kept in bytes, so that its letters are not turned into bytes each time. */
export function jsonOf(answer: unknown): string | Buffer {
  const known = knownOf(answer);
  if (!known) return JSON.stringify(answer);
  return (known.json ??= Buffer.from(JSON.stringify(answer)));
}

function knownOf(answer: unknown): Known | undefined {
  return typeof answer === 'object' && answer !== null ? knownByAnswer.get(answer) : undefined;
}
