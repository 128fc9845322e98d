import { type Item, knownStages, type Stage } from '../../item.ts';
import { lanesOf } from '../stage-plan.ts';
import { conditionErrors, duplicates, error, type ItemProblem, knownOf, warning } from './problem.ts';

export function checkStages(item: Item): ItemProblem[] {
  const stages = item.stages.flatMap(lanesOf);
  const keys = stages.map((stage) => stage.key);
  return [
    ...duplicates(keys, 'stages'),
    ...stages.flatMap((stage) => checkStage(item, stage, keys)),
    ...checkJoins(item),
    ...checkGreen(item, keys),
    ...(stages.some((stage) => stage.signs) || item.auto ? [] : [warning('stages', 'nobody_signs')]),
    ...checkTime(item),
  ];
}

function checkStage(item: Item, stage: Stage, keys: readonly string[]): ItemProblem[] {
  const path = `stages.${stage.key}`;
  const unknown = (stage.notBy ?? []).filter((key) => key === stage.key || !keys.includes(key));
  return [
    ...unknown.map((key) => error(`${path}.notBy`, 'unknown_stage', { stage: key })),
    ...(stage.name || knownStages.includes(stage.key as (typeof knownStages)[number]) ? [] : [error(path, 'stage_without_words')]),
    ...(stage.late && !stage.asks ? [error(`${path}.late`, 'late_without_asking')] : []),
    ...(stage.signs && stage.onlyIf ? [warning(`${path}.onlyIf`, 'signature_may_be_skipped')] : []),
    ...conditionErrors(stage.onlyIf, `${path}.onlyIf`, knownOf(item.questions, item.documents)),
  ];
}

function checkJoins(item: Item): ItemProblem[] {
  return item.stages.flatMap((stage) => {
    if (!('of' in stage) || typeof stage.parallel.join !== 'number' || stage.parallel.join <= stage.of.length) return [];
    return [error(`stages.${stage.of.map((lane) => lane.key).join('+')}`, 'join_above_lanes', { join: stage.parallel.join })];
  });
}

function checkGreen(item: Item, keys: readonly string[]): ItemProblem[] {
  const merged = item.green?.merge.flat() ?? [];
  const longer =
    item.green && item.green.promised.unit === item.limits.promised.unit && item.green.promised.days > item.limits.promised.days;
  return [
    ...merged.filter((key) => !keys.includes(key)).map((key) => error('green.merge', 'unknown_stage', { stage: key })),
    ...duplicates(merged, 'green.merge'),
    ...(longer ? [error('green.promised', 'green_is_slower')] : []),
  ];
}

/** The stages together must fit into the promise; intake lies before it and handing over after it. */
function checkTime(item: Item): ItemProblem[] {
  const counted = item.stages.map((stage) =>
    lanesOf(stage)
      .filter((lane) => lane.key !== 'intake' && lane.key !== 'issue')
      .map((lane) => lane.limit ?? 0),
  );
  const days = counted.reduce((sum, lanes) => sum + Math.max(0, ...lanes), 0);
  const promised = item.limits.promised.days;
  return days > promised ? [warning('stages', 'stages_exceed_promise', { days, promised })] : [];
}
