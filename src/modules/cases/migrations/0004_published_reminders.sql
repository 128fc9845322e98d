-- Who was pressed to act, and when: for those who press, so that they see that it was done today.
create view cases.public_reminder as select case_id, at, actor_name from cases.action where act = 'remind';
grant select on cases.public_reminder to tongban_app;
