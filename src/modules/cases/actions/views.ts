import type { Action } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/result.ts';
import type * as contract from '../contract/views.ts';
import { deleteSavedView, listSavedViews, putSavedView } from '../queries/views.ts';

const mostViews = 20;

export const listViews: Action<typeof contract.listViews> = async (act) => ({
  rows: await listSavedViews(act.tx, act.actor.personId ?? ''),
});

export const saveView: Action<typeof contract.saveView> = async (act, { name, query }) => {
  const personId = act.actor.personId ?? '';
  const saved = await listSavedViews(act.tx, personId);
  if (saved.length >= mostViews && !saved.some((view) => view.name === name)) return refuse('too_many_views', { most: mostViews });
  return putSavedView(act.tx, { viewId: newId(), personId, name, query, at: act.now });
};

export const deleteView: Action<typeof contract.deleteView> = async (act, { viewId }) =>
  (await deleteSavedView(act.tx, act.actor.personId ?? '', viewId)) === 1 ? { deleted: true } : refuse('not_found');
