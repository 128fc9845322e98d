-- How the result of a case comes to the person: opened online, collected at the counter, or carried by a courier.
create schema delivery;

-- One for each decision: a case that is opened again and decided anew is handed over anew.
create table delivery.handover (
  handover_id uuid primary key,
  case_no text not null,
  seq int not null,
  unit_code text not null,
  way text not null constraint handover_way check (way in ('electronic', 'counter', 'courier')),
  state text not null constraint handover_state
    check (state in ('ready', 'booking', 'booked', 'picked_up', 'in_transit', 'out_for_delivery', 'delivered', 'cancelled')),
  code text not null,
  wrong_codes int not null default 0,
  recipient jsonb,
  tracking_no text,
  booked_at timestamptz,
  asked_at timestamptz,
  done_at timestamptz,
  proof jsonb,
  version int not null default 1,
  created_at timestamptz not null,
  constraint handover_once unique (case_no, seq)
);
create index handover_on_the_way on delivery.handover (asked_at nulls first) where state in ('booked', 'picked_up', 'in_transit', 'out_for_delivery');
create index handover_at_counter on delivery.handover (code) where state = 'ready';

create table delivery.parcel_step (
  handover_id uuid not null references delivery.handover,
  tracking_no text not null,
  state text not null,
  at timestamptz not null,
  primary key (handover_id, tracking_no, state)
);

grant usage on schema delivery to tongban_app;
grant select, insert on all tables in schema delivery to tongban_app;
grant update (way, state, wrong_codes, recipient, tracking_no, booked_at, asked_at, done_at, proof, version) on delivery.handover to tongban_app;
