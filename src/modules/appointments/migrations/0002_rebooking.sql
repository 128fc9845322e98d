-- Where a displaced person was to come before, and when an offer passed without an answer.
alter table appointments.booking add column was_at timestamptz, add column was_place text, add column lapsed_at timestamptz;

-- Who waits for a freed place.
create table appointments.waiting (
  entry_id uuid primary key,
  place text not null,
  service_group text not null,
  item_code text,
  person_id uuid not null,
  name text not null,
  phone text not null,
  language text not null,
  from_on date not null,
  until_on date not null constraint waiting_days check (until_on >= from_on),
  day_part text not null constraint waiting_day_part check (day_part in ('any', 'morning', 'afternoon')),
  party int not null,
  state text not null constraint waiting_state check (state in ('waiting', 'offered', 'served', 'left')),
  booking_id uuid references appointments.booking,
  ordered_at timestamptz not null
);
create unique index waiting_once on appointments.waiting (place, service_group, person_id) where state in ('waiting', 'offered');
create index waiting_in_order on appointments.waiting (place, service_group, ordered_at) where state = 'waiting';

-- Locks the root cells of a period, in the order of all who lock cells: for work over whole days.
create function appointments.lock_period(roots int[], from_at timestamptz, until_at timestamptz) returns void language plpgsql as $$
begin
  perform 1 from appointments.cell where resource_id = any (roots) and at >= from_at and at < until_at order by resource_id, at for update;
end $$;

-- Takes off the counters what nobody confirmed or answered in time. The root cells must be locked. Offers keep their place in line.
create function appointments.sweep(roots int[], at_now timestamptz) returns setof uuid language plpgsql as $$
declare
  gone uuid[] := array(
    select booking_id from appointments.booking
    where root_id = any (roots) and state in ('held', 'offered') and expires_at <= at_now order by booking_id for update skip locked);
begin
  if cardinality(gone) = 0 then return; end if;
  perform appointments.lock_roots(gone, null, null, null);
  perform appointments.give_back(gone, null);
  return query
    with swept as (
      update appointments.booking set state = case state when 'held' then 'expired' else 'displaced' end,
        expires_at = null, version = version + 1
      where booking_id = any (gone) returning booking_id, state)
    select booking_id from swept where state = 'displaced';
end $$;

-- Puts displaced bookings on the places a plan chose for them, all at once. Their own old places must be given back and the root cells locked.
-- `moves`: [{ bookingId, place, day, rootId, zoneId, windowId, serviceGroup, startsAt, endsAt, insideFrom, insideUntil, expiresAt }].
create function appointments.offer_places(moves jsonb) returns void language plpgsql as $$
begin
  update appointments.booking b set place = m.place, day = m.day, root_id = m."rootId", zone_id = m."zoneId", window_id = m."windowId",
    service_group = m."serviceGroup", starts_at = m."startsAt", ends_at = m."endsAt", inside_from = m."insideFrom", inside_until = m."insideUntil",
    state = 'offered', expires_at = m."expiresAt", lapsed_at = null, sequence = b.sequence + 1, version = b.version + 1, reminded_at = null
  from jsonb_to_recordset(moves) as m ("bookingId" uuid, place text, day date, "rootId" int, "zoneId" int, "windowId" int, "serviceGroup" text,
    "startsAt" timestamptz, "endsAt" timestamptz, "insideFrom" timestamptz, "insideUntil" timestamptz, "expiresAt" timestamptz)
  where b.booking_id = m."bookingId" and b.state = 'displaced';
  update appointments.cell c set bookings = c.bookings + v.bookings, persons = c.persons + v.persons
  from (
    select resource_id, at, count(*) as bookings, sum(party) as persons from appointments.coverage
    where booking_id in (select (m ->> 'bookingId')::uuid from jsonb_array_elements(moves) m) group by resource_id, at) v
  where c.resource_id = v.resource_id and c.at = v.at;
end $$;

-- Whoever leaves a place has a newer entry for the calendar; an offer that leaves its place has passed unanswered, unless a closing says otherwise after.
create function appointments.note_leaving() returns trigger language plpgsql as $$
begin
  new.sequence := old.sequence + 1;
  if old.state = 'offered' and new.state = 'displaced' then new.lapsed_at := old.expires_at; end if;
  return new;
end $$;
create trigger booking_leaving before update on appointments.booking for each row
  when (old.state in ('confirmed', 'offered') and new.state in ('cancelled', 'displaced')) execute function appointments.note_leaving();

grant select, insert, update on appointments.waiting to tongban_app;
