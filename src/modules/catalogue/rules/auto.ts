import type { Item } from '../item.ts';
import { variablesOf } from './check-condition.ts';
import { type Condition, type ConditionFacts, holds, isCondition, partsOf } from './condition.ts';

/** Whether the published rule approves 审查零人工. */
export function isApprovable({ auto }: Pick<Item, 'auto'>, facts: ConditionFacts): boolean {
  return auto !== undefined && holds(auto.approveIf, facts);
}

/** The answers that the rule reads. */
export function ruleInputs({ auto }: Pick<Item, 'auto'>): string[] {
  return auto ? [...new Set(variablesOf(auto.approveIf))] : [];
}

/**
 * A condition as plain JsonLogic, which other programs can run on `{ ...answers, proven: [...] }` and come to the same answer: equality is strict, an answer
 * not given makes every comparison false, `proven` and `.count` are spelt out.
 */
export function toJsonLogic(value: unknown): unknown {
  if (!isCondition(value)) return value;
  const { operator, operands } = partsOf(value);
  const parts = operands.map(toJsonLogic);
  if (operator === 'var') return variable(operands[0]);
  if (operator === 'proven') return { in: [operands[0], { var: 'proven' }] };
  if (operator === '==') return given(parts, { '===': parts });
  if (operator === '!=') return { '!==': parts };
  if (operator === 'in' || operator in ordered) return given(parts, { [operator]: parts });
  return { [operator]: parts };
}

const ordered: Readonly<Record<string, true>> = { '<': true, '<=': true, '>': true, '>=': true };

function variable(path: unknown): Condition {
  if (typeof path !== 'string' || !path.endsWith('.count')) return { var: path };
  const rows = { var: path.slice(0, -'.count'.length) };
  return { if: [{ '!!': [rows] }, { reduce: [rows, { '+': [{ var: 'accumulator' }, 1] }, 0] }, 0] };
}

/** JsonLogic takes null for nought when it compares; nothing given is nothing compared. */
function given(operands: readonly unknown[], comparison: Condition): Condition {
  const variables = operands.filter(isCondition);
  return variables.length === 0 ? comparison : { and: [...variables.map((one) => ({ '!==': [one, null] })), comparison] };
}
