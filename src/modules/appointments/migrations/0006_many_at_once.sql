-- A few bookings are given back one by one, the people of a closed day cell by cell.
create or replace function appointments.give_back(gone uuid[], hide_until timestamptz) returns void language plpgsql set enable_seqscan = off as $$
declare
  o appointments.booking;
begin
  if cardinality(gone) > 20 then
    update appointments.cell c set bookings = c.bookings - g.bookings, persons = c.persons - g.persons
    from (
      select resource_id, at, count(*) as bookings, sum(party) as persons from appointments.coverage where booking_id = any (gone) group by resource_id, at) g
    where c.resource_id = g.resource_id and c.at = g.at;
    return;
  end if;
  for o in select * from appointments.booking where booking_id = any (gone) and takes_place order by booking_id loop
    update appointments.cell set bookings = bookings - 1, persons = persons - o.party
    where resource_id in (o.root_id, o.zone_id) and at >= o.inside_from and at < o.inside_until;
    update appointments.cell set bookings = bookings - 1, persons = persons - o.party, hidden_until = coalesce(hide_until, hidden_until)
    where resource_id = o.window_id and at >= o.starts_at and at < o.ends_at;
  end loop;
end $$;
alter function appointments.offer_places(jsonb) set enable_seqscan = off;
