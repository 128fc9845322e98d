-- What people send in, and what the office issues. The bytes lie in the object store; here is what is known of them.
create schema documents;

-- The key is made of the content's hash: the same file sent twice lies there once, and a retried upload is the same upload.
create table documents.file (
  file_id uuid primary key,
  owner_id uuid not null,
  name text not null,
  key text not null,
  sha256 text not null,
  bytes bigint not null,
  media_type text not null,
  scan text not null default 'pending' constraint file_scan check (scan in ('pending', 'clean', 'infected', 'unreadable', 'not-scanned')),
  found text,
  scan_tried_at timestamptz,
  scanned_at timestamptz,
  view_key text,
  view_type text,
  lost_at timestamptz,
  erased_at timestamptz,
  at timestamptz not null
);
create index file_by_owner on documents.file (owner_id, at desc, file_id desc);
create index file_by_key on documents.file (key);
-- The longest untried first, so that one file the scanner chokes on never keeps the others waiting.
create index file_waiting on documents.file (scan_tried_at nulls first, at) where scan in ('pending', 'not-scanned') and erased_at is null;

-- Receipts and decisions: made once for one act on a case, never changed, revoked when the case is opened again.
create table documents.issued_document (
  document_id uuid primary key,
  kind text not null constraint issued_document_kind check (kind in ('receipt', 'decision', 'correction', 'refusal', 'apology')),
  case_no text not null,
  seq int not null,
  no text not null,
  language text not null,
  verify_code text not null constraint issued_document_code unique,
  key text not null,
  sha256 text not null,
  facts jsonb not null,
  signed_at timestamptz not null,
  revoked_at timestamptz,
  revoked_why text,
  constraint issued_document_once unique (case_no, kind, seq)
);
create index issued_document_by_hash on documents.issued_document (sha256);

grant usage on schema documents to tongban_app;
grant select, insert on all tables in schema documents to tongban_app;
grant update (scan, found, scan_tried_at, scanned_at, view_key, view_type, lost_at, erased_at) on documents.file to tongban_app;
grant update (revoked_at, revoked_why) on documents.issued_document to tongban_app;
