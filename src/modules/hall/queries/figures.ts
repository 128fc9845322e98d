import type { Tx } from '#kernel/db.ts';

export type WindowDay = { readonly served: number; readonly meanSeconds: number; readonly rated: number; readonly goodRatings: number };

/** What one window has done today. */
export function dayOfWindow(tx: Tx, windowId: string, onDay: string): Promise<WindowDay> {
  return tx.one<WindowDay>(
    `select count(*)::int as served, coalesce(avg(extract(epoch from ended_at - serving_at)), 0)::float as mean_seconds,
       count(rating)::int as rated, count(*) filter (where rating >= 4)::int as good_ratings
     from hall.ticket where window_id = $1 and on_day = $2 and state = 'done'`,
    [windowId, onDay],
  );
}
