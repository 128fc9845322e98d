-- A filter of the work list that an officer has given a name: the query of its address.
create table cases.saved_view (
  view_id uuid primary key,
  person_id uuid not null,
  name text not null,
  query text not null,
  saved_at timestamptz not null
);
create unique index saved_view_name on cases.saved_view (person_id, name);

grant select, insert, update, delete on cases.saved_view to tongban_app;
