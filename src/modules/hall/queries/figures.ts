import type { Tx } from '#kernel/db.ts';

export type WindowDay = { readonly served: number; readonly meanSeconds: number; readonly rated: number; readonly goodRatings: number };

/** What one window has done today. */
export function dayOfWindow(tx: Tx, windowId: string, onDay: string): Promise<WindowDay> {
  return tx.one<WindowDay>(
    `select count(*)::int as served, coalesce(avg(extract(epoch from ended_at - serving_at)), 0)::float as mean_seconds,
       count(rating)::int as rated, count(*) filter (where rating >= 4)::int as good_ratings
     from hall.ticket where window_id = $1 and on_day = $2 and state = 'done'`,
    [windowId, onDay],
  );
}

export type GroupDay = {
  readonly serviceGroup: string;
  readonly taken: number;
  readonly served: number;
  readonly missed: number;
  readonly waiting: number;
  readonly waitP50: number | null;
  readonly waitP90: number | null;
  readonly serviceMean: number | null;
};
type VenueDay = { readonly venue: string; readonly onDay: string };

const waited = `extract(epoch from first_called_at - taken_at) / 60`;

export function listGroupDays(tx: Tx, { venue, onDay }: VenueDay): Promise<GroupDay[]> {
  return tx.rows<GroupDay>(
    `select service_group, count(*)::int as taken, count(*) filter (where state = 'done')::int as served,
       count(*) filter (where state = 'missed' or (state = 'lapsed' and first_called_at is not null and serving_at is null))::int as missed,
       count(*) filter (where state = 'waiting')::int as waiting,
       percentile_cont(0.5) within group (order by ${waited})::float as wait_p50, percentile_cont(0.9) within group (order by ${waited})::float as wait_p90,
       (avg(extract(epoch from ended_at - serving_at)) filter (where state = 'done') / 60)::float as service_mean
     from hall.ticket where venue = $1 and on_day = $2 group by service_group order by service_group`,
    [venue, onDay],
  );
}

export type HalfHour = {
  readonly minute: number;
  readonly booked: number;
  readonly walkIn: number;
  readonly waitP50: number | null;
  readonly waitP90: number | null;
};

/** By half hour of the hall's own clock, from midnight in minutes. */
export function listHalfHours(tx: Tx, { venue, onDay, zone }: VenueDay & { zone: string }): Promise<HalfHour[]> {
  return tx.rows<HalfHour>(
    `select (extract(hour from taken_at at time zone $3) * 60 + floor(extract(minute from taken_at at time zone $3) / 30) * 30)::int as minute,
       count(*) filter (where kind = 'booked')::int as booked, count(*) filter (where kind <> 'booked')::int as walk_in,
       percentile_cont(0.5) within group (order by ${waited})::float as wait_p50, percentile_cont(0.9) within group (order by ${waited})::float as wait_p90
     from hall.ticket where venue = $1 and on_day = $2 group by 1 order by 1`,
    [venue, onDay, zone],
  );
}

export type WindowUse = { readonly windowId: string; readonly served: number; readonly openMinutes: number; readonly busyMinutes: number };

/** How long each window was open (until now, while it still is) and how long somebody was served there. */
export function listWindowUse(tx: Tx, { venue, onDay, from, until }: VenueDay & { from: Date; until: Date }): Promise<WindowUse[]> {
  return tx.rows<WindowUse>(
    `with spans as (
       select window_id, state, at, coalesce(lead(at) over (partition by window_id order by event_id), $4) as until
       from hall.window_event where venue = $1 and at >= $3 and at < $4),
     opened as (select window_id, sum(extract(epoch from until - at)) / 60 as minutes from spans where state = 'open' group by window_id),
     served as (
       select window_id, count(*) filter (where state = 'done') as done,
         sum(extract(epoch from coalesce(ended_at, $4) - serving_at)) filter (where state in ('done', 'serving')) / 60 as minutes
       from hall.ticket where venue = $1 and on_day = $2 and serving_at is not null and window_id is not null group by window_id)
     select coalesce(o.window_id, s.window_id) as window_id, coalesce(s.done, 0)::int as served, coalesce(round(o.minutes), 0)::int as open_minutes,
       coalesce(round(s.minutes), 0)::int as busy_minutes
     from opened o full join served s using (window_id)`,
    [venue, onDay, from, until],
  );
}

export type ForecastOutcome = { readonly p50: number; readonly p90: number; readonly formula: number; readonly waited: number };

/** Forecasts given to walk-ins and what became of them; who missed a call or was moved is left out, because nobody forecast that. */
export function listForecasts(tx: Tx, { venue, from, until }: { venue: string; from: string; until: string }): Promise<ForecastOutcome[]> {
  return tx.rows<ForecastOutcome>(
    `select p50_minutes as p50, p90_minutes as p90, formula_minutes::float as formula, ${waited}::float as waited from hall.ticket
     where venue = $1 and on_day between $2 and $3 and p90_minutes is not null and first_called_at is not null and returns = 0 and kind = 'walk-in'
     order by taken_at desc limit 5000`,
    [venue, from, until],
  );
}

export type Demand = { readonly serviceGroup: string; readonly minute: number; readonly walkIns: number };

/** Walk-ins by group and half hour on the days before, and on how many days there were any. */
export async function listDemand(tx: Tx, { venue, from, until, zone }: { venue: string; from: string; until: string; zone: string }) {
  const rows = await tx.rows<Demand>(
    `select service_group, (extract(hour from taken_at at time zone $4) * 60 + floor(extract(minute from taken_at at time zone $4) / 30) * 30)::int as minute,
       count(*)::int as walk_ins
     from hall.ticket where venue = $1 and on_day between $2 and $3 and kind <> 'booked' and not special group by 1, 2 order by 1, 2`,
    [venue, from, until, zone],
  );
  const { days } = await tx.one<{ days: number }>(
    `select count(distinct on_day)::int as days from hall.ticket where venue = $1 and on_day between $2 and $3 and kind <> 'booked'`,
    [venue, from, until],
  );
  return { rows, days };
}
