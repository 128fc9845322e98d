import type { Tx } from '#kernel/db.ts';

export type CallRow = {
  readonly eventId: number;
  readonly ticketNo: string;
  readonly windowNo: string;
  readonly kind: 'called' | 'recalled';
  readonly priority: boolean;
  readonly at: Date;
};

/** The latest call of each ticket called today at one of these windows, newest first. */
export function listCalls(
  tx: Tx,
  { venue, onDay, windowNos, limit }: { venue: string; onDay: string; windowNos: readonly string[]; limit: number },
) {
  return tx.rows<CallRow>(
    `select * from (
       select distinct on (t.ticket_id) e.event_id, t.ticket_no, e.window_no, e.kind, t.kind = 'priority' as priority, e.at
       from (select * from hall.ticket_event where venue = $1 and on_day = $2 and kind in ('called', 'recalled') and window_no = any ($3)
             order by event_id desc limit $4 * 3) e
       join hall.ticket t using (ticket_id) order by t.ticket_id, e.event_id desc) latest
     order by event_id desc limit $4`,
    [venue, onDay, windowNos, limit],
  );
}

/** Rises with everything that happens to a ticket of the day. */
export async function boardVersion(tx: Tx, venue: string, onDay: string): Promise<number> {
  const { version } = await tx.one<{ version: number }>(
    `select coalesce((select sum(version) from hall.ticket where venue = $1 and on_day = $2), 0)
       + coalesce((select sum(version) from hall.window_state where venue = $1), 0) as version`,
    [venue, onDay],
  );
  return version;
}
