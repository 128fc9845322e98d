-- Health readings stand apart: a schema and a role of their own, sealed with a key that the database does not know. The application cannot read the table;
-- it can only call what keeps, opens and purges, and each opening and purge is written down.
do $$
begin
  create role tongban_health nologin;
exception
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then
    raise exception 'The role tongban_health is missing. Ask the database''s administrator for: create role tongban_health nologin; grant tongban_health to %', current_user;
end $$;
do $$
begin
  execute format('grant tongban_health to %I', current_user);
exception
  when insufficient_privilege then
    if not pg_has_role(current_user, 'tongban_health', 'member') then
      raise exception 'Ask the database''s administrator for: grant tongban_health to %', current_user;
    end if;
end $$;

create schema hall_health;
create table hall_health.reading (
  reading_id uuid primary key,
  screening_id uuid not null,
  day date not null,
  sealed bytea not null,
  purge_at timestamptz not null
);
create index reading_by_screening on hall_health.reading (screening_id);
create index reading_by_purge on hall_health.reading (purge_at);

-- The proof: how many went, of which days, and the hash over their ids; what remains that was due is counted by the same statement, and must be nought.
create table hall.purge (
  purge_id uuid primary key,
  at timestamptz not null,
  readings int not null,
  days jsonb not null,
  hash text not null,
  remaining int not null,
  identities int not null
);
create table hall.reading_view (
  screening_id uuid not null,
  at timestamptz not null,
  by_name text not null,
  reason text not null
);
grant select, insert on hall.purge to tongban_app;
grant select on hall.reading_view to tongban_app;

create function hall_health.keep(reading uuid, screening uuid, of_day date, content bytea, until timestamptz) returns void
language sql security definer set search_path = pg_catalog as
$$ insert into hall_health.reading values (reading, screening, of_day, content, until) $$;

create function hall_health.open(screening uuid, viewer text, why text, seen_at timestamptz) returns setof bytea
language sql security definer set search_path = pg_catalog as
$$
  insert into hall.reading_view values (screening, seen_at, viewer, why);
  select sealed from hall_health.reading where screening_id = screening order by reading_id
$$;

create function hall_health.drop_of(screening uuid) returns void
language sql security definer set search_path = pg_catalog as
$$ delete from hall_health.reading where screening_id = screening $$;

create function hall_health.purge(due timestamptz) returns table (readings int, days jsonb, ids text, remaining int)
language plpgsql security definer set search_path = pg_catalog as
$$
begin
  return query
    with gone as (delete from hall_health.reading where purge_at <= due returning reading_id, day),
    by_day as (select day, count(*) as n from gone group by day)
    select (select count(*)::int from gone),
      (select coalesce(jsonb_object_agg(day, n), '{}') from by_day),
      (select coalesce(string_agg(reading_id::text, ',' order by reading_id), '') from gone),
      -- Seen before the deletion: what was due minus what went.
      ((select count(*) from hall_health.reading where purge_at <= due) - (select count(*) from gone))::int;
end
$$;

create function hall_health.overdue(due timestamptz) returns int
language sql security definer set search_path = pg_catalog as
$$ select count(*)::int from hall_health.reading where purge_at <= due $$;

grant usage, create on schema hall_health to tongban_health;
grant usage on schema hall to tongban_health;
grant select, insert, delete on hall_health.reading to tongban_health;
grant insert on hall.reading_view to tongban_health;
alter function hall_health.keep(uuid, uuid, date, bytea, timestamptz) owner to tongban_health;
alter function hall_health.open(uuid, text, text, timestamptz) owner to tongban_health;
alter function hall_health.drop_of(uuid) owner to tongban_health;
alter function hall_health.purge(timestamptz) owner to tongban_health;
alter function hall_health.overdue(timestamptz) owner to tongban_health;
revoke create on schema hall_health from tongban_health;
revoke execute on all functions in schema hall_health from public;
grant usage on schema hall_health to tongban_app;
grant execute on all functions in schema hall_health to tongban_app;
