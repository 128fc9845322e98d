-- A busy day begins with an empty table, of which the planner thinks that reading it whole is quickest, and keeps to it while the table grows.
alter function appointments.take_place(jsonb) set enable_seqscan = off;
alter function appointments.give_back(uuid[], timestamptz) set enable_seqscan = off;
alter function appointments.lock_roots(uuid[], int, timestamptz, timestamptz) set enable_seqscan = off;
alter function appointments.release_places(uuid[], text, timestamptz) set enable_seqscan = off;
