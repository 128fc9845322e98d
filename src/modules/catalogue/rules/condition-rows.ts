import type { Question } from '../item.ts';
import { type Condition, isCondition, partsOf } from './condition.ts';

export const rowOperators = [
  'is',
  'is-not',
  'less',
  'at-most',
  'at-least',
  'more',
  'one-of',
  'contains',
  'given',
  'proven',
  'not-proven',
] as const;
export type RowOperator = (typeof rowOperators)[number];
/** One line of a condition: a question, `staff.count` for its rows, or a paper; how it is compared; with what, as it is written in a field. */
export type ConditionRow = { readonly of: string; readonly op: RowOperator; readonly value: string };
export type ConditionRows = { readonly join: 'and' | 'or'; readonly rows: readonly ConditionRow[] };

type Asked = Pick<Question, 'key' | 'type' | 'choices'>;

const symbols: Readonly<Partial<Record<RowOperator, string>>> = {
  is: '==',
  'is-not': '!=',
  less: '<',
  'at-most': '<=',
  'at-least': '>=',
  more: '>',
};
const mirrored: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '==': '==', '!=': '!=' };

/** A condition as lines joined by one word; undefined when it says more than lines can. */
export function rowsOf(condition: unknown): ConditionRows | undefined {
  if (condition === undefined) return { join: 'and', rows: [] };
  if (!isCondition(condition)) return undefined;
  const { operator, operands } = partsOf(condition);
  const join = operator === 'or' ? 'or' : 'and';
  const rows = (operator === 'and' || operator === 'or' ? operands : [condition]).map(rowOf);
  return rows.every((row) => row !== undefined) ? { join, rows } : undefined;
}

function rowOf(condition: unknown): ConditionRow | undefined {
  if (!isCondition(condition)) return undefined;
  const { operator, operands } = partsOf(condition);
  const [a, b] = operands;
  if (operator === 'proven') return typeof a === 'string' ? { of: a, op: 'proven', value: '' } : undefined;
  if (operator === 'var') return rowFor(condition, 'is', true);
  if (operator === '!!') return rowFor(a, 'given', '');
  if (operator === '!') return isCondition(a) && 'proven' in a ? rowOfUnproven(a) : rowFor(a, 'is-not', true);
  if (operator === 'in') return Array.isArray(b) ? rowFor(a, 'one-of', b) : rowFor(b, 'contains', a);
  return comparison(operator, a, b);
}

function rowOfUnproven(condition: Condition): ConditionRow | undefined {
  const [paper] = partsOf(condition).operands;
  return typeof paper === 'string' ? { of: paper, op: 'not-proven', value: '' } : undefined;
}

function comparison(operator: string, a: unknown, b: unknown): ConditionRow | undefined {
  const turned = !isCondition(a);
  const symbol = turned ? mirrored[operator] : operator;
  const op = (Object.keys(symbols) as RowOperator[]).find((one) => symbols[one] === symbol);
  return op && rowFor(turned ? b : a, op, turned ? a : b);
}

function rowFor(variable: unknown, op: RowOperator, value: unknown): ConditionRow | undefined {
  if (!isCondition(variable) || isCondition(value)) return undefined;
  const { operator, operands } = partsOf(variable);
  const [of] = operands;
  return operator === 'var' && typeof of === 'string' ? { of, op, value: [value].flat().map(String).join(', ') } : undefined;
}

/** The condition that the lines say; lines without a question are not meant, and no line is no condition. */
export function conditionOf({ join, rows }: ConditionRows, questions: readonly Asked[]): Condition | undefined {
  const all = rows.filter(({ of }) => of !== '').map((row) => toCondition(row, questions));
  return all.length > 1 ? { [join]: all } : all[0];
}

function toCondition({ of, op, value }: ConditionRow, questions: readonly Asked[]): Condition {
  const question = questions.find(({ key }) => key === of);
  const variable = { var: of };
  const one = valueIn(value, of.endsWith('.count') ? { key: of, type: 'number' } : question);
  switch (op) {
    case 'proven':
      return { proven: of };
    case 'not-proven':
      return { '!': { proven: of } };
    case 'given':
      return { '!!': [variable] };
    case 'contains':
      return { in: [one, variable] };
    case 'one-of':
      return { in: [variable, value.split(/[,，、;；]/).flatMap((part) => (part.trim() === '' ? [] : [valueIn(part, question)]))] };
    default:
      return { [symbols[op] ?? '==']: [variable, one] };
  }
}

/** What somebody wrote or chose, as the answer is kept: numbers as numbers, a choice by its key even where its words were written. */
function valueIn(written: string, question: Asked | undefined): string | number | boolean {
  const text = written.trim();
  if (question?.type === 'number' || question?.type === 'money') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (question?.type === 'yes-no') return text === 'true' ? true : text === 'false' ? false : text;
  return question?.choices?.find(({ key, name }) => key === text || Object.values(name ?? {}).includes(text))?.key ?? text;
}
