-- A case that is kept no longer leaves its number, item, days, outcome and the bare links of its log. `log_seal` covers those links, so that the log can
-- still be seen to be whole. `keep_until` and the policy it follows from are written when a case has ended.
alter table cases.case_file
  add column keep_until date,
  add column keep_policy text,
  add column erase_warned_at timestamptz,
  add column papers_erased_at timestamptz,
  add column erased_at timestamptz,
  add column log_seal text;
alter table cases.draft add column erase_warned_at timestamptz;
create index case_file_kept on cases.case_file (keep_until) where ended_at is not null and erased_at is null;
create index case_file_unplaced on cases.case_file (keep_policy) where ended_at is not null and erased_at is null;
create index case_file_papers on cases.case_file (decided_at) where ended_at is not null and decided_at is not null and papers_erased_at is null;

-- The log and the messages can only be added to. This alone takes the words out of them, and only of a case that is erased.
create function cases.blank_log(id uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from cases.case_file where case_id = id and erased_at is not null) then
    raise exception 'the case % is not erased', id;
  end if;
  update cases.action set actor_id = null, actor_name = '', reason = null, detail = '{}' where case_id = id;
  delete from cases.message where case_id = id;
end $$;
revoke execute on function cases.blank_log(uuid) from public;
grant execute on function cases.blank_log(uuid) to tongban_app;
