import { Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { CaseNo } from './types.ts';

/** 差评回访: whoever is dissatisfied is called back within a working day, and what came of it is written down once. */
export const followUpRating = endpoint({
  method: 'POST',
  path: '/:caseNo/rating/follow-up',
  may: ['supervisor', 'head', 'signer'],
  about: 'Write down what came of calling back after a bad rating',
  input: Type.Object({ caseNo: CaseNo, text: Type.String({ minLength: 1, maxLength: 2000 }) }),
  output: Type.Object({ caseNo: Type.String(), followedUpAt: Type.String() }),
  refusals: { not_found: 404, no_follow_up_open: 409 },
});
