import { keyOf } from '../../../rules/change-draft.ts';
import { type Change, differencesOf } from '../../../rules/difference.ts';
import { lanesOf } from './parts/stage.tsx';
import { at, listOf, type Part } from './read.ts';

/** What changes between two items, with the stages told apart by themselves: setting two side by side is a new order, not four stages rewritten. */
export function changesBetween(before: Part, after: Part): readonly Change[] {
  const { stages: _was, ...left } = before;
  const { stages: _is, ...right } = after;
  const lanes = differencesOf({ stages: lanesOf(before) }, { stages: lanesOf(after) }).filter(({ path }) => path !== 'stages.order');
  const plans = differencesOf({ plan: planOf(before) }, { plan: planOf(after) });
  const order: Change[] = plans.length > 0 ? [{ path: 'stages.order', before: planOf(before), after: planOf(after) }] : [];
  return [...differencesOf(left, right), ...order, ...joinsOf(before, after), ...lanes].filter(
    ({ path }) => path !== 'version' && path !== 'effectiveFrom',
  );
}

/** `documents+survey` are side by side. */
function planOf({ stages }: Part): string[] {
  return listOf(stages).map((step) => keyOf(step) ?? '');
}

function joinsOf(before: Part, after: Part): Change[] {
  const joins = ({ stages }: Part) => new Map(listOf(stages).map((step) => [keyOf(step), at(step, 'parallel', 'join')]));
  const was = joins(before);
  return [...joins(after)].flatMap(([key, join]) =>
    was.has(key) && was.get(key) !== join ? [{ path: `stages.${key}.parallel.join`, before: was.get(key), after: join }] : [],
  );
}
