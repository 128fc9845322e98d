import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '#kernel/ids.ts';
import { addDays, dayOf, instantAt } from '#kernel/workdays.ts';
import { benchPlace } from './booking-plan.ts';
import { median } from './load.ts';
import { startServer, stopAll } from './servers.ts';

/**
 * `node test/bench/booking.ts [--attempts 3000 --rounds 3 --clients 64]`: the product's way of taking a place beside those of others, through the same
 * HTTP server, two requests a booking (hold, confirm); then a release storm. Prints ratios; every round is recounted.
 */
const option = (name: string, fallback: number) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const [attempts, rounds, clients] = [option('attempts', 3000), option('rounds', 3), option('clients', 64)];
const port = option('port', 8183);
const zone = 'Asia/Shanghai';

process.on('exit', stopAll);
const folder = mkdtempSync(join(tmpdir(), 'tongban-booking-'));
const server = await startServer({
  command: ['--max-semi-space-size=8', '--import', './tools/tsx-hook.mjs', 'test/bench/booking-server.ts'],
  port,
  env: { TONGBAN_DATA: folder, TONGBAN_DEMO: '1' },
  ready: '/readyz',
});
const agent = new Agent({ keepAlive: true, maxSockets: 1000 });

type Answer = { status: number; body: Record<string, unknown> & { facts?: { alternatives?: unknown[] } } };
function send(method: string, path: string, { person = newId(), body }: { person?: string; body?: object } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const payload = method === 'GET' ? '' : JSON.stringify(body ?? {});
    const headers = {
      authorization: `Bearer ${person}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(payload),
    };
    const asked = request({ host: '127.0.0.1', port, method, path, agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text || '{}') as Answer['body'] }));
    });
    asked.on('error', reject).end(payload);
  });
}

const day = addDays(dayOf(new Date(), zone), 3);
type Job = { readonly person: string; readonly group: string; readonly at: string; readonly party: number };
function jobsOf(howMany: number): Job[] {
  return Array.from({ length: howMany }, () => {
    const cells = 1 + Math.floor(Math.random() * 4);
    const slot = Math.floor(Math.random() * Math.floor(96 / cells));
    const at = instantAt(day, 480 + slot * cells * 5, zone).toISOString();
    return { person: newId(), group: `G${cells}`, at, party: 1 + Math.floor(Math.random() * 2) };
  });
}

type Way = { readonly name: string; readonly hold: string; readonly book: string; readonly body: (job: Job) => object };
const other = (name: string): Way => ({
  name,
  hold: `/api/v1/bench/${name}/holds`,
  book: '/api/v1/bench/bookings',
  body: ({ group, at, party }) => ({ group, at, party }),
});
const ways: Way[] = [
  {
    name: 'ours',
    hold: '/api/v1/appointments/holds',
    book: '/api/v1/appointments',
    body: ({ group, at, party }) => ({ venue: benchPlace, group, at, party }),
  },
  other('unsafe'),
  other('advisory'),
  other('trips'),
];
type Run = { attemptsPerSecond: number; confirmedPerSecond: number; p99: number; wrong: number; over: string };

async function run(way: Way, jobs: readonly Job[]): Promise<Run> {
  await send('POST', '/bench/reset');
  const waiting = [...jobs];
  const took: number[] = [];
  let [confirmed, wrong] = [0, 0];
  const timed = async (path: string, person: string, body: object) => {
    const began = performance.now();
    const answer = await send('POST', path, { person, body });
    took.push(performance.now() - began);
    return answer;
  };
  const work = async () => {
    for (let job = waiting.pop(); job; job = waiting.pop()) {
      const held = await timed(way.hold, job.person, way.body(job));
      if (held.status === 409) continue;
      const booked =
        held.status === 201 ? await timed(way.book, job.person, { holdId: held.body['holdId'], phone: '0600-610 9999' }) : held;
      if (booked.status === 201) confirmed += 1;
      else wrong += 1;
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: clients }, work));
  const seconds = (performance.now() - began) / 1000;
  const { body } = await send('GET', '/bench/count');
  const over = JSON.stringify(way.name === 'ours' ? [body['ours'], body['miscounted']] : body['theirs']);
  took.sort((a, b) => a - b);
  return {
    attemptsPerSecond: jobs.length / seconds,
    confirmedPerSecond: confirmed / seconds,
    p99: took[Math.floor(took.length * 0.99)] ?? 0,
    wrong,
    over,
  };
}

const runs = new Map<string, Run[]>(ways.map(({ name }) => [name, []]));
for (let round = 0; round <= rounds; round += 1) {
  for (const way of ways) {
    const outcome = await run(way, jobsOf(round === 0 ? 500 : attempts));
    if (round === 0) continue;
    runs.get(way.name)?.push(outcome);
    console.log(
      `round ${round}  ${way.name.padEnd(9)} ${outcome.attemptsPerSecond.toFixed(0)} attempts/s  ${outcome.confirmedPerSecond.toFixed(0)} confirmed/s  p99 ${outcome.p99.toFixed(0)} ms  wrong ${outcome.wrong}  over caps ${outcome.over}`,
    );
  }
}
const ratioTo = (name: string) =>
  median(
    (runs.get('ours') ?? []).map((ours, round) => ours.confirmedPerSecond / (runs.get(name)?.[round]?.confirmedPerSecond ?? Number.NaN)),
  );
console.log(`ours / unsafe   ${ratioTo('unsafe').toFixed(2)}  (bar 0.60)`);
console.log(`ours / advisory ${ratioTo('advisory').toFixed(2)}  (bar 5.00)`);
console.log(`ours / trips    ${ratioTo('trips').toFixed(2)}`);

/** Everybody comes in the half minute after the release, half of whom a shortage of seats sends away with another time to go to. */
async function storm(): Promise<void> {
  const [people, seconds] = [option('people', 5000), option('storm', 30)];
  await send('POST', '/bench/reset');
  const took: number[] = [];
  let [confirmed, refused, alone, wrong] = [0, 0, 0, 0];
  const statuses = new Map<number, number>();
  const one = async (index: number) => {
    await new Promise((resolve) => setTimeout(resolve, (index / people) * seconds * 1000));
    const person = newId();
    const began = performance.now();
    const at = instantAt(day, 480 + (index % stormTimes) * 20, zone).toISOString();
    const held = await send('POST', '/api/v1/appointments/holds', { person, body: { venue: benchPlace, group: 'G4', at, party: 2 } });
    took.push(performance.now() - began);
    if (held.status === 409) {
      refused += 1;
      if ((held.body.facts?.alternatives ?? []).length === 0) alone += 1;
    } else if (held.status !== 201) statuses.set(held.status, (statuses.get(held.status) ?? 0) + 1);
    else if (index % 10 === 0) return;
    else {
      const booked = await send('POST', '/api/v1/appointments', { person, body: { holdId: held.body['holdId'], phone: '0600-610 9999' } });
      if (booked.status === 201) confirmed += 1;
      else wrong += 1;
    }
  };
  await Promise.all(Array.from({ length: people }, (_, index) => one(index)));
  took.sort((a, b) => a - b);
  const { body } = await send('GET', '/bench/count');
  console.log(
    `storm: ${people} people in ${seconds} s, ${confirmed} confirmed, ${refused} refused (${alone} without another time), ${wrong} wrong ${JSON.stringify([...statuses])}, hold p99 ${took[Math.floor(took.length * 0.99)]?.toFixed(0)} ms, over caps ${JSON.stringify(body['ours'])}, miscounted ${String(body['miscounted'])}`,
  );
}
const stormTimes = 8;
await storm();
await server.stop();
rmSync(folder, { recursive: true, force: true });
