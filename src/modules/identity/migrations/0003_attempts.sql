-- Wrong passwords count for a name and the address they come from, and more loosely for the name from everywhere. `name_hash` joins them, so that a
-- new one-time link opens all of them; `known` marks an address from which the name has signed in.
delete from identity.attempt;
alter table identity.attempt rename column username_hash to attempt_hash;
alter table identity.attempt add column name_hash text not null, add column known boolean not null default false;
create index attempt_by_name on identity.attempt (name_hash);
