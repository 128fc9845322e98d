-- Whoever is not signed in can have forms kept: so many from one address, so many in all, the oldest go.
alter table kernel.parked_form add column address_hash text not null default '';
create index parked_form_by_address on kernel.parked_form (address_hash, at);
create index parked_form_by_time on kernel.parked_form (at);
