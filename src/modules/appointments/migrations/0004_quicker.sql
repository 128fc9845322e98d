-- The functions of 0001 again, with arrays and single bookings where a join let the planner read the whole table of cells.
create or replace function appointments.give_back(gone uuid[], hide_until timestamptz) returns void language plpgsql as $$
declare
  o appointments.booking;
begin
  for o in select * from appointments.booking where booking_id = any (gone) and takes_place order by booking_id loop
    update appointments.cell set bookings = bookings - 1, persons = persons - o.party
    where resource_id in (o.root_id, o.zone_id) and at >= o.inside_from and at < o.inside_until;
    update appointments.cell set bookings = bookings - 1, persons = persons - o.party, hidden_until = coalesce(hide_until, hidden_until)
    where resource_id = o.window_id and at >= o.starts_at and at < o.ends_at;
  end loop;
end $$;

create or replace function appointments.lock_roots(taken uuid[], root int, from_at timestamptz, until_at timestamptz) returns void language plpgsql as $$
declare
  roots int[];
  times timestamptz[];
begin
  if cardinality(taken) = 0 then
    perform 1 from appointments.cell where resource_id = root and at >= from_at and at < until_at order by resource_id, at for update;
    return;
  end if;
  select array_agg(distinct v.resource_id), array_agg(distinct v.at) into roots, times
  from (
    select root as resource_id, g as at from generate_series(from_at, until_at - interval '5 minutes', interval '5 minutes') g
    union
    select b.root_id, g from appointments.booking b, generate_series(b.inside_from, b.inside_until - interval '5 minutes', interval '5 minutes') g
    where b.booking_id = any (taken) and b.takes_place) v;
  perform 1 from appointments.cell where resource_id = any (roots) and at = any (times) order by resource_id, at for update;
end $$;

-- Takes a place for a booking, or says why not. In one call and one lock order: what has expired in its way, the person's earlier hold and the
-- place it moves away from are given back, the caps are asked again under the lock, the counters and the booking are written.
-- `wanted`: { booking, windows: [{ id, zone }], now, openUntil, seesHidden, perPersonDay, moves, hideUntil }. Answers { windowId, zoneId } or { refused }.
create or replace function appointments.take_place(wanted jsonb) returns jsonb language plpgsql as $$
declare
  b appointments.booking := jsonb_populate_record(null::appointments.booking, wanted -> 'booking');
  at_now constant timestamptz := (wanted ->> 'now')::timestamptz;
  open_until constant timestamptz := (wanted ->> 'openUntil')::timestamptz;
  sees_hidden constant boolean := (wanted ->> 'seesHidden')::boolean;
  moves constant uuid := (wanted ->> 'moves')::uuid;
  has_windows constant boolean := jsonb_array_length(wanted -> 'windows') > 0;
  inside_cells constant int := extract(epoch from b.inside_until - b.inside_from) / 300;
  window_cells constant int := extract(epoch from b.ends_at - b.starts_at) / 300;
  gone uuid[];
  open_cells int;
  chosen record;
begin
  -- A hold is no promise: after a crash it is simply not there. So it need not wait for the disk while others wait for its cells.
  if b.state = 'held' then perform set_config('synchronous_commit', 'off', true); end if;
  gone := array(
    select o.booking_id from appointments.booking o where o.booking_id in (
      select e.booking_id from appointments.booking e
      where e.root_id = b.root_id and e.state in ('held', 'offered') and e.expires_at <= at_now
        and e.inside_from < b.inside_until and e.inside_until > b.inside_from
      union select h.booking_id from appointments.booking h where b.state = 'held' and h.holder_key = b.holder_key and h.state = 'held'
      union select moves)
    order by o.booking_id for update skip locked);
  if cardinality(gone) > 0 then
    -- Locked now: what somebody else has confirmed meanwhile is left alone.
    gone := array(
      select o.booking_id from appointments.booking o
      where o.booking_id = any (gone) and (o.booking_id = moves or o.state = 'held' or (o.state = 'offered' and o.expires_at <= at_now)));
    perform appointments.lock_roots(gone, b.root_id, b.inside_from, b.inside_until);
    perform appointments.give_back(gone, null);
    if moves is not null and wanted ->> 'hideUntil' is not null then
      update appointments.cell c set hidden_until = (wanted ->> 'hideUntil')::timestamptz
      from appointments.booking o where o.booking_id = moves and o.takes_place and c.resource_id = o.window_id and c.at >= o.starts_at and c.at < o.ends_at;
    end if;
    update appointments.booking set state = case state when 'held' then 'expired' else 'displaced' end, expires_at = null, version = version + 1
    where booking_id = any (gone) and booking_id is distinct from moves;
  end if;
  select count(*) filter (where h.bookings < h.booking_cap and h.persons + b.party <= h.person_cap) into open_cells
  from (
    select bookings, booking_cap, persons, person_cap from appointments.cell
    where resource_id = b.root_id and at >= b.inside_from and at < b.inside_until order by resource_id, at for update) h;
  if open_cells < inside_cells then return jsonb_build_object('refused', 'slot_taken'); end if;
  if has_windows then
    -- In an order that differs from booking to booking, and no further than to the first that is free.
    select w.id, w.zone into chosen
    from (select * from jsonb_to_recordset(wanted -> 'windows') as w (id int, zone int) order by hashint4(w.id # hashtext(b.booking_id::text)) offset 0) w
    where window_cells = (
        select count(*) from appointments.cell c
        where c.resource_id = w.id and c.at >= b.starts_at and c.at < b.ends_at and c.bookings < c.booking_cap and c.persons + b.party <= c.person_cap
          and (not c.kept or c.at < open_until) and (sees_hidden or c.hidden_until is null or c.hidden_until <= at_now))
      and (w.zone is null or inside_cells = (
        select count(*) from appointments.cell c
        where c.resource_id = w.zone and c.at >= b.inside_from and c.at < b.inside_until and c.persons + b.party <= c.person_cap))
    limit 1;
    if not found then return jsonb_build_object('refused', 'slot_taken'); end if;
    b.window_id := chosen.id;
    b.zone_id := chosen.zone;
  end if;
  -- The lowest number that this person has free on this day; one a day unless the plan allows more.
  b.nth := case when (wanted ->> 'perPersonDay')::int = 1 then 1 else (select min(n) from generate_series(1, (wanted ->> 'perPersonDay')::int) n where not exists (
    select from appointments.booking o where o.place = b.place and o.day = b.day and o.holder_key = b.holder_key and o.nth = n
      and o.state in ('held', 'offered', 'confirmed', 'arrived') and o.booking_id is distinct from moves)) end;
  if b.nth is null then return jsonb_build_object('refused', 'booked_already'); end if;
  if moves is null then
    insert into appointments.booking (booking_id, booking_no, token, place, day, root_id, zone_id, window_id, service_group, item_code, starts_at, ends_at,
      inside_from, inside_until, party, state, holder_key, person_id, name, phone, language, channel, made_by, case_no, class, nth, expires_at, ordered_at)
    values (b.booking_id, b.booking_no, b.token, b.place, b.day, b.root_id, b.zone_id, b.window_id, b.service_group, b.item_code, b.starts_at, b.ends_at,
      b.inside_from, b.inside_until, b.party, b.state, b.holder_key, b.person_id, b.name, b.phone, b.language, b.channel, b.made_by, b.case_no, b.class,
      b.nth, b.expires_at, b.ordered_at)
    on conflict do nothing;
    if not found then return jsonb_build_object('refused', 'booked_already'); end if;
  else
    begin
      update appointments.booking o set place = b.place, day = b.day, root_id = b.root_id, zone_id = b.zone_id, window_id = b.window_id,
        service_group = b.service_group, starts_at = b.starts_at, ends_at = b.ends_at, inside_from = b.inside_from, inside_until = b.inside_until,
        party = b.party, nth = b.nth, state = b.state, expires_at = b.expires_at, sequence = o.sequence + 1, version = o.version + 1, reminded_at = null
      where o.booking_id = moves;
    exception when unique_violation then
      return jsonb_build_object('refused', 'booked_already');
    end;
  end if;
  update appointments.cell set bookings = bookings + 1, persons = persons + b.party
  where (resource_id in (b.root_id, b.zone_id) and at >= b.inside_from and at < b.inside_until)
     or (resource_id = b.window_id and at >= b.starts_at and at < b.ends_at);
  return jsonb_build_object('windowId', b.window_id, 'zoneId', b.zone_id);
end $$;
