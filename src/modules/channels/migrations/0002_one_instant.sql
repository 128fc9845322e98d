-- What is closed at an instant, for whoever is about to take something in. Each statement of this function sees what was committed before it, so whoever
-- waited for a closure to be published sees it: publishing holds the lock alone, taking in holds it together until it has committed.
create function channels.suspensions_for_taking(at timestamptz) returns setof channels.suspension language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('channels.suspension', 0));
  return query select * from channels.suspension s
    where (s.until_at is null or s.until_at > at) and (s.ended_at is null or s.ended_at > at) order by s.from_at desc;
end $$;
grant execute on function channels.suspensions_for_taking(timestamptz) to tongban_app;
