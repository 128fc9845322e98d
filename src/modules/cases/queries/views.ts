import type { Tx } from '#kernel/db.ts';

export type SavedView = { viewId: string; name: string; query: string };

export function listSavedViews(tx: Tx, personId: string): Promise<SavedView[]> {
  return tx.rows<SavedView>(`select view_id, name, query from cases.saved_view where person_id = $1 order by saved_at, view_id`, [
    personId,
  ]);
}

/** The same name again replaces what stood under it. */
export function putSavedView(tx: Tx, view: SavedView & { personId: string; at: Date }): Promise<SavedView> {
  return tx.one<SavedView>(
    `insert into cases.saved_view (view_id, person_id, name, query, saved_at) values ($1, $2, $3, $4, $5)
     on conflict (person_id, name) do update set query = excluded.query returning view_id, name, query`,
    [view.viewId, view.personId, view.name, view.query, view.at],
  );
}

export function deleteSavedView(tx: Tx, personId: string, viewId: string): Promise<number> {
  return tx.run(`delete from cases.saved_view where person_id = $1 and view_id = $2`, [personId, viewId]);
}
