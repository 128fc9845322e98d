import type { Actor } from '#kernel/actor.ts';
import { type App, bindEndpoints } from '#kernel/app.ts';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/locale.ts';
import { perform } from '#kernel/pipeline.ts';
import { actorOf, personIdsByUsername } from '#modules/identity/index.ts';

const hall = 'hechuan-hall';
const ward = 'hoa-lam-desk';
const items = ['440131904206', '002114401004', '000715201003'];
const surnames = ['林', '沙', '何', '顾', '燕', '程', '柏', '黎', '温', '章', '宁', '路'];
const given = ['晓', '明', '雨', '知行', '若水', '安', '远', '小满'];
const dayMs = 86_400_000;
const daysBooked = 3;
const everyNth = 4;

type Answer = Readonly<Record<string, unknown>>;
type Play = (name: string, input: object, by: Actor, language?: Language) => Promise<Answer>;
type Slot = { readonly at: string; readonly free: number };

/**
 * Bookings of today and the next days that are open, made the day before through the real acts: people who called, and the demo's own citizens.
 * One of them waits for a freed place.
 */
export async function loadDemoBookings(app: App): Promise<number> {
  const play = playOn(app, new Date(app.now().getTime() - dayMs));
  const [hotline, citizen, elder, citizen2, enterprise] = await Promise.all(
    ['hotline', 'citizen', 'elder', 'citizen2', 'enterprise'].map((username) => findActor(app, username)),
  );
  if (!hotline || !citizen || !elder || !citizen2 || !enterprise) throw new Error('the demo’s people who book are missing');
  const days = await openDays(play, hotline, hall);
  let booked = 0;
  for (const [nth, on] of days.entries()) booked += await bookCallers(play, hotline, { on, nth });
  const [first = '', second = ''] = days;
  await bookOwn(play, citizen, { venue: hall, item: items[0], on: second || first, nth: 7 });
  await bookOwn(play, elder, { venue: hall, on: first, nth: 11 });
  const [wardDay] = await openDays(play, hotline, ward);
  if (wardDay) await bookOwn(play, citizen2, { venue: ward, on: wardDay, nth: 5 }, 'vi');
  await play('joinWaitlist', { venue: hall, item: items[0], fromOn: first, untilOn: days.at(-1) ?? first, dayPart: 'morning' }, enterprise);
  return booked + 3;
}

async function openDays(play: Play, by: Actor, venue: string): Promise<string[]> {
  const { rows } = await play('listDays', { venue, days: 8 }, by);
  return (rows as { on: string; state: string }[])
    .slice(1)
    .filter(({ state }) => state === 'open')
    .map(({ on }) => on)
    .slice(0, daysBooked);
}

/** Every fourth time of the first day has a caller, fewer on the days after. */
async function bookCallers(play: Play, by: Actor, { on, nth }: { on: string; nth: number }): Promise<number> {
  const item = items[nth % items.length];
  const times = await timesOf(play, by, { venue: hall, item, on });
  const people = times
    .filter((_, index) => index % (everyNth * (nth + 1)) === 0)
    .map(({ at }, index) => ({
      name: `${surnames[(index + nth) % surnames.length]}${given[(index * 3 + nth) % given.length]}`,
      phone: `0600-630 ${String(1000 + nth * 100 + index)}`,
      party: index % 3 === 0 ? 2 : 1,
      at,
    }));
  const { booked } = await play('bookMany', { venue: hall, item, on, people }, by);
  return Number(booked);
}

async function timesOf(play: Play, by: Actor, asked: object): Promise<readonly Slot[]> {
  const { rows } = await play('listSlots', asked, by);
  return (rows as readonly Slot[]).filter(({ free }) => free > 0);
}

type Own = { venue: string; item?: string | undefined; on: string; nth: number };

async function bookOwn(play: Play, by: Actor, { venue, item, on, nth }: Own, language: Language = 'zh-Hans'): Promise<void> {
  const asked = { venue, ...(item ? { item } : {}) };
  const times = await timesOf(play, by, { ...asked, on });
  const { holdId } = await play('hold', { ...asked, at: times[nth % times.length]?.at }, by, language);
  await play('book', { holdId }, by, language);
}

function playOn(app: App, now: Date): Play {
  const acts = new Map(
    [...bindEndpoints(app.modules).values()].filter(({ module }) => module.name === 'appointments').map((one) => [one.name, one]),
  );
  return async (name, input, actor, language = 'zh-Hans') => {
    const bound = acts.get(name);
    if (!bound) throw new Error(`the appointments have no act ${name}`);
    const call = { bound, input, actor, language, requestId: newId(), address: '127.0.0.1' };
    const outcome = await perform({ ...app, now: () => now }, call);
    if (outcome.kind !== 'done') throw new Error(`demo bookings: ${name} ${JSON.stringify(outcome)}`);
    return outcome.body as Answer;
  };
}

async function findActor(app: App, username: string): Promise<Actor | undefined> {
  return app.db.read(async (tx) => {
    const personId = (await personIdsByUsername(tx, [username])).get(username);
    return personId ? actorOf(tx, personId) : undefined;
  });
}
