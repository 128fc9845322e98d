-- The window's own work list: what it takes in and hands out, due first.
create index case_file_open_by_intake on cases.case_file (intake_unit, coalesce(due_on, '9999-12-31'), case_id) where state in ('submitted', 'correction', 'decided');
