create schema cases;

-- One open draft per person, person acted for and item; sent ones stay until their case is closed, so that a repeated Submit gets the first answer.
create table cases.draft (
  draft_id uuid primary key,
  region text not null,
  item_code text not null,
  item_version int not null,
  person_id uuid not null,
  on_behalf_of uuid,
  channel text not null,
  answers jsonb not null default '{}',
  slots jsonb not null default '{}',
  delivery jsonb not null default '{}',
  checked_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  sent_case_no text
);
create unique index draft_one_open on cases.draft (person_id, item_code, coalesce(on_behalf_of, '00000000-0000-0000-0000-000000000000')) where sent_case_no is null;

-- The case row carries what lists filter on; the actions carry the truth.
create table cases.case_file (
  case_id uuid primary key,
  case_no text not null,
  region text not null,
  item_code text not null,
  item_version int not null,
  item_name jsonb not null,
  unit_code text not null,
  intake_unit text not null,
  state text not null,
  lane text not null default 'normal' check (lane in ('normal', 'tolerance', 'green')),
  channel text not null,
  version int not null default 1,
  applicant_id uuid not null,
  agent_id uuid,
  applicant_name text not null,
  applicant_phone text not null,
  phone_last4 text not null,
  language text not null,
  holder_id uuid,
  holder_name text,
  leased_until timestamptz,
  answers jsonb not null,
  slots jsonb not null,
  delivery jsonb not null,
  plan jsonb,
  ledger jsonb not null,
  correction jsonb,
  decision jsonb,
  received_at timestamptz not null,
  accepted_at timestamptz,
  decided_at timestamptz,
  ended_at timestamptz,
  statutory_by date,
  promised_by date,
  due_on date,
  paused_at timestamptz,
  pause_reason text,
  outcome text,
  last_seq int not null,
  last_hash text not null,
  touched_at timestamptz not null,
  constraint case_file_state check (state in ('submitted', 'correction', 'review', 'deciding', 'decided', 'served', 'closed', 'not-accepted', 'withdrawn', 'lapsed', 'merged'))
);
create unique index case_file_no on cases.case_file (case_no);
-- Work lists: open cases of a unit or a holder, due first; paused ones, which have no due day, come last.
create index case_file_open_by_unit on cases.case_file (unit_code, coalesce(due_on, '9999-12-31'), case_id) where state in ('submitted', 'correction', 'review', 'deciding', 'decided');
create index case_file_open_by_due on cases.case_file (coalesce(due_on, '9999-12-31'), case_id) where state in ('submitted', 'correction', 'review', 'deciding', 'decided');
create index case_file_open_by_holder on cases.case_file (holder_id, coalesce(due_on, '9999-12-31'), case_id) where state in ('submitted', 'correction', 'review', 'deciding', 'decided') and holder_id is not null;
create index case_file_by_applicant on cases.case_file (applicant_id, received_at desc);
create index case_file_by_agent on cases.case_file (agent_id, received_at desc) where agent_id is not null;

create table cases.action (
  case_id uuid not null references cases.case_file,
  seq int not null,
  act text not null,
  at timestamptz not null,
  actor_id uuid,
  actor_name text not null,
  before_state text,
  after_state text not null,
  reason text,
  detail jsonb not null default '{}',
  hash text not null,
  primary key (case_id, seq)
);
create index action_by_actor on cases.action (actor_id, at) where actor_id is not null;

create table cases.stage_task (
  case_id uuid not null references cases.case_file,
  task_key text not null,
  step int not null,
  unit_code text not null,
  kind text not null,
  due_on date,
  state text not null check (state in ('open', 'done', 'skipped')),
  opened_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  done_by_name text,
  outcome text,
  opinion text,
  primary key (case_id, task_key, opened_at)
);
create index stage_task_open_by_unit on cases.stage_task (unit_code, due_on) where state = 'open';

create table cases.message (
  message_id uuid primary key,
  case_id uuid not null references cases.case_file,
  at timestamptz not null,
  from_office boolean not null,
  author_id uuid,
  author_name text not null,
  body text not null,
  file_ids uuid[] not null default '{}'
);
create index message_by_case on cases.message (case_id, at);

create table cases.rating (
  case_id uuid primary key references cases.case_file,
  at timestamptz not null,
  grade int not null check (grade between 1 and 5),
  aspects text[] not null default '{}',
  words text,
  follow_up_by date,
  followed_up_at timestamptz,
  follow_up text,
  follow_up_by_name text
);
create index rating_open_follow_up on cases.rating (follow_up_by) where follow_up_by is not null and followed_up_at is null;

-- Who has a case open right now, for the presence dots; rows are worth a minute.
create unlogged table cases.presence (case_id uuid not null, person_id uuid not null, name text not null, seen_at timestamptz not null, primary key (case_id, person_id));

grant usage on schema cases to tongban_app;
grant select, insert, update on all tables in schema cases to tongban_app;
grant delete on cases.draft, cases.presence to tongban_app;
-- The log is append-only: the application can add to it and read it, nothing else.
revoke update on cases.action, cases.message from tongban_app;
