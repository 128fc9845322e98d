-- What every module leans on: the outbox, remembered answers, request counts, parked forms, turns of routines.
create table kernel.outbox (
  fact_id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  module text not null,
  kind text not null,
  payload jsonb not null,
  at timestamptz not null
);
create index outbox_by_position on kernel.outbox (xid, fact_id);

create table kernel.dispatch_position (only_one boolean primary key default true check (only_one), xid xid8 not null, fact_id bigint not null);
insert into kernel.dispatch_position values (true, '0', 0);

create table kernel.answer (
  actor text not null,
  endpoint text not null,
  key text not null check (length(key) <= 200),
  body_hash text not null,
  status int not null,
  body jsonb not null,
  at timestamptz not null,
  primary key (actor, endpoint, key)
);
create index answer_by_age on kernel.answer (at);

create table kernel.request_count (key text not null, minute timestamptz not null, hits int not null, primary key (key, minute));

create table kernel.parked_form (token text primary key, path text not null, name text not null, posted jsonb not null, at timestamptz not null);

create table kernel.routine (name text primary key, ran_at timestamptz not null);

create table kernel.mark (name text primary key, value text not null);

grant usage on schema kernel to tongban_app;
grant select, insert, update, delete on all tables in schema kernel to tongban_app;
revoke insert, update, delete on kernel.migration from tongban_app;
