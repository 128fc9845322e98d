-- The queue: tickets of a local day, who was called when, and which officer serves at which window.

-- The last number of each series and day. Numbers may have gaps; they are never found by counting.
create table hall.series (
  venue text not null,
  on_day date not null,
  series text not null,
  last_no int not null,
  primary key (venue, on_day, series)
);

create table hall.ticket (
  ticket_id uuid primary key,
  venue text not null,
  on_day date not null,
  series text not null,
  no int not null,
  ticket_no text not null,
  service_group text not null,
  kind text not null constraint ticket_kind check (kind in ('walk-in', 'booked', 'priority')),
  priority_reason text,
  special boolean not null default false,
  party int not null constraint ticket_party check (party > 0),
  origin text not null,
  item_code text,
  booking_no text,
  visit_id uuid,
  person_id uuid,
  language text not null,
  taken_at timestamptz not null,
  effective_at timestamptz not null,
  state text not null constraint ticket_state
    check (state in ('waiting', 'called', 'serving', 'done', 'missed', 'parked', 'lapsed')),
  -- Only this window may call it: somebody who was moved there or has to come back to the same officer.
  only_window_id uuid,
  window_id uuid,
  calls int not null default 0,
  returns int not null default 0,
  first_called_at timestamptz,
  called_at timestamptz,
  serving_at timestamptz,
  ended_at timestamptz,
  p50_minutes int,
  p90_minutes int,
  formula_minutes real,
  note text,
  -- Opens the holder's own page; printed on the ticket as a square.
  token text not null constraint ticket_token unique,
  rating int constraint ticket_rating check (rating between 1 and 5),
  rating_comment text,
  rated_at timestamptz,
  version int not null default 1,
  constraint ticket_number unique (venue, on_day, series, no),
  constraint ticket_window check ((state in ('called', 'serving')) <= (window_id is not null))
);
create unique index ticket_at_window on hall.ticket (window_id) where state in ('called', 'serving');
create unique index ticket_of_booking on hall.ticket (booking_no) where state <> 'lapsed';
create index ticket_waiting on hall.ticket (venue, on_day, service_group, effective_at, taken_at) where state = 'waiting';
create index ticket_called on hall.ticket (venue, on_day, service_group, taken_at) where first_called_at is not null;
create index ticket_of_day on hall.ticket (venue, on_day, ticket_no);
create index ticket_served on hall.ticket (venue, service_group, ended_at) where state = 'done';
create index ticket_open on hall.ticket (on_day) where state in ('waiting', 'called', 'serving', 'missed', 'parked');
create index ticket_of_person on hall.ticket (person_id, on_day) where person_id is not null;

-- What happened to each ticket, only added to.
create table hall.ticket_event (
  event_id bigint generated always as identity primary key,
  ticket_id uuid not null references hall.ticket,
  venue text not null,
  on_day date not null,
  kind text not null constraint ticket_event_kind
    check (kind in ('taken', 'called', 'recalled', 'serving', 'done', 'missed', 'parked', 'returned', 'moved', 'lapsed')),
  window_id uuid,
  window_no text,
  by_id uuid,
  at timestamptz not null
);
create index ticket_event_of_ticket on hall.ticket_event (ticket_id, event_id);
create index ticket_event_called on hall.ticket_event (venue, on_day, event_id) where kind in ('called', 'recalled');

-- A window as it is now. `people` stand at it; who was served and has not left is counted too.
create table hall.window_state (
  window_id uuid primary key,
  venue text not null,
  window_no text not null,
  groups text[] not null,
  special boolean not null,
  person_cap int not null,
  state text not null constraint window_state_state check (state in ('closed', 'open', 'paused')),
  officer_id uuid,
  officer_name text,
  people int not null default 0 constraint window_state_people check (people between 0 and person_cap),
  since timestamptz not null,
  version int not null default 1,
  constraint window_state_officer check ((state = 'closed') = (officer_id is null))
);
create unique index window_state_one_officer on hall.window_state (officer_id) where officer_id is not null;
create index window_state_of_venue on hall.window_state (venue, window_no);

create table hall.window_event (
  window_id uuid not null,
  venue text not null,
  at timestamptz not null,
  state text not null,
  officer_id uuid,
  event_id bigint generated always as identity primary key
);
create index window_event_of_venue on hall.window_event (venue, at);

grant select, insert, update on hall.series to tongban_app;
grant select, insert on hall.ticket, hall.ticket_event, hall.window_event to tongban_app;
grant update (service_group, kind, priority_reason, visit_id, effective_at, state, only_window_id, window_id, calls, returns, first_called_at,
  called_at, serving_at, ended_at, note, rating, rating_comment, rated_at, version) on hall.ticket to tongban_app;
grant select, insert, update on hall.window_state to tongban_app;
