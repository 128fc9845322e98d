-- What the doctor may know of the queue: which jobs have given up. Their payloads stay with the queue.
create function kernel.failed_jobs() returns table (job_id bigint, identifier text, error text) language sql stable security definer set search_path = pg_catalog as $$
  select id, task_identifier, last_error from graphile_worker.jobs where attempts >= max_attempts and locked_at is null;
$$;
revoke all on function kernel.failed_jobs() from public;
grant execute on function kernel.failed_jobs() to tongban_app;
