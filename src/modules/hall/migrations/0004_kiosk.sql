-- Kiosks, the hall's own and those of banks and post offices. Nothing of a person stands here: only that the machine was used and left nothing behind.
create table hall.kiosk_state (
  device_id uuid primary key references hall.device,
  paper text not null constraint kiosk_state_paper check (paper in ('ok', 'low', 'out')),
  reader text not null constraint kiosk_state_reader check (reader in ('ok', 'broken', 'none')),
  reported_at timestamptz not null
);

create table hall.kiosk_session (
  session_id uuid primary key,
  device_id uuid not null references hall.device,
  began_at timestamptz not null,
  ended_at timestamptz,
  ended_by text constraint kiosk_session_end check (ended_by in ('person', 'idle', 'next')),
  wiped boolean,
  constraint kiosk_session_ended check ((ended_at is null) = (ended_by is null))
);
create unique index kiosk_session_open on hall.kiosk_session (device_id) where ended_at is null;
create index kiosk_session_by_time on hall.kiosk_session (device_id, began_at);

grant select, insert, update on hall.kiosk_state, hall.kiosk_session to tongban_app;
