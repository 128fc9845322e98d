import type { Action } from '#kernel/endpoint.ts';
import { parseHumanNumber } from '#kernel/ids.ts';
import { isRefusal } from '#kernel/result.ts';
import type * as contract from '../contract/acts.ts';
import { lockCase } from '../queries/case.ts';
import { mergeInto, takeIn } from '../rules/merging.ts';
import { performAct } from './on-case.ts';
import { viewCase } from './read.ts';

/** Both cases change together. They are locked in the order of their numbers, so that two merges never wait for each other in a ring. */
export const merge: Action<typeof contract.merge> = async (act, input) => {
  const [from, into] = [input.caseNo, input.into].map((typed) => parseHumanNumber(typed) ?? typed) as [string, string];
  for (const caseNo of [from, into].toSorted()) await lockCase(act.tx, caseNo);
  const survivor = (await viewCase(act, into))?.file;
  const merged = await performAct(act, 'merge', { input, rule: mergeInto(survivor) });
  if (isRefusal(merged)) return merged as never;
  const taken = await performAct(act, 'take-in', { input: { caseNo: into, merged: from }, rule: takeIn });
  return (isRefusal(taken) ? taken : merged) as never;
};
