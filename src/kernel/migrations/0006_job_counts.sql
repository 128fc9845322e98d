-- What the metrics may know of the queue: how many jobs wait for their turn, how many are late, and how many have given up.
create function kernel.job_counts() returns table (waiting bigint, running bigint, failed bigint, oldest_seconds double precision)
  language sql stable security definer set search_path = pg_catalog as $$
  select count(*) filter (where attempts < max_attempts and locked_at is null),
         count(*) filter (where locked_at is not null),
         count(*) filter (where attempts >= max_attempts and locked_at is null),
         coalesce(extract(epoch from now() - min(run_at) filter (where attempts < max_attempts and locked_at is null and run_at <= now())), 0)::double precision
  from graphile_worker.jobs;
$$;
revoke all on function kernel.job_counts() from public;
grant execute on function kernel.job_counts() to tongban_app;
