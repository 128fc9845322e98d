import type { Act } from '#kernel/endpoint.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { findPerson } from '#modules/identity/index.ts';
import { getDraft } from '../../../actions/drafts.ts';
import type { Draft } from '../../../contract/drafts.ts';
import { findWriter } from '../../../queries/drafts.ts';
import type { FieldProps } from './part.ts';
import type { Part } from './read.ts';

export type DraftData = { readonly draft: Draft; readonly item: Part; readonly savedBy: string; readonly places: FieldProps['places'] };

/** A draft as its pages show it, with whoever wrote it last. */
export async function loadDraft(act: Act, draftId: string): Promise<DraftData | ReturnType<typeof refuse>> {
  if (!/^[0-9a-f-]{36}$/.test(draftId)) return refuse('not_found');
  const draft = await getDraft(act, { draftId });
  if (isRefusal(draft)) return draft;
  const writer = await findWriter(act.tx, draftId);
  const savedBy = writer?.updatedBy ? ((await findPerson(act.tx, writer.updatedBy))?.name ?? '') : '';
  return { draft, item: draft.item, savedBy, places: await getDirectory(act.tx) };
}
