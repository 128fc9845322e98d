-- What the nightly recount found; only added to.
create table appointments.audit (at timestamptz primary key, cells bigint not null, faults jsonb not null);
grant select, insert on appointments.audit to tongban_app;
