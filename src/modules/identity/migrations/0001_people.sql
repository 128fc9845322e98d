-- People and organisations, how they sign in, what they may do, for whom they act, and who looked at their data.
create schema identity;

create table identity.person (
  person_id uuid primary key,
  kind text not null constraint person_kind check (kind in ('person', 'organisation')),
  name text not null,
  phone text,
  phone_digits text generated always as (regexp_replace(phone, '\D', '', 'g')) stored,
  email text,
  number_masked text,
  number_hash text constraint person_number unique,
  language text not null default 'zh-Hans' constraint person_language check (language in ('zh-Hans', 'zh-Hant', 'vi', 'en')),
  care boolean not null default false,
  unit_code text,
  created_at timestamptz not null
);
create index person_by_phone on identity.person (phone_digits) where phone_digits is not null;

create table identity.account (
  person_id uuid primary key references identity.person,
  username text not null constraint account_username unique,
  password_hash text,
  totp_secret text,
  totp_since timestamptz,
  totp_step bigint,
  demo boolean not null default false,
  created_at timestamptz not null
);

-- Counted by the name that was typed, whether or not it exists, so that a lock tells nobody which names exist.
create table identity.attempt (
  username_hash text primary key,
  failed_count int not null default 0,
  locked_until timestamptz,
  at timestamptz not null
);

create table identity.grant (
  person_id uuid not null references identity.person,
  role text not null,
  unit_code text not null,
  primary key (person_id, role, unit_code)
);
create index grant_by_role on identity.grant (role, unit_code);

create table identity.session (
  session_id uuid primary key,
  token_hash text not null constraint session_token unique,
  person_id uuid not null references identity.person,
  device text not null,
  idle_minutes int not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_by_person on identity.session (person_id) where ended_at is null;

-- A link that lets one person set a password once: a new member of staff, the first owner, a forgotten password.
create table identity.invitation (
  token_hash text primary key,
  person_id uuid not null references identity.person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table identity.mandate (
  mandate_id uuid primary key,
  principal_id uuid not null references identity.person,
  agent_id uuid not null references identity.person,
  items text[],
  from_on date not null,
  until_on date not null,
  proof text,
  state text not null constraint mandate_state check (state in ('offered', 'active', 'declined', 'ended')),
  version int not null default 1,
  offered_by uuid not null references identity.person,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint mandate_days check (from_on <= until_on),
  constraint mandate_two_people check (principal_id <> agent_id)
);
create index mandate_by_agent on identity.mandate (agent_id, principal_id);
create index mandate_by_principal on identity.mandate (principal_id);

-- Who looked at whose data. Written once, never changed.
create table identity.view_log (
  view_id bigint generated always as identity primary key,
  fact_id bigint not null constraint view_log_once unique,
  subject_id uuid not null references identity.person,
  actor_id uuid,
  actor_name text not null,
  actor_unit text,
  what text not null,
  why text not null,
  at timestamptz not null
);
create index view_log_by_subject on identity.view_log (subject_id, view_id desc);

-- Sign-in at an identity provider: the questions still open, and whom its subjects are.
create table identity.provider_visit (
  state text primary key,
  nonce text not null,
  verifier text not null,
  next text not null,
  at timestamptz not null
);
create table identity.provider_subject (
  issuer text not null,
  subject text not null,
  person_id uuid not null references identity.person,
  linked_at timestamptz not null,
  primary key (issuer, subject)
);

-- The cards of the demo page. Empty outside of demo mode.
create table identity.persona (
  username text primary key references identity.account (username),
  position int not null,
  icon text not null,
  start text not null,
  name jsonb not null,
  title jsonb not null,
  steps jsonb not null
);

grant usage on schema identity to tongban_app;
grant select, insert, update, delete on all tables in schema identity to tongban_app;
revoke update, delete on identity.view_log from tongban_app;
