-- Every write leaves a row in both tables: no more is kept sorted than somebody asks for in that order.
alter table kernel.outbox drop constraint outbox_pkey;
drop index kernel.outbox_by_position;
alter table kernel.outbox add primary key (xid, fact_id);

-- Answers come in the order of their age and are only ever swept by it.
drop index kernel.answer_by_age;
create index answer_by_age on kernel.answer using brin (at);
