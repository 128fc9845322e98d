/**
 * A small closed part of JsonLogic: conditions are data, never code. Evaluation never throws; what cannot be compared does not hold.
 * An answer not given makes every comparison false.
 */
export type Condition = { readonly [operator: string]: unknown };

export type ConditionFacts = { readonly answers: Readonly<Record<string, unknown>>; readonly proven?: readonly string[] | undefined };

type Operator = (facts: ConditionFacts, operands: readonly unknown[]) => unknown;

const operators: Readonly<Record<string, Operator>> = {
  var: (facts, [path]) => readAnswer(facts.answers, path),
  proven: (facts, [key]) => facts.proven?.includes(key as string) ?? false,
  '==': (facts, [a, b]) => isEqual(valueOf(facts, a), valueOf(facts, b)),
  '!=': (facts, [a, b]) => valueOf(facts, a) !== valueOf(facts, b),
  '!': (facts, [a]) => !isTrue(valueOf(facts, a)),
  '!!': (facts, [a]) => isTrue(valueOf(facts, a)),
  and: (facts, all) => all.every((one) => isTrue(valueOf(facts, one))),
  or: (facts, all) => all.some((one) => isTrue(valueOf(facts, one))),
  '<': (facts, [a, b]) => compare(valueOf(facts, a), valueOf(facts, b), (order) => order < 0),
  '<=': (facts, [a, b]) => compare(valueOf(facts, a), valueOf(facts, b), (order) => order <= 0),
  '>': (facts, [a, b]) => compare(valueOf(facts, a), valueOf(facts, b), (order) => order > 0),
  '>=': (facts, [a, b]) => compare(valueOf(facts, a), valueOf(facts, b), (order) => order >= 0),
  in: (facts, [a, b]) => isIn(valueOf(facts, a), valueOf(facts, b)),
};

export const operatorNames: readonly string[] = Object.keys(operators);

export function holds(condition: Condition | undefined, facts: ConditionFacts): boolean {
  return condition === undefined || isTrue(valueOf(facts, condition));
}

/** `{ "!": x }` and `{ "!": [x] }` are the same, as in JsonLogic. */
export function partsOf(condition: Condition): { operator: string; operands: readonly unknown[] } {
  for (const operator in condition) {
    const operands = condition[operator];
    return { operator, operands: Array.isArray(operands) ? operands : [operands] };
  }
  return { operator: '', operands: [] };
}

export function isCondition(value: unknown): value is Condition {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `staff.count` is the number of rows; any other key is a whole answer. */
export function readAnswer(answers: Readonly<Record<string, unknown>>, path: unknown): unknown {
  if (typeof path !== 'string') return undefined;
  if (path.endsWith('.count')) {
    const rows = own(answers, path.slice(0, -'.count'.length));
    return Array.isArray(rows) ? rows.length : undefined;
  }
  return own(answers, path) ?? undefined;
}

function valueOf(facts: ConditionFacts, value: unknown): unknown {
  if (!isCondition(value)) return value;
  const { operator, operands } = partsOf(value);
  return Object.hasOwn(operators, operator) ? operators[operator]?.(facts, operands) : undefined;
}

function own(answers: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(answers, key) ? answers[key] : undefined;
}

function isEqual(a: unknown, b: unknown): boolean {
  return known(a) && a === b;
}

function known(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isTrue(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function compare(a: unknown, b: unknown, holdsFor: (order: number) => boolean): boolean {
  if (typeof a === 'number' && typeof b === 'number') return holdsFor(a - b);
  if (typeof a === 'string' && typeof b === 'string') return holdsFor(a < b ? -1 : Number(a > b));
  return false;
}

function isIn(value: unknown, among: unknown): boolean {
  return known(value) && Array.isArray(among) && among.includes(value);
}
