create schema supervision;

-- How matters ended, one narrow row a decision or a refusal to accept, written when it happens: what is measured is read from here, never from a million cases.
create table supervision.ending (
  case_no text not null,
  seq int not null,
  kind text not null check (kind in ('decided', 'not-accepted')),
  at timestamptz not null,
  on_day date not null,
  unit_code text not null,
  item_code text not null,
  officer_name text not null,
  outcome text not null,
  reason text not null,
  on_time boolean,
  used_days int,
  promised_days int,
  statutory_days int,
  day_unit text,
  primary key (case_no, seq)
);
create index ending_measured on supervision.ending (on_day) include (unit_code, item_code, on_time, used_days, promised_days, statutory_days, day_unit) where kind = 'decided';
create index ending_not_accepted on supervision.ending (at desc, case_no) where kind = 'not-accepted';

-- The grade of every rated matter, without a word and without a person.
create table supervision.graded (
  case_no text primary key,
  on_day date not null,
  unit_code text not null,
  item_code text not null,
  grade int not null check (grade between 1 and 5)
);
create index graded_by_day on supervision.graded (on_day) include (unit_code, grade);

grant usage on schema supervision to tongban_app;
grant select, insert on all tables in schema supervision to tongban_app;
