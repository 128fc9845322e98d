-- A file that was brought to be looked at before it is imported. Kept for a day.
create table catalogue.waiting_file (
  file_id uuid primary key,
  file_name text,
  content bytea not null,
  brought_by uuid,
  brought_at timestamptz not null
);
create index waiting_file_by_age on catalogue.waiting_file (brought_at);
grant select, insert, delete on catalogue.waiting_file to tongban_app;
