-- Jobs are queued in the application's transaction but with the owner's rights: graphile-worker keeps its tables to itself by row security.
create function kernel.queue_jobs(jobs jsonb) returns void language sql security definer set search_path = pg_catalog as $$
  select graphile_worker.add_job(j.identifier, j.payload::json, job_key => j.key, max_attempts => 20)
  from jsonb_to_recordset(jobs) as j (identifier text, key text, payload jsonb);
$$;
revoke all on function kernel.queue_jobs(jsonb) from public;
grant execute on function kernel.queue_jobs(jsonb) to tongban_app;
