import type { Action } from '#kernel/endpoint.ts';
import { refuse } from '#kernel/result.ts';
import type * as contract from '../contract/rating.ts';
import { setFollowedUp } from '../queries/supervised.ts';
import { viewCase } from './read.ts';

export const followUpRating: Action<typeof contract.followUpRating> = async (act, { caseNo, text }) => {
  const seen = await viewCase(act, caseNo);
  if (!seen) return refuse('not_found');
  const { caseId, caseNo: no } = seen.file;
  const isWritten = await setFollowedUp(act.tx, { caseId, at: act.now, by: act.actor.name, text });
  if (!isWritten) return refuse('no_follow_up_open');
  act.publish('rating_followed_up', { caseNo: no });
  return { caseNo: no, followedUpAt: act.now.toISOString() };
};
