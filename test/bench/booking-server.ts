import { type Static, Type } from 'typebox';
import type { Actor } from '#kernel/actor.ts';
import { type Act, type Action, endpoint } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { jobOf } from '#kernel/jobs.ts';
import { defineModule } from '#kernel/module.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { addDays, dayOf } from '#kernel/workdays.ts';
import { createApp, createHttp } from '#main/app.ts';
import { readConfig } from '#main/config.ts';
import { migrateAll, withPostgres } from '#main/database.ts';
import { loadDemo } from '#main/demo.ts';
import { withClient } from '#main/postgres/check.ts';
import { endOf, matterOf, rootOf, windowsFor } from '#modules/appointments/actions/matter.ts';
import { readSite, type Site } from '#modules/appointments/held.ts';
import { openDays, writePlan } from '#modules/appointments/places.ts';
import { presenceOf } from '#modules/appointments/rules/slot.ts';
import { benchPlace, benchPlan } from './booking-plan.ts';

/**
 * The product's own server with one module more: the ways in which others guard a booking, written as the product's endpoints are, on tables of the same shape.
 * They take part in the comparison only; nothing of them is in the product.
 */
const input = Type.Object({ group: Type.String(), at: Type.String(), party: Type.Integer() });
type Wish = Static<typeof input>;
const output = Type.Object({ holdId: Type.String() });
const holding = (name: string) =>
  endpoint({
    method: 'POST',
    path: `/${name}/holds`,
    may: 'signed-in',
    about: name,
    creates: true,
    input,
    output,
    refusals: { slot_taken: 409 },
  });
const contract = {
  unsafe: holding('unsafe'),
  advisory: holding('advisory'),
  trips: holding('trips'),
  confirm: endpoint({
    method: 'POST',
    path: '/bookings',
    may: 'signed-in',
    about: 'Confirm',
    creates: true,
    input: Type.Object({ holdId: Type.String() }),
    output: Type.Object({ bookingNo: Type.String() }),
    refusals: { not_found: 404 },
  }),
};

type Asked = Awaited<ReturnType<typeof readWish>>;

async function readWish(act: Act, { group, at, party }: Wish) {
  const startsAt = new Date(at);
  const matter = await matterOf(act, { venue: benchPlace, group }, dayOf(startsAt, 'Asia/Shanghai'));
  if (isRefusal(matter)) throw new Error(matter.refused);
  const endsAt = endOf(matter, startsAt);
  const inside = presenceOf(matter.plan, startsAt, endsAt);
  return { party, group, root: rootOf(matter), windows: windowsFor(matter).map(({ id }) => id), startsAt, endsAt, ...inside };
}

/** A window that is free throughout, and whether the hall has room; read without any lock of its own. */
async function look(act: Act, wish: Asked): Promise<number | undefined> {
  const found = await act.tx.maybe<{ id: number }>(
    `select w.id from unnest($1::int[]) as w (id)
     where (select count(*) from bench.cell c where c.resource_id = w.id and c.at >= $2 and c.at < $3 and c.bookings < c.booking_cap and c.persons + $4 <= c.person_cap)
         = extract(epoch from $3::timestamptz - $2) / 300
       and (select count(*) from bench.cell c where c.resource_id = $5 and c.at >= $6 and c.at < $7 and c.persons + $4 <= c.person_cap)
         = extract(epoch from $7::timestamptz - $6) / 300
     limit 1`,
    [shuffled(wish.windows), wish.startsAt, wish.endsAt, wish.party, wish.root, wish.insideFrom, wish.insideUntil],
  );
  return found?.id;
}

function shuffled(list: readonly number[]): number[] {
  const from = Number.parseInt(newId().slice(-4), 16) % list.length;
  return [...list.slice(from), ...list.slice(0, from)];
}

const insert = `insert into bench.booking (booking_id, place, day, root_id, window_id, service_group, starts_at, ends_at, inside_from, inside_until, party, state,
    holder_key, person_id, name, phone, language, channel, expires_at, ordered_at)
  values ($1, '${benchPlace}', $2, $3, $4, $5, $6, $7, $8, $9, $10, 'held', $11, $12, 'x', '', 'zh-Hans', 'online', $13, $14)`;
const count = `update bench.cell set bookings = bookings + 1, persons = persons + $10
  where (resource_id = $3 and at >= $8 and at < $9) or (resource_id = $4 and at >= $6 and at < $7)`;

function valuesOf(act: Act, wish: Asked, windowId: number): unknown[] {
  const { personId = null } = act.actor;
  return [
    newId(),
    dayOf(wish.startsAt, 'Asia/Shanghai'),
    wish.root,
    windowId,
    wish.group,
    wish.startsAt,
    wish.endsAt,
    wish.insideFrom,
    wish.insideUntil,
    wish.party,
    personId,
    personId,
    new Date(act.now.getTime() + 300_000),
    act.now,
  ];
}

async function takeInOne(act: Act, wish: Asked) {
  const windowId = await look(act, wish);
  if (windowId === undefined) return refuse('slot_taken');
  const values = valuesOf(act, wish, windowId);
  await act.tx.run(`with counted as (${count}) ${insert}`, values);
  return { holdId: String(values[0]) };
}

/** Looks, then writes: as most systems do. */
const unsafe: Action<typeof contract.unsafe> = async (act, body) => takeInOne(act, await readWish(act, body));

/** One lock a hall and day, then looks and writes. */
const advisory: Action<typeof contract.advisory> = async (act, body) => {
  const wish = await readWish(act, body);
  await act.tx.run(`select pg_advisory_xact_lock(hashtext($1))`, [`${benchPlace}/${dayOf(wish.startsAt, 'Asia/Shanghai')}`]);
  return takeInOne(act, wish);
};

/** Looks, locks the rows in order, looks again, writes the booking, writes the counters: one trip each. */
const trips: Action<typeof contract.trips> = async (act, body) => {
  const wish = await readWish(act, body);
  const windowId = await look(act, wish);
  if (windowId === undefined) return refuse('slot_taken');
  const values = valuesOf(act, wish, windowId);
  const locked = await act.tx.rows<{ full: boolean }>(
    `select persons + $7 > person_cap or bookings >= booking_cap as full from bench.cell
     where (resource_id = $1 and at >= $5 and at < $6) or (resource_id = $2 and at >= $3 and at < $4) order by resource_id, at for update`,
    [wish.root, windowId, wish.startsAt, wish.endsAt, wish.insideFrom, wish.insideUntil, wish.party],
  );
  if (locked.some(({ full }) => full)) return refuse('slot_taken');
  await act.tx.run(insert, values);
  await act.tx.run(
    `update bench.cell set bookings = bookings + 1, persons = persons + $7
     where (resource_id = $1 and at >= $5 and at < $6) or (resource_id = $2 and at >= $3 and at < $4)`,
    [wish.root, windowId, wish.startsAt, wish.endsAt, wish.insideFrom, wish.insideUntil, wish.party],
  );
  return { holdId: String(values[0]) };
};

const confirm: Action<typeof contract.confirm> = async (act, { holdId }) => {
  const bookingNo = newId();
  const row = await act.tx.maybe(
    `update bench.booking set state = 'confirmed', booking_no = $2, token = $2, expires_at = null, version = version + 1
     where booking_id = $1 and state = 'held' returning booking_id`,
    [holdId, bookingNo],
  );
  if (!row) return refuse('not_found');
  act.tx.send(`insert into bench.booking_event (booking_id, seq, act, at) values ($1, 1, 'book', $2)`, [holdId, act.now]);
  act.publish('booked', { bookingNo });
  return { bookingNo };
};

const benchModule = defineModule({
  name: 'bench',
  contract,
  actions: { unsafe, advisory, trips, confirm },
  migrations: new URL('./', import.meta.url),
});

/** Whoever calls is a person of that name: signing in is not what is measured. */
async function actorOf(token: string): Promise<Actor> {
  return { kind: 'person', personId: token, name: 'bench', grants: [], unitCode: undefined, sessionId: undefined };
}

const resetting = [
  `truncate appointments.booking, appointments.booking_event, appointments.waiting, bench.booking, bench.booking_event, kernel.answer`,
  `update appointments.cell set bookings = 0, persons = 0 where bookings > 0`,
  `update bench.cell set bookings = 0, persons = 0 where bookings > 0`,
  `vacuum analyze appointments.cell`,
  `vacuum analyze bench.cell`,
];

const config = readConfig();
await withPostgres(config, async ({ ownerUrl, appUrl }) => {
  await migrateAll(ownerUrl);
  const made = createApp(config, appUrl);
  await loadDemo(made, { generated: false, cases: false });
  const app = { ...made, modules: [...made.modules, benchModule], resolveSession: actorOf };
  await jobOf(app, 'appointments').transaction(async (act) => {
    if (await readSite(act.tx, benchPlace)) return;
    await writePlan(act, { place: benchPlace, version: 1, validFrom: addDays(dayOf(act.now, 'Asia/Shanghai'), -1), body: benchPlan });
    await openDays(act, (await readSite(act.tx, benchPlace)) as Site);
  });
  await withClient(ownerUrl, (client) =>
    client.query(
      `create schema if not exists bench;
       create table if not exists bench.cell (like appointments.cell including defaults including indexes) with (fillfactor = 50);
       create table if not exists bench.booking (like appointments.booking including defaults including indexes including generated) with (fillfactor = 80);
       create table if not exists bench.booking_event (like appointments.booking_event including defaults including indexes);
       grant usage on schema bench to tongban_app; grant all on all tables in schema bench to tongban_app;
       insert into bench.cell select * from appointments.cell where resource_id in (select resource_id from appointments.resource where place = '${benchPlace}')
       on conflict do nothing; analyze`,
    ),
  );
  const http = await createHttp(app, config);
  http.post('/bench/reset', async () => {
    await withClient(ownerUrl, async (client) => {
      for (const statement of resetting) await client.query(statement);
    });
    return {};
  });
  http.get('/bench/count', async () =>
    withClient(ownerUrl, async (client) => {
      const over = (schema: string) =>
        client.query(
          `select r.kind, count(*)::int as cells from ${schema}.cell c join appointments.resource r using (resource_id)
           where c.bookings > c.booking_cap or c.persons > c.person_cap group by r.kind`,
        );
      const wrong = await client.query(
        `select count(*)::int as cells from (select resource_id, at, count(*) as bookings, sum(party) as persons from appointments.coverage group by 1, 2) v
         full join appointments.cell c using (resource_id, at) where (c.bookings, c.persons) is distinct from (coalesce(v.bookings, 0), coalesce(v.persons, 0))`,
      );
      const live = await client.query(`select count(*)::int as n from appointments.booking where state = 'confirmed'`);
      return {
        ours: (await over('appointments')).rows,
        theirs: (await over('bench')).rows,
        miscounted: wrong.rows[0].cells,
        confirmed: live.rows[0].n,
      };
    }),
  );
  await http.listen({ host: config.host, port: config.port });
  await new Promise((resolve) => process.once('SIGTERM', resolve));
  await http.close();
  await app.db.close();
  return 0;
});
