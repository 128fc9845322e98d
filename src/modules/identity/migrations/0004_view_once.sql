-- One look of one person at one thing is written down once in a part of a day, however many pages it took.
alter table identity.view_log add column day_part text not null default '';
create unique index view_log_once_a_part on identity.view_log (subject_id, actor_id, what, day_part) where day_part <> '';
