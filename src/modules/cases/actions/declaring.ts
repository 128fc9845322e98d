import type { Act } from '#kernel/endpoint.ts';
import { refuse, type Refusal } from '#kernel/result.ts';
import { type DocumentSlot, isDeclarable } from '#modules/catalogue/index.ts';
import { listBroken } from '../queries/broken.ts';

/** For how long a broken promise closes the way by declaration. */
const remembered = 2 * 365 * 86_400_000;

/**
 * 告知承诺: where the item lets a declaration stand for the paper, and not for somebody whose promise was broken within two years
 * (安阳市政务服务条例 29: 有不良信用记录的不适用).
 */
export async function refuseDeclaring(
  act: Act,
  { personId, onBehalfOf, documents }: { personId: string; onBehalfOf: string | null; documents: readonly DocumentSlot[] },
): Promise<Refusal<'commitment_not_allowed'> | undefined> {
  if (!documents.every(isDeclarable)) return refuse('commitment_not_allowed');
  const since = new Date(act.now.getTime() - remembered);
  const [last] = await listBroken(act.tx, { applicantId: onBehalfOf ?? personId, since });
  return last && refuse('commitment_not_allowed', { caseNo: last.caseNo });
}
