-- Regions, units, halls, officers with their phones, and changes to working calendars.
create schema directory;

create table directory.region (
  code text primary key,
  parent_code text references directory.region deferrable initially deferred,
  level text not null,
  jurisdiction text not null constraint region_jurisdiction check (jurisdiction in ('CN', 'VN')),
  zone text,
  calendar text,
  prefix text not null,
  name jsonb not null,
  position int not null
);

create table directory.unit (
  code text primary key,
  region_code text not null references directory.region deferrable initially deferred,
  phone text not null,
  head_id uuid,
  intake boolean not null default false,
  name jsonb not null,
  position int not null,
  version int not null default 1
);

create table directory.venue (
  code text primary key,
  unit_code text not null references directory.unit deferrable initially deferred,
  region_code text not null references directory.region deferrable initially deferred,
  phone text not null,
  hours jsonb not null,
  name jsonb not null,
  address jsonb not null,
  position int not null
);

create table directory.officer (
  person_id uuid primary key,
  unit_code text not null references directory.unit deferrable initially deferred,
  venue_code text references directory.venue deferrable initially deferred,
  window_no int,
  phone text not null,
  name jsonb not null,
  title jsonb not null,
  position int not null,
  version int not null default 1
);
create index officer_by_unit on directory.officer (unit_code);

-- Never changed: a change that was wrong is answered by a later one, so that every earlier date can be explained.
create table directory.calendar_change (
  change_id uuid primary key,
  calendar text not null,
  day date not null,
  worked boolean not null,
  reason jsonb not null,
  announced_at timestamptz not null,
  made_by uuid
);
create index calendar_change_by_day on directory.calendar_change (calendar, day);

-- Moves with every change, so that what is held in memory knows when it is old.
create table directory.edition (only_one boolean primary key default true check (only_one), edition text not null, agency_name jsonb not null);
insert into directory.edition (edition, agency_name) values ('empty', '{}');

grant usage on schema directory to tongban_app;
grant select, insert, update, delete on all tables in schema directory to tongban_app;
revoke update, delete on directory.calendar_change from tongban_app;
