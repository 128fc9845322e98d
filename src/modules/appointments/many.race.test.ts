import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobOf } from '#kernel/jobs.ts';
import { newId } from '#kernel/ids.ts';
import { instantAt } from '#kernel/workdays.ts';
import { benchPlace, benchPlan } from '#test/bench/booking-plan.ts';
import { rebookOne } from './actions/closing.ts';
import { take } from './actions/take.ts';
import { type Site, readSite } from './held.ts';
import { openDays, writePlan } from './places.ts';
import { type Counter, openCounter } from './testing.ts';

let counter: Counter;
const on = '2020-08-04';
beforeAll(async () => {
  counter = await openCounter();
  await jobOf(counter.office.app, 'appointments').transaction(async (act) => {
    await writePlan(act, { place: benchPlace, version: 1, validFrom: '2020-07-01', body: benchPlan });
    await openDays(act, (await readSite(act.tx, benchPlace)) as Site);
  });
}, 120_000);
afterAll(() => counter.close());

const job = () => jobOf(counter.office.app, 'appointments');

/** People by phone, ten minutes each, one after the other over the day. */
async function fill(people: number): Promise<void> {
  for (let from = 0; from < people; from += 250)
    await job().transaction(async (act) => {
      for (let index = from; index < Math.min(people, from + 250); index += 1) {
        const taken = await take(act, {
          venue: benchPlace,
          group: 'G2',
          at: instantAt(on, 480 + (index % 48) * 10, 'Asia/Shanghai'),
          party: 1,
          holder: { holderKey: `tel:${index}`, personId: null, name: '来电人', phone: `0600-6 ${index}` },
          state: 'confirmed',
          numbered: { bookingNo: newId(), token: newId() },
          expiresAt: null,
          byStaff: true,
          channel: 'phone',
        });
        if ('refused' in taken) throw new Error(JSON.stringify(taken));
      }
    });
}

test('two thousand people of a closed day are offered other places in one go, none lost and none twice', async () => {
  await fill(2000);
  const admin = await counter.office.as('admin');
  const closing = {
    scope: { venue: 'hechuan-hall' },
    channels: ['appointment'],
    from: `${on}T00:00:00+08:00`,
    until: '2020-08-05T00:00:00+08:00',
    reason: '停电',
  };
  expect((await admin.post('/channels/suspensions', closing)).status).toBe(201);
  const began = performance.now();
  await job().transaction((act) => rebookOne(act, benchPlace));
  console.log(`2,000 people re-booked in ${Math.round(performance.now() - began)} ms`);
  const states = await counter.sql<{ state: string; day: string; n: number }>(
    `select state, (starts_at at time zone 'Asia/Shanghai')::date::text as day, count(*)::int as n from appointments.booking where place = $1 group by 1, 2`,
    [benchPlace],
  );
  expect(states.every(({ state, day }) => state === 'offered' && day !== on)).toBe(true);
  expect(states.reduce((sum, { n }) => sum + n, 0)).toBe(2000);
  expect(await counter.faults()).toEqual([]);
}, 120_000);

test('of many more people than seats at a release, exactly as many are booked as there are seats, and the rest are told of other times', async () => {
  const at = instantAt('2020-08-11', 480, 'Asia/Shanghai').toISOString();
  const seats = benchPlan.windows.length;
  const people = Array.from({ length: 300 }, () => counter.someone());
  const answers = await Promise.all(
    people.map(async (person, index) => {
      const held = await person.post('/appointments/holds', { venue: benchPlace, group: 'G4', at, party: 1 });
      if (held.status === 201 && index % 10 === 0) return 'left';
      if (held.status !== 201) return ((held.body.facts?.['alternatives'] ?? []) as unknown[]).length > 0 ? held.body.code : 'alone';
      const again = index % 7 === 0 ? await person.post('/appointments', { holdId: held.body['holdId'] }) : undefined;
      const booked = await person.post('/appointments', { holdId: held.body['holdId'], phone: '0600-610 1' });
      return again && again.body['bookingNo'] !== booked.body['bookingNo'] ? 'twice' : booked.status;
    }),
  );
  const count = (what: unknown) => answers.filter((answer) => answer === what).length;
  expect(count(201) + count('left')).toBe(seats);
  expect(count('slot_taken')).toBe(300 - seats);
  counter.pass(301_000);
  const late = await Promise.all(
    Array.from({ length: 20 }, () => counter.someone().post('/appointments/holds', { venue: benchPlace, group: 'G4', at, party: 1 })),
  );
  expect(late.filter(({ status }) => status === 201)).toHaveLength(Math.min(20, count('left')));
  expect(await counter.faults()).toEqual([]);
}, 120_000);
