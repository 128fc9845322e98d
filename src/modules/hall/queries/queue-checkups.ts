import type { Tx } from '#kernel/db.ts';

async function numbers(tx: Tx, text: string): Promise<string[]> {
  return (await tx.rows<{ what: string }>(text)).map(({ what }) => what);
}

export function listDoubleTickets(tx: Tx): Promise<string[]> {
  return numbers(
    tx,
    `select min(ticket_no) || ' ' || window_id as what from hall.ticket where state in ('called', 'serving') group by window_id having count(*) > 1
     union all select ticket_no || ' has no window' from hall.ticket where state in ('called', 'serving') and window_id is null
     union all select t.ticket_no || ' is at a closed window' from hall.ticket t join hall.window_state w using (window_id)
       where t.state in ('called', 'serving') and w.state = 'closed' limit 100`,
  );
}

export function listBrokenCalls(tx: Tx): Promise<string[]> {
  return numbers(
    tx,
    `with last as (
       select distinct on (ticket_id) ticket_id, kind from hall.ticket_event order by ticket_id, event_id desc)
     select t.venue || ' ' || t.on_day || ' ' || t.ticket_no as what from hall.ticket t left join last l using (ticket_id)
     where l.kind is null or t.state <> case l.kind when 'taken' then 'waiting' when 'returned' then 'waiting' when 'moved' then 'waiting'
       when 'recalled' then 'called' else l.kind end limit 100`,
  );
}

export function listCrowdedWindows(tx: Tx): Promise<string[]> {
  return numbers(
    tx,
    `select venue || ' ' || window_no as what from hall.window_state where people > person_cap or (state = 'closed' and people > 0) limit 100`,
  );
}

export function listSpecialMixed(tx: Tx): Promise<string[]> {
  return numbers(
    tx,
    `select t.venue || ' ' || t.on_day || ' ' || t.ticket_no as what from hall.ticket t join hall.visit v using (visit_id)
     where not t.special and exists (
       select from hall.visit o where o.person_key = v.person_key and o.local_day = v.local_day and o.area = 'special' and o.undone_at is null
         and o.entered_at < t.taken_at) limit 100`,
  );
}
