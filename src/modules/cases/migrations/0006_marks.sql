-- Flags beside the state, with what belongs to them: owing reminded, green channel, checks afterwards, rule, merging. The truth is in the log.
alter table cases.case_file
  add column marks jsonb not null default '{}',
  -- The first day a paper is owed by, and the first day a check afterwards is due: copies for lists and timers, as the other days are.
  add column owed_by date,
  add column check_by date;

create index case_file_owing on cases.case_file (owed_by, case_id) where owed_by is not null;
create index case_file_to_check on cases.case_file (unit_code, coalesce(due_on, '9999-12-31'), case_id) where check_by is not null;
