create schema appointments;

-- What a place can take: caps, windows, services. Never edited; a later version holds from its day on.
create table appointments.plan (
  place text not null,
  version int not null check (version > 0),
  valid_from date not null,
  body jsonb not null,
  saved_by uuid,
  saved_at timestamptz not null,
  primary key (place, version)
);

-- A day whose opening differs from the weekly hours; the latest version of a day holds.
create table appointments.exception_day (
  place text not null,
  day date not null,
  version int not null,
  spans jsonb not null,
  reason jsonb not null,
  saved_by uuid,
  saved_at timestamptz not null,
  primary key (place, day, version)
);

-- Moves with every change of a plan, so that what is held in memory knows when it is old.
create table appointments.plan_edition (only_one boolean primary key default true check (only_one), edition bigint not null);
insert into appointments.plan_edition (edition) values (1);

-- What has cells: the hall and the special hall (its root, under whose lock everything below is written), zones, windows.
create table appointments.resource (
  resource_id int generated always as identity primary key,
  place text not null,
  kind text not null constraint resource_kind check (kind in ('hall', 'special', 'zone', 'window')),
  ref text not null,
  public_id uuid not null unique,
  constraint resource_once unique (place, kind, ref)
);

-- Five minutes of one resource: the only source of capacity. Never deleted and made again, so that nobody's place is lost by new hours:
-- a change only moves the caps, and `is_over` marks what no longer fits until its bookings have moved.
create table appointments.cell (
  resource_id int not null references appointments.resource,
  at timestamptz not null constraint cell_five_minutes check (extract(epoch from at)::bigint % 300 = 0),
  booking_cap int not null,
  bookings int not null default 0,
  person_cap int not null,
  persons int not null default 0,
  kept boolean not null default false,
  hidden_until timestamptz,
  is_over boolean not null default false,
  primary key (resource_id, at),
  constraint cell_counts check (bookings >= 0 and persons >= 0 and booking_cap >= 0 and person_cap >= 0),
  constraint cell_capacity check (is_over or (bookings <= booking_cap and persons <= person_cap))
) with (fillfactor = 50);

-- A hold is a booking that is not confirmed yet. `day` is local to the place.
create table appointments.booking (
  booking_id uuid primary key,
  booking_no text constraint booking_number unique,
  token text constraint booking_token unique,
  place text not null,
  day date not null,
  root_id int not null references appointments.resource,
  zone_id int references appointments.resource,
  window_id int references appointments.resource,
  service_group text not null,
  item_code text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  inside_from timestamptz not null,
  inside_until timestamptz not null,
  party int not null constraint booking_party check (party > 0),
  state text not null constraint booking_state check
    (state in ('held', 'expired', 'confirmed', 'offered', 'displaced', 'arrived', 'served', 'missed', 'cancelled')),
  takes_place boolean not null generated always as (state in ('held', 'offered', 'confirmed', 'arrived', 'served', 'missed')) stored,
  holder_key text not null,
  person_id uuid,
  name text not null,
  phone text not null,
  language text not null,
  channel text not null,
  made_by uuid,
  case_no text,
  class int not null default 0,
  nth int not null default 1,
  expires_at timestamptz,
  ordered_at timestamptz not null,
  hops int not null default 0,
  sequence int not null default 0,
  version int not null default 1,
  cancelled_why text,
  reminded_at timestamptz,
  constraint booking_span check (inside_from <= starts_at and starts_at < ends_at and ends_at <= inside_until),
  constraint booking_expiry check ((state in ('held', 'offered')) <= (expires_at is not null)),
  constraint booking_numbered check (state in ('held', 'expired') or (booking_no is not null and token is not null))
) with (fillfactor = 80);
create unique index booking_once_a_day on appointments.booking (place, day, holder_key, nth) where state in ('held', 'offered', 'confirmed', 'arrived');
create unique index booking_one_hold on appointments.booking (holder_key) where state = 'held';
create index booking_by_time on appointments.booking (root_id, starts_at);
create index booking_by_expiry on appointments.booking (root_id, expires_at) where state in ('held', 'offered');
create index booking_by_person on appointments.booking (person_id) where person_id is not null;
create index booking_displaced on appointments.booking (place, class desc, hops desc, ordered_at) where state in ('displaced', 'offered');

-- What was done to a booking; only added to.
create table appointments.booking_event (
  booking_id uuid not null references appointments.booking,
  seq int not null,
  act text not null,
  at timestamptz not null,
  actor_id uuid,
  facts jsonb not null default '{}',
  primary key (booking_id, seq)
);

-- Every cell that a booking takes. The counters of the cells are kept beside it and must always agree.
create view appointments.coverage as
select b.booking_id, b.state, b.expires_at, s.resource_id, t.at, b.party
from appointments.booking b
cross join lateral (values (b.root_id, b.inside_from, b.inside_until), (b.zone_id, b.inside_from, b.inside_until), (b.window_id, b.starts_at, b.ends_at))
  as s (resource_id, from_at, until_at)
cross join lateral generate_series(s.from_at, s.until_at - interval '5 minutes', interval '5 minutes') as t (at)
where b.takes_place and s.resource_id is not null;

-- Takes the bookings' places off the counters. Their roots' cells must be locked, their states set afterwards.
create function appointments.give_back(gone uuid[], hide_until timestamptz) returns void language sql as $$
  update appointments.cell c
  set bookings = c.bookings - g.bookings, persons = c.persons - g.persons,
    hidden_until = case when hide_until is not null and r.kind = 'window' then hide_until else c.hidden_until end
  from (select resource_id, at, count(*) as bookings, sum(party) as persons from appointments.coverage where booking_id = any (gone) group by resource_id, at) g
  join appointments.resource r using (resource_id)
  where c.resource_id = g.resource_id and c.at = g.at
$$;

-- Locks, in one order, the root cells of bookings that are there and of one that is wanted. Whoever writes to any cell holds the root cells of its time.
create function appointments.lock_roots(taken uuid[], root int, from_at timestamptz, until_at timestamptz) returns void language plpgsql as $$
begin
  perform 1 from appointments.cell c
  where (c.resource_id, c.at) in (
    select root, g from generate_series(from_at, until_at - interval '5 minutes', interval '5 minutes') g
    union
    select b.root_id, g from appointments.booking b, generate_series(b.inside_from, b.inside_until - interval '5 minutes', interval '5 minutes') g
    where b.booking_id = any (taken) and b.takes_place)
  order by c.resource_id, c.at for update;
end $$;

-- Gives up places: the bookings must be locked by the caller.
create function appointments.release_places(gone uuid[], new_state text, hide_until timestamptz) returns void language plpgsql as $$
begin
  perform appointments.lock_roots(gone, null, null, null);
  perform appointments.give_back(gone, hide_until);
  update appointments.booking set state = new_state, expires_at = null, version = version + 1 where booking_id = any (gone);
end $$;

-- Takes a place for a booking, or says why not. In one call and one lock order: what has expired in its way, the person's earlier hold and the
-- place it moves away from are given back, the caps are asked again under the lock, the counters and the booking are written.
-- `wanted`: { booking, windows: [{ id, zone }], now, openUntil, seesHidden, perPersonDay, moves, hideUntil }. Answers { windowId, zoneId } or { refused }.
create function appointments.take_place(wanted jsonb) returns jsonb language plpgsql as $$
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
  gone := array(
    select o.booking_id from appointments.booking o
    where o.booking_id = any (gone) and (o.booking_id = moves or o.state = 'held' or (o.state = 'offered' and o.expires_at <= at_now)));
  perform appointments.lock_roots(gone, b.root_id, b.inside_from, b.inside_until);
  if cardinality(gone) > 0 then
    perform appointments.give_back(gone, null);
    if moves is not null and wanted ->> 'hideUntil' is not null then
      update appointments.cell c set hidden_until = (wanted ->> 'hideUntil')::timestamptz
      from appointments.booking o where o.booking_id = moves and o.takes_place and c.resource_id = o.window_id and c.at >= o.starts_at and c.at < o.ends_at;
    end if;
    update appointments.booking set state = case state when 'held' then 'expired' else 'displaced' end, expires_at = null, version = version + 1
    where booking_id = any (gone) and booking_id is distinct from moves;
  end if;
  if inside_cells > (
    select count(*) from appointments.cell
    where resource_id = b.root_id and at >= b.inside_from and at < b.inside_until and bookings < booking_cap and persons + b.party <= person_cap)
  then return jsonb_build_object('refused', 'slot_taken'); end if;
  if has_windows then
    select w.id, w.zone into chosen from jsonb_to_recordset(wanted -> 'windows') as w (id int, zone int)
    where window_cells = (
        select count(*) from appointments.cell c
        where c.resource_id = w.id and c.at >= b.starts_at and c.at < b.ends_at and c.bookings < c.booking_cap and c.persons + b.party <= c.person_cap
          and (not c.kept or c.at < open_until) and (sees_hidden or c.hidden_until is null or c.hidden_until <= at_now))
      and (w.zone is null or inside_cells = (
        select count(*) from appointments.cell c
        where c.resource_id = w.zone and c.at >= b.inside_from and c.at < b.inside_until and c.persons + b.party <= c.person_cap))
    order by hashint4(w.id # hashtext(b.booking_id::text)) limit 1;
    if not found then return jsonb_build_object('refused', 'slot_taken'); end if;
    b.window_id := chosen.id;
    b.zone_id := chosen.zone;
  end if;
  -- The lowest number that this person has free on this day; one a day unless the plan allows more.
  b.nth := (select min(n) from generate_series(1, (wanted ->> 'perPersonDay')::int) n where not exists (
    select from appointments.booking o where o.place = b.place and o.day = b.day and o.holder_key = b.holder_key and o.nth = n
      and o.state in ('held', 'offered', 'confirmed', 'arrived') and o.booking_id is distinct from moves));
  if b.nth is null then return jsonb_build_object('refused', 'booked_already'); end if;
  begin
    if moves is null then
      insert into appointments.booking (booking_id, booking_no, token, place, day, root_id, zone_id, window_id, service_group, item_code, starts_at, ends_at,
        inside_from, inside_until, party, state, holder_key, person_id, name, phone, language, channel, made_by, case_no, class, nth, expires_at, ordered_at)
      values (b.booking_id, b.booking_no, b.token, b.place, b.day, b.root_id, b.zone_id, b.window_id, b.service_group, b.item_code, b.starts_at, b.ends_at,
        b.inside_from, b.inside_until, b.party, b.state, b.holder_key, b.person_id, b.name, b.phone, b.language, b.channel, b.made_by, b.case_no, b.class,
        b.nth, b.expires_at, b.ordered_at);
    else
      update appointments.booking o set place = b.place, day = b.day, root_id = b.root_id, zone_id = b.zone_id, window_id = b.window_id,
        service_group = b.service_group, starts_at = b.starts_at, ends_at = b.ends_at, inside_from = b.inside_from, inside_until = b.inside_until,
        party = b.party, nth = b.nth, state = b.state, expires_at = b.expires_at, sequence = o.sequence + 1, version = o.version + 1, reminded_at = null
      where o.booking_id = moves;
    end if;
  exception when unique_violation then
    return jsonb_build_object('refused', 'booked_already');
  end;
  update appointments.cell set bookings = bookings + 1, persons = persons + b.party
  where (resource_id in (b.root_id, b.zone_id) and at >= b.inside_from and at < b.inside_until)
     or (resource_id = b.window_id and at >= b.starts_at and at < b.ends_at);
  return jsonb_build_object('windowId', b.window_id, 'zoneId', b.zone_id);
end $$;

grant usage on schema appointments to tongban_app;
grant select, insert, update on all tables in schema appointments to tongban_app;
revoke update on appointments.plan, appointments.exception_day, appointments.booking_event from tongban_app;
