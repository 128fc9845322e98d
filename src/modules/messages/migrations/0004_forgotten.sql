-- What was told of a case goes with the case.
create index notice_by_case on messages.notice (case_no) where case_no is not null;
grant delete on messages.notice, messages.delivery to tongban_app;
