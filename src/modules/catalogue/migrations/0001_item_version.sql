create schema catalogue;

-- One row that every publication touches: writers queue on it, and its token tells the processes that what they hold is old.
create table catalogue.current (only_one boolean primary key default true check (only_one), token text not null);
insert into catalogue.current (token) values ('empty');

-- What stands outside `body` is what lists, search and directories read; a published body never changes.
create table catalogue.item_version (
  item_version_id uuid primary key,
  code text not null,
  version int not null check (version > 0),
  state text not null default 'published' check (state in ('published', 'retired')),
  jurisdiction text not null check (jurisdiction in ('CN', 'VN')),
  region text,
  unit_code text not null,
  unit_name jsonb,
  effective_from date not null,
  -- May lie before the beginning: the item was retired before this version came into force.
  effective_to date,
  successor text,
  name jsonb not null,
  kind text not null,
  statutory_days int,
  promised_days int,
  visits int not null,
  channels text[] not null,
  audience text[] not null,
  themes text[] not null,
  scopes text[] not null,
  directories text[] not null,
  words text[] not null,
  summary jsonb,
  popularity real not null default 0,
  generated boolean not null,
  imported_from text,
  -- False while the form and the stages are the kind's standard ones.
  complete boolean not null,
  -- What another system said when this version was taken over from it; null when the version was written here.
  source_hash text,
  body jsonb not null,
  published_by uuid,
  published_at timestamptz not null,
  constraint item_version_once unique (code, version)
);
create index item_version_by_unit on catalogue.item_version (unit_code, code);

create table catalogue.draft (
  draft_id uuid primary key,
  code text not null,
  based_on int,
  item jsonb not null,
  version int not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  updated_by uuid,
  updated_at timestamptz not null,
  constraint draft_one_per_item unique (code)
);

create table catalogue.synonym (
  synonym_id text primary key,
  said text[] not null check (cardinality(said) > 0),
  meant text[] not null check (cardinality(meant) > 0),
  language text,
  version int not null default 1,
  updated_at timestamptz not null
);

create table catalogue.zero_hit (words text primary key, language text not null, asked int not null default 1, last_at timestamptz not null);

create table catalogue.import_run (
  import_id uuid primary key,
  format text not null,
  file_name text,
  sha256 text not null,
  bytes int not null,
  accepted int not null,
  warned int not null,
  rejected int not null,
  changed int not null,
  report jsonb not null,
  by uuid,
  by_name text not null,
  at timestamptz not null
);
create index import_run_by_time on catalogue.import_run (at desc, import_id desc);

grant usage on schema catalogue to tongban_app;
grant select, insert, update, delete on all tables in schema catalogue to tongban_app;
revoke insert, delete on catalogue.current from tongban_app;
revoke update, delete on catalogue.import_run from tongban_app;
-- What was published stays: only its end, and facts that are not part of it, may still be written.
revoke update, delete on catalogue.item_version from tongban_app;
grant update (state, effective_to, successor, popularity, unit_name, region) on catalogue.item_version to tongban_app;
