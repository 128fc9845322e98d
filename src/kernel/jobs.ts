import { performance } from 'node:perf_hooks';
import { makeWorkerUtils, type TaskList } from 'graphile-worker';
import pg from 'pg';
import { system } from './actor.ts';
import type { App } from './app.ts';
import type { Act } from './endpoint.ts';
import { newId } from './ids.ts';
import { keepRunning, silent } from './job-runner.ts';
import type { Fact, Job, Module, Reaction, Routine } from './module.ts';
import {
  deleteOld,
  hasFactsToDispatch,
  insertJobs,
  listFactsAfter,
  lockPosition,
  type Published,
  sendAftermath,
  setPosition,
  takeTurn,
  toPublished,
} from './queries.ts';
import { spanned } from './spans.ts';

const busyMs = 50;
const idleMs = 500;
const batchSize = 500;
const busyShare = 0.7;
const patienceMs = 5000;
const dayMs = 86_400_000;

/** graphile-worker's own tables. Before our migrations, which lean on them. */
export async function prepareJobs(ownerUrl: string): Promise<void> {
  const utils = await makeWorkerUtils({ connectionString: ownerUrl, logger: silent });
  await utils.migrate();
  await utils.release();
}

/** An act of the system in a transaction of its own; what it publishes commits with it. */
export function jobOf(app: App, moduleName: string): Job {
  return {
    now: app.now,
    transaction: async (work) => {
      const afterCommit: (() => void)[] = [];
      const value = await app.db.transaction(async (tx) => {
        const published: Published[] = [];
        const act: Act = {
          tx,
          now: app.now(),
          actor: system,
          language: 'zh-Hans',
          requestId: newId(),
          address: '',
          publish: (kind, payload) => published.push(toPublished(moduleName, kind, payload)),
          afterCommit: (done) => afterCommit.push(done),
        };
        const result = await work(act);
        if (published.length > 0) sendAftermath(tx, act.now, published);
        return result;
      });
      for (const done of afterCommit) done();
      return value;
    },
  };
}

/** Facts become jobs in batches, jobs run with retries, routines run on time. Stops when told, after the work in hand. */
export async function startJobs(app: App, ownerUrl: string): Promise<{ stop(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 6 });
  const noteLoss = (error: Error) => app.log.warn({ cause: error.message }, 'lost a job connection');
  pool.on('error', noteLoss);
  pool.on('connect', (client) => client.on('error', noteLoss));
  const runner = await keepRunning({ pool, tasks: tasksOf(app), log: app.log });
  const isBusy = busyness();
  const dispatching = repeat(app, async () => (isBusy() ? idleMs : (await dispatch(app)) === batchSize ? 0 : busyMs), 'dispatch');
  const timing = repeat(app, () => runRoutines(app), 'routines');
  return {
    stop: async () => {
      await Promise.all([dispatching.stop(), timing.stop()]);
      await runner.stop();
      await pool.end();
    },
  };
}

/** People come first: while this process is kept busy by requests, facts wait, but never longer than a few seconds. */
function busyness(): () => boolean {
  let before = performance.eventLoopUtilization();
  let waitingSince: number | undefined;
  return () => {
    const { utilization } = performance.eventLoopUtilization(before);
    before = performance.eventLoopUtilization();
    const isBusy = utilization > busyShare && performance.now() - (waitingSince ??= performance.now()) < patienceMs;
    if (!isBusy) waitingSince = undefined;
    return isBusy;
  };
}

function repeat(app: App, work: () => Promise<number>, name: string): { stop(): Promise<void> } {
  let stopped = false;
  let wake = () => {};
  const loop = (async () => {
    while (!stopped) {
      const pause = await work().catch((error: Error) => {
        app.log.warn({ cause: error.message }, `${name} failed, will try again`);
        return idleMs;
      });
      if (stopped) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, pause).unref();
      });
    }
  })();
  return { stop: async () => ((stopped = true), wake(), loop) };
}

/** Moves the facts that nobody can overtake any more from the outbox into jobs. How many it moved. */
export async function dispatch(app: App): Promise<number> {
  if (!(await app.db.read(hasFactsToDispatch))) return 0;
  const reactionsByFact = Map.groupBy(
    app.modules.flatMap((module) => module.reactions.map((reaction) => ({ module, reaction }))),
    ({ reaction }) => reaction.on,
  );
  return app.db.transaction(async (tx) => {
    const position = await lockPosition(tx);
    if (!position) return 0;
    const facts = await listFactsAfter(tx, position, batchSize);
    const last = facts.at(-1);
    if (!last) return 0;
    const jobs = facts.flatMap(({ xid: _, ...fact }) =>
      (reactionsByFact.get(`${fact.module}.${fact.kind}`) ?? []).map(({ module, reaction }) => ({
        identifier: identifierOf(module, reaction),
        key: `${fact.factId}:${identifierOf(module, reaction)}`,
        payload: fact,
      })),
    );
    if (jobs.length > 0) await insertJobs(tx, jobs);
    await setPosition(tx, last);
    return facts.length;
  });
}

function identifierOf(module: Module, reaction: Reaction): string {
  return `${module.name}.${reaction.name}`;
}

function tasksOf(app: App): TaskList {
  const tasks: TaskList = {};
  for (const module of app.modules) {
    for (const reaction of module.reactions) {
      tasks[identifierOf(module, reaction)] = async (payload) => {
        const fact = payload as Fact;
        await spanned(
          `job ${identifierOf(module, reaction)}`,
          { kind: 'internal', facts: { 'tongban.fact': `${fact.module}.${fact.kind}` } },
          () => reaction.run(jobOf(app, module.name), { ...fact, at: new Date(fact.at) }),
        );
      };
    }
  }
  return tasks;
}

const ranAt = new Map<string, number>();

/** Asked every second; the database is asked only when this process has not seen the routine's turn within its interval. */
async function runRoutines(app: App): Promise<number> {
  const own = { name: 'kernel', routines: [{ name: 'tidy', everySeconds: 3600, run: tidy }] };
  for (const { name, routines } of [...app.modules, own]) {
    for (const routine of routines) await runInTurn(app, `${name}.${routine.name}`, routine);
  }
  return 1000;
}

async function runInTurn(app: App, name: string, routine: Routine): Promise<void> {
  const now = app.now();
  const intervalMs = routine.everySeconds * 1000;
  if (now.getTime() - (ranAt.get(name) ?? 0) < intervalMs) return;
  ranAt.set(name, now.getTime());
  const isDue = await app.db.transaction((tx) => takeTurn(tx, name, now, new Date(now.getTime() - intervalMs)));
  if (!isDue) return;
  await spanned(`routine ${name}`, { kind: 'internal', facts: {} }, () => routine.run(jobOf(app, name.split('.', 1)[0] as string))).catch(
    (error: Error) => app.log.error({ routine: name, stack: error.stack }, 'routine failed'),
  );
}

/** The kernel's own routine: answers, parked forms, counts and dispatched facts are kept only as long as they are of use. */
async function tidy(job: Job): Promise<void> {
  const now = job.now().getTime();
  const before = {
    answers: new Date(now - 30 * dayMs),
    parked: new Date(now - dayMs),
    counts: new Date(now - 3_600_000),
    facts: new Date(now - 30 * dayMs),
  };
  await job.transaction(({ tx }) => deleteOld(tx, before));
}
