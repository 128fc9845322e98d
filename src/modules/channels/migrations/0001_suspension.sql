create schema channels;

-- A way in closed from an instant on: for a venue, a unit with all below it, an item, or everything (no scope). Never edited: ended, or published anew.
create table channels.suspension (
  suspension_id uuid primary key,
  venue_code text,
  unit_code text,
  item_code text,
  channels text[] not null check (cardinality(channels) > 0),
  from_at timestamptz not null,
  until_at timestamptz check (until_at > from_at),
  ended_at timestamptz,
  reason jsonb not null,
  urgent_excepted boolean not null,
  version int not null default 1,
  created_by text not null,
  created_at timestamptz not null,
  ended_by text
);
create index suspension_by_time on channels.suspension (from_at) where ended_at is null;

create table channels.announcement_version (only_one boolean primary key default true check (only_one), version bigint not null);
insert into channels.announcement_version values (true, 1);

grant usage on schema channels to tongban_app;
grant select, insert, update on all tables in schema channels to tongban_app;
