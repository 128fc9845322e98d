create schema privacy;

-- What was erased, by which rule, with a hash that proves what is left. No person stands here.
create table privacy.erasure (
  erasure_id uuid primary key,
  kind text not null check (kind in ('draft', 'identity-papers', 'case')),
  what text not null,
  item_code text not null,
  outcome text,
  rule text not null,
  files int not null,
  issued int not null,
  proof text not null,
  erased_at timestamptz not null,
  constraint erasure_once unique (kind, what)
);
create index erasure_by_age on privacy.erasure (erased_at desc, erasure_id desc);

grant usage on schema privacy to tongban_app;
grant select, insert on privacy.erasure to tongban_app;
