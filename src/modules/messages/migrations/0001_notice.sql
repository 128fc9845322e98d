create schema messages;

-- What somebody was told. `source` names what it tells of (a fact, the age of a draft), so that the same thing is told to a person once.
create table messages.notice (
  notice_id uuid primary key,
  person_id uuid not null,
  source text collate "C" not null,
  kind text not null,
  case_no text,
  language text not null,
  title text not null,
  body text not null,
  link text not null,
  at timestamptz not null,
  read_at timestamptz,
  constraint notice_once unique (source, person_id)
);
create index notice_by_person on messages.notice (person_id, at desc, notice_id desc);
create index notice_unread on messages.notice (person_id) where read_at is null;

-- How a notice goes out besides the inbox. Held back while `hold_until` stands; after that the job queue has it.
create table messages.delivery (
  notice_id uuid not null references messages.notice,
  way text not null check (way in ('mail')),
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
  attempts int not null default 0,
  hold_until timestamptz,
  sent_at timestamptz,
  error_code text,
  primary key (notice_id, way)
);
create index delivery_held on messages.delivery (hold_until) where hold_until is not null;

grant usage on schema messages to tongban_app;
grant select, insert, update on all tables in schema messages to tongban_app;
