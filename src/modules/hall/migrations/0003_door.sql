-- Who may come in, as decided from an instant on. Versions are never edited: a new one takes over.
create table hall.policy (
  version int primary key,
  effective_at timestamptz not null,
  rules jsonb not null,
  made_by text not null,
  made_at timestamptz not null
);
-- What holds until the office publishes its own: 37.3 ℃ and the questions of the halls of February 2020. A robot is doubted from 0.3 ℃ below on,
-- because a reading of skin in a draught is no measurement.
insert into hall.policy values (1, '1970-01-01T00:00:00Z', '{"temperatureLimit": 37.3,
  "robotMargin": 0.3,
  "handWithinMinutes": 10,
  "repeatAfterMinutes": 5,
  "symptoms": ["fever", "cough", "fatigue", "breath"],
  "symptomOutcome": "refuse",
  "mask": "worn",
  "regions": [],
  "regionDays": 14,
  "regionOutcome": "special",
  "isolationRecord": true,
  "hospital": null,
  "skewMinutes": 5,
  "skewed": "correct",
  "alertMinutes": 30,
  "undoSeconds": 60,
  "leasePlaces": 5,
  "leaseMinutes": 30,
  "passHours": 24,
  "readingDays": 30,
  "identityDays": 30}', '', '1970-01-01T00:00:00Z');

-- Gates, kiosks, displays, robots. A device is paired once by a code; what it may is its scopes.
create table hall.device (
  device_id uuid primary key,
  venue_code text not null,
  door text,
  name text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  code_hash text,
  code_until timestamptz,
  token_hash text,
  paired_at timestamptz,
  seen_at timestamptz,
  offset_ms int,
  waiting int not null default 0,
  calibrated_on date,
  -- The key a robot signs with, sealed with the key of the data folder.
  sealed_key bytea,
  revoked_at timestamptz,
  revoked_by text,
  made_by text not null,
  made_at timestamptz not null,
  version int not null default 1
);
create unique index device_token on hall.device (token_hash) where token_hash is not null;
create unique index device_code on hall.device (code_hash) where code_hash is not null;

-- How many are in an area (the hall, the special hall), and how many places doors without a line may still fill. One row an area, changed by compare-and-set.
create table hall.headcount (
  venue_code text not null,
  area text not null check (area in ('hall', 'special')),
  inside int not null default 0,
  leased int not null default 0 check (leased >= 0),
  constraint headcount_not_negative check (inside + leased >= 0),
  primary key (venue_code, area)
);

-- Places that one door may fill while it has no line. What is not used comes back only when the device has told all it did.
create table hall.lease (
  lease_id uuid primary key,
  venue_code text not null,
  area text not null,
  device_id uuid not null references hall.device,
  places int not null check (places >= 0),
  used int not null default 0,
  granted_at timestamptz not null,
  until_at timestamptz not null,
  closed_at timestamptz,
  constraint lease_used check (used between 0 and places)
);
create unique index lease_open on hall.lease (device_id, area) where closed_at is null;
create index lease_by_venue on hall.lease (venue_code) where closed_at is null;

-- What a device or a person's browser has sent: the same thing sent again is answered the same.
create table hall.device_event (
  source text not null,
  event_id text not null,
  kind text not null,
  subject_id uuid,
  at timestamptz not null,
  primary key (source, event_id)
);

-- The decision at the door. No reading, symptom or region stands here: see hall_health.
create table hall.screening (
  screening_id uuid primary key,
  venue_code text not null,
  door text,
  policy_version int not null references hall.policy,
  outcome text not null check (outcome in ('enter', 'special', 'refuse', 'isolate')),
  repeats uuid references hall.screening,
  booking_no text,
  local_day date not null,
  device_at timestamptz not null,
  at timestamptz not null,
  received_at timestamptz not null,
  by_name text not null,
  source text not null,
  undone_at timestamptz
);
create index screening_by_day on hall.screening (venue_code, local_day);

-- Somebody (with company) in the building. Who it is stands sealed; `shown` is what a screen may say; `person_key` finds the same person again without naming.
create table hall.visit (
  visit_id uuid primary key,
  venue_code text not null,
  area text not null,
  door text,
  screening_id uuid not null references hall.screening,
  booking_no text,
  party int not null check (party between 1 and 20),
  shown text not null,
  person_key text,
  sealed_identity bytea,
  origin text,
  local_day date not null,
  entered_at timestamptz not null,
  left_at timestamptz,
  undone_at timestamptz
);
create index visit_by_day on hall.visit (venue_code, local_day);
create index visit_by_person on hall.visit (person_key, entered_at) where person_key is not null;
create index visit_by_time on hall.visit (venue_code, entered_at);
create index visit_by_booking on hall.visit (booking_no) where booking_no is not null;

-- Every change of a headcount. `people` is signed; the sum of an area is its count at every instant.
create table hall.movement (
  movement_id uuid primary key,
  venue_code text not null,
  area text not null,
  door text,
  kind text not null check (kind in ('in', 'out', 'undo', 'close')),
  people int not null,
  visit_id uuid references hall.visit,
  undoes uuid references hall.movement,
  at timestamptz not null,
  received_at timestamptz not null,
  by_name text not null,
  source text not null,
  reason text
);
create index movement_by_time on hall.movement (venue_code, at);
create unique index movement_undone_once on hall.movement (undoes) where undoes is not null;

grant select, insert on hall.policy, hall.device_event, hall.movement to tongban_app;
grant select, insert, update on hall.device, hall.headcount, hall.lease, hall.screening, hall.visit to tongban_app;
grant update (subject_id) on hall.device_event to tongban_app;
