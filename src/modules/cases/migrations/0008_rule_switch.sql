-- Who stopped deciding by rule, or began it again, for one item or ('') for all; the last word holds.
create table cases.rule_switch (
  switch_id uuid primary key,
  item_code text not null,
  is_off boolean not null,
  at timestamptz not null,
  by_id uuid,
  by_name text not null,
  reason text not null
);
create index rule_switch_last on cases.rule_switch (item_code, at desc);
grant select, insert on cases.rule_switch to tongban_app;

-- Open cases of which the law reads something into silence.
create index case_file_silence on cases.case_file (coalesce(statutory_by, promised_by)) where marks ? 'silence' and state in ('review', 'deciding');
