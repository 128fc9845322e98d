-- What other modules may read of cases in bulk. No personal data of applicants: numbers, items, units, officers, days.

-- Every case that is not at its end. `held_by_unit` is the unit that has it in hand: the window until it is accepted and when the result is handed over.
create view cases.public_open_case as
select case_id, case_no, version, region, item_code, item_name, unit_code,
  case when state in ('submitted', 'decided') then intake_unit else unit_code end as held_by_unit,
  state, lane, channel, holder_id, holder_name, leased_until, received_at, accepted_at, promised_by, statutory_by, due_on, paused_at, pause_reason, touched_at
from cases.case_file
where state in ('submitted', 'correction', 'review', 'deciding', 'decided');

-- Drafts that were not sent yet.
create view cases.public_open_draft as
select draft_id, person_id, on_behalf_of, item_code, channel, created_at, updated_at from cases.draft where sent_case_no is null;
create index draft_open_by_age on cases.draft (updated_at) where sent_case_no is null;

-- Ratings with what became of the bad ones. The words are the applicant's own: show them to those who follow up, never to the public.
create view cases.public_rating as
select r.case_id, c.case_no, c.region, c.item_code, c.item_name, c.unit_code, r.at, r.grade, r.aspects, r.words, r.follow_up_by, r.followed_up_at, r.follow_up, r.follow_up_by_name
from cases.rating r join cases.case_file c using (case_id);
create index rating_by_age on cases.rating (at);

-- Supervision counts every open case by unit and holder: all it needs stands in one index.
create index case_file_supervised on cases.case_file (unit_code)
  include (region, state, intake_unit, holder_id, holder_name, leased_until, due_on, paused_at, pause_reason, touched_at)
  where state in ('submitted', 'correction', 'review', 'deciding', 'decided');

grant select on cases.public_open_case, cases.public_open_draft, cases.public_rating to tongban_app;
