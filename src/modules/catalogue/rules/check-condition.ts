import type { Facts } from '#kernel/result.ts';
import { type Condition, isCondition, operatorNames, partsOf } from './condition.ts';

export type ValueKind = 'number' | 'text' | 'truth' | 'list';
/** What a condition may speak of: answers with what they are, and papers. */
export type Known = {
  readonly answers: ReadonlyMap<string, { kind: ValueKind; choices?: readonly string[] }>;
  readonly documents: readonly string[];
};
export type ConditionProblem = {
  code: 'unknown_operator' | 'wrong_operands' | 'unknown_variable' | 'unknown_document' | 'types_differ' | 'unknown_choice' | 'too_deep';
  facts: Facts;
};

type Checking = { known: Known; problems: ConditionProblem[]; depth: number };
type Found = ValueKind | undefined;

const deepest = 20;
const arity: Readonly<Record<string, readonly [number, number]>> = {
  var: [1, 1],
  proven: [1, 1],
  '!': [1, 1],
  '!!': [1, 1],
  and: [1, 50],
  or: [1, 50],
};

/** What is wrong with a condition; an empty list means that it can be published. */
export function checkCondition(condition: Condition, known: Known): ConditionProblem[] {
  const problems: ConditionProblem[] = [];
  kindOf(condition, { known, problems, depth: 0 });
  return problems;
}

/** The keys of the answers that a condition reads. */
export function variablesOf(condition: unknown): string[] {
  if (Array.isArray(condition)) return condition.flatMap(variablesOf);
  if (!isCondition(condition)) return [];
  const { operator, operands } = partsOf(condition);
  if (operator === 'var') return typeof operands[0] === 'string' ? [operands[0].replace(/\.count$/, '')] : [];
  return operands.flatMap(variablesOf);
}

function kindOf(value: unknown, checking: Checking): Found {
  if (!isCondition(value)) return literalKind(value);
  const { operator, operands } = partsOf(value);
  const say = (code: ConditionProblem['code'], facts: Facts = {}): undefined => {
    checking.problems.push({ code, facts: { operator, ...facts } });
  };
  if (checking.depth > deepest) return say('too_deep');
  if (!operatorNames.includes(operator)) return say('unknown_operator');
  const [least, most] = arity[operator] ?? [2, 2];
  if (Object.keys(value).length !== 1 || operands.length < least || operands.length > most) return say('wrong_operands');
  const inner = { ...checking, depth: checking.depth + 1 };
  if (operator === 'var') return variableKind(operands[0], inner);
  if (operator === 'proven') return documentKind(operands[0], inner);
  const kinds = operands.map((operand) => kindOf(operand, inner));
  if (operator === 'in') checkIn(operands, kinds, { say, known: checking.known });
  else if (operator in comparisons)
    checkPair(operands, kinds, { say, known: checking.known, ordered: comparisons[operator] === 'ordered' });
  return 'truth';
}

const comparisons: Readonly<Record<string, 'ordered' | 'equal'>> = {
  '==': 'equal',
  '!=': 'equal',
  '<': 'ordered',
  '<=': 'ordered',
  '>': 'ordered',
  '>=': 'ordered',
};

function literalKind(value: unknown): Found {
  if (Array.isArray(value)) return 'list';
  return ({ number: 'number', string: 'text', boolean: 'truth' } as const)[typeof value as 'number'];
}

function variableKind(path: unknown, { known, problems }: Checking): Found {
  const key = typeof path === 'string' ? path : '';
  const counted = key.endsWith('.count') ? known.answers.get(key.slice(0, -'.count'.length)) : undefined;
  if (counted?.kind === 'list') return 'number';
  const found = known.answers.get(key);
  if (!found) problems.push({ code: 'unknown_variable', facts: { key } });
  return found?.kind;
}

function documentKind(key: unknown, { known, problems }: Checking): Found {
  if (typeof key !== 'string' || !known.documents.includes(key)) problems.push({ code: 'unknown_document', facts: { key } });
  return 'truth';
}

type Say = (code: ConditionProblem['code'], facts?: Facts) => void;

function checkPair(
  operands: readonly unknown[],
  [a, b]: readonly Found[],
  { say, known, ordered }: { say: Say; known: Known; ordered: boolean },
): void {
  if (!a || !b) return;
  if (a !== b || a === 'list' || (ordered && a === 'truth')) return say('types_differ', { left: a, right: b });
  const [left, right] = operands;
  checkChoice(left, right, { say, known });
  checkChoice(right, left, { say, known });
}

function checkChoice(variable: unknown, literal: unknown, { say, known }: { say: Say; known: Known }): void {
  const [key] = isCondition(variable) ? partsOf(variable).operands : [];
  const choices = isCondition(variable) && 'var' in variable ? known.answers.get(key as string)?.choices : undefined;
  if (choices && typeof literal === 'string' && !choices.includes(literal)) say('unknown_choice', { choice: literal });
}

function checkIn([one, among]: readonly unknown[], kinds: readonly Found[], { say, known }: { say: Say; known: Known }): void {
  if (kinds[1] && kinds[1] !== 'list') return say('types_differ', { right: kinds[1] });
  checkChoice(among, one, { say, known });
  if (!Array.isArray(among) || !kinds[0]) return;
  if (among.some((each) => literalKind(each) !== kinds[0])) say('types_differ', { left: kinds[0] });
  for (const each of among) checkChoice(one, each, { say, known });
}
