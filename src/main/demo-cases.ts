import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Actor } from '#kernel/actor.ts';
import { type App, bindEndpoints } from '#kernel/app.ts';
import { newId } from '#kernel/ids.ts';
import { addDays, addWorkdays, type Calendar, dayOf } from '#kernel/workdays.ts';
import { perform } from '#kernel/pipeline.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { demoPassword } from '#modules/identity/index.ts';

type Step = { act: string; by: string; at: string; data?: Record<string, unknown> };
type DemoCase = {
  item: string;
  by: string;
  at: string;
  answers: Record<string, unknown>;
  slots?: Record<string, unknown>;
  delivery?: Record<string, unknown>;
  channel?: string;
  language?: string;
  steps?: Step[];
};

const file = fileURLToPath(new URL('../../data/demo/cases.yaml', import.meta.url));

/** Plays the demo's cases through the real acts, each at its own time before now. A step that is refused is a mistake in the data and is said. How many cases came out. */
export async function loadDemoCases(app: App): Promise<number> {
  if (!existsSync(file)) return 0;
  const cases = parse(readFileSync(file, 'utf8')) as DemoCase[];
  if (!Array.isArray(cases)) return 0;
  const stage = await openStage(app);
  for (const demo of cases) await play(stage, demo);
  return cases.length;
}

type Stage = {
  app: App;
  calendar: Calendar;
  zone: string;
  actors: Map<string, Promise<Actor>>;
  endpoints: ReturnType<typeof bindEndpoints>;
  paper: Map<string, Promise<string>>;
};

async function openStage(app: App): Promise<Stage> {
  const directory = await app.db.read(getDirectory);
  const home = directory.regions[0]?.code ?? 'CN';
  return {
    app,
    calendar: directory.calendarOf(home),
    zone: directory.zoneOf(home),
    actors: new Map(),
    endpoints: bindEndpoints(app.modules),
    paper: new Map(),
  };
}

async function play(stage: Stage, demo: DemoCase): Promise<void> {
  const receipt = await run(
    stage,
    { name: 'submit', by: demo.by, at: demo.at, language: demo.language },
    {
      itemCode: demo.item,
      answers: demo.answers,
      slots: await withPapers(stage, demo),
      delivery: demo.delivery ?? {},
      ...(demo.channel ? { channel: demo.channel } : {}),
    },
  );
  let { version } = receipt;
  for (const { act, by, at, data = {} } of demo.steps ?? []) {
    const after = await run(stage, { name: camel(act), by, at }, { caseNo: receipt.caseNo, version, ...data });
    version = after.version ?? version;
  }
}

type Call = { name: string; by: string; at: string; language?: string | undefined };

async function run(stage: Stage, { name, by, at, language }: Call, input: object): Promise<{ caseNo: string; version: number }> {
  const bound = [...stage.endpoints.values()].find((one) => one.module.name === 'cases' && one.name === name);
  if (!bound) throw new Error(`demo cases: there is no act ${name}`);
  const now = instantOf(stage, at);
  const outcome = await perform(
    { ...stage.app, now: () => now },
    {
      bound,
      input,
      actor: await actorOf(stage, by),
      language: (language ?? 'zh-Hans') as 'zh-Hans',
      requestId: newId(),
      address: '127.0.0.1',
    },
  );
  if (outcome.kind !== 'done')
    throw new Error(`demo cases: ${by} could not ${name} at ${at}: ${JSON.stringify(outcome)} ${JSON.stringify(input)}`);
  return outcome.body as { caseNo: string; version: number };
}

/** `-3 workdays 10:20`, `-2 days 09:00`, `-40 minutes`, `now`. */
function instantOf({ app, calendar, zone }: Stage, at: string): Date {
  const now = app.now();
  if (at === 'now') return now;
  const [, count = '0', unit = '', time = '09:00'] = /^(-?\d+) (workdays?|days?|minutes?|hours?)(?: (\d\d:\d\d))?$/.exec(at) ?? [];
  if (!unit) throw new Error(`demo cases: “${at}” is not a time`);
  if (unit.startsWith('minute') || unit.startsWith('hour'))
    return new Date(now.getTime() + Number(count) * (unit.startsWith('hour') ? 3_600_000 : 60_000));
  const today = dayOf(now, zone);
  const day = unit.startsWith('workday') ? addWorkdays(calendar, today, Number(count)) : addDays(today, Number(count));
  const wanted = localInstant(day, time, zone);
  return wanted > now ? now : wanted;
}

/** The instant at which clocks in the zone show that day and time; the zones here have had one offset for decades. */
function localInstant(day: string, time: string, zone: string): Date {
  const guess = new Date(`${day}T${time}:00Z`);
  const shown = new Date(guess.toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T') + 'Z');
  return new Date(guess.getTime() - (shown.getTime() - guess.getTime()));
}

function actorOf(stage: Stage, username: string): Promise<Actor> {
  let actor = stage.actors.get(username);
  if (!actor) {
    actor = signIn(stage, username);
    stage.actors.set(username, actor);
  }
  return actor;
}

async function signIn({ app, endpoints }: Stage, username: string): Promise<Actor> {
  const bound = [...endpoints.values()].find(
    (one) => one.module.name === 'identity' && one.endpoint.path === '/sessions' && one.endpoint.method === 'POST',
  );
  if (!bound) throw new Error('nobody can sign in');
  const outcome = await perform(app, {
    bound,
    input: { username, password: demoPassword },
    actor: { kind: 'anyone', personId: undefined, name: '', grants: [], unitCode: undefined, sessionId: undefined },
    language: 'zh-Hans',
    requestId: newId(),
    address: `demo:${username}`,
  });
  const actor = outcome.kind === 'done' ? await app.resolveSession((outcome.body as { token: string }).token) : undefined;
  if (!actor) throw new Error(`demo cases: ${username} cannot sign in`);
  return actor;
}

/** A paper written `upload` is a real file of the person who applies: one sheet serves all of theirs. */
async function withPapers(stage: Stage, demo: DemoCase): Promise<Record<string, unknown>> {
  const slots: Record<string, unknown> = {};
  for (const [slot, filling] of Object.entries(demo.slots ?? {}))
    slots[slot] = filling === 'upload' ? { fileIds: [await paperOf(stage, demo.by)] } : filling === 'owed' ? { owed: true } : filling;
  return slots;
}

function paperOf(stage: Stage, by: string): Promise<string> {
  let paper = stage.paper.get(by);
  if (!paper) {
    paper = upload(stage, by);
    stage.paper.set(by, paper);
  }
  return paper;
}

async function upload({ app, endpoints, actors }: Stage, by: string): Promise<string> {
  const actor = await (actors.get(by) ?? signIn({ app, endpoints } as Stage, by));
  const bytes = readFileSync(fileURLToPath(new URL('../../data/demo/paper.png', import.meta.url)));
  const stored = await app.uploads?.store({
    name: 'paper.png',
    stream: (async function* () {
      yield bytes;
    })(),
  });
  const bound = app.uploads && endpoints.get(app.uploads.endpoint);
  if (!bound || !stored) throw new Error('demo cases: files cannot be uploaded');
  const outcome = await perform(app, { bound, input: stored, actor, language: 'zh-Hans', requestId: newId(), address: '127.0.0.1' });
  if (outcome.kind !== 'done') throw new Error(`demo cases: ${JSON.stringify(outcome)}`);
  return (outcome.body as { fileId: string }).fileId;
}

function camel(act: string): string {
  return act.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
