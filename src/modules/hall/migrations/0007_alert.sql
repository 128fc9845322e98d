-- Somebody to be isolated: told to the unit or township and upward, with a clock, until it is closed. Who it is stands sealed with the reading.
create table hall.alert (
  alert_no text primary key,
  screening_id uuid not null unique references hall.screening,
  venue_code text not null,
  unit_code text not null,
  told text,
  place text not null,
  state text not null check (state in ('open', 'received', 'reported', 'closed')),
  raised_at timestamptz not null,
  due_by timestamptz not null,
  received_at timestamptz,
  reported_at timestamptz,
  report_no text,
  closed_at timestamptz,
  result text,
  version int not null default 1
);
create index alert_by_state on hall.alert (state, due_by) where state <> 'closed';

create table hall.alert_step (
  alert_no text not null references hall.alert,
  seq int not null,
  state text not null,
  at timestamptz not null,
  by_name text not null,
  note text,
  primary key (alert_no, seq)
);

-- Who asked who was in the hall when, and why.
create table hall.exposure_query (
  query_id uuid primary key,
  venue_code text not null,
  visit_id uuid,
  from_at timestamptz not null,
  until_at timestamptz not null,
  reason text not null,
  found int not null,
  by_name text not null,
  at timestamptz not null
);

-- What a robot measured and a hand must measure again. The reading itself is sealed in hall_health under this id.
create table hall.robot_reading (
  reading_id uuid primary key,
  device_id uuid not null references hall.device,
  venue_code text not null,
  external_id text not null,
  at timestamptz not null,
  check_by timestamptz not null,
  screening_id uuid references hall.screening,
  constraint robot_reading_once unique (device_id, external_id)
);
create index robot_reading_waiting on hall.robot_reading (venue_code, check_by) where screening_id is null;

-- Counts survive every purge.
create table hall.robot_day (
  device_id uuid not null references hall.device,
  local_day date not null,
  readings int not null,
  flagged int not null,
  poor int not null,
  primary key (device_id, local_day)
);

grant select, insert, update on hall.alert, hall.robot_reading, hall.robot_day to tongban_app;
grant select, insert on hall.alert_step, hall.exposure_query to tongban_app;
