import { type Language, type Text, textIn } from '#kernel/locale.ts';
import type { Item, ItemLimit, Stage } from '../item.ts';
import { type Join, joinOf, kindOfStage, lanesOf, type StageKind, unitOfStage } from './stage-plan.ts';

/** The flow chart is the stage plan that really runs, drawn; it cannot be out of date. */
export type FlowLane = {
  readonly key: string;
  readonly name?: Text;
  readonly kind: StageKind;
  readonly unit: string;
  readonly post: 'officer' | 'head';
  readonly limit?: ItemLimit;
  readonly by?: 'visit' | 'video';
  readonly sometimes: boolean;
};
export type FlowStep = { readonly join: Join; readonly lanes: readonly FlowLane[] };

/** The words a drawing needs; they come from the locale files and the directory of units. */
export type FlowWords = {
  readonly title: (name: string) => string;
  readonly stage: (key: string) => string;
  readonly unit: (path: string, post: 'officer' | 'head') => string;
  readonly limit: (limit: ItemLimit) => string;
  readonly by: Readonly<Record<'visit' | 'video', string>>;
  readonly sometimes: string;
  readonly join: (join: Join, lanes: number) => string;
};

export function flowOf(item: Pick<Item, 'stages' | 'unit' | 'limits'>): FlowStep[] {
  return item.stages.map((stage) => ({ join: joinOf(stage), lanes: lanesOf(stage).map((lane) => laneOf(lane, item)) }));
}

function laneOf(stage: Stage, item: Pick<Item, 'unit' | 'limits'>): FlowLane {
  return {
    key: stage.key,
    ...(stage.name && { name: stage.name }),
    kind: kindOfStage(stage),
    ...unitOfStage(stage.unit, item.unit),
    ...(stage.limit !== undefined && { limit: { days: stage.limit, unit: item.limits.promised.unit } }),
    ...(stage.by && { by: stage.by }),
    sometimes: stage.onlyIf !== undefined,
  };
}

/** The same as a list of sentences, for readers of text and for print: one line per step, lanes joined by the join's words. */
export function flowText(item: Pick<Item, 'stages' | 'unit' | 'limits'>, language: Language, words: FlowWords): string[] {
  return flowOf(item).map((step) => {
    const lanes = step.lanes.map((lane) => [laneName(lane, language, words), ...laneNotes(lane, words)].join(' · '));
    return lanes.length === 1 ? (lanes[0] as string) : `${words.join(step.join, lanes.length)}: ${lanes.join('; ')}`;
  });
}

export function laneName(lane: FlowLane, language: Language, words: FlowWords): string {
  return textIn(lane.name, language) || words.stage(lane.key);
}

export function laneNotes(lane: FlowLane, words: FlowWords): string[] {
  const notes = [
    words.unit(lane.unit, lane.post),
    lane.limit && words.limit(lane.limit),
    lane.by && words.by[lane.by],
    lane.sometimes && words.sometimes,
  ];
  return notes.filter((note): note is string => typeof note === 'string' && note !== '');
}
