import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import type { Log } from './app.ts';
import { isUnavailable } from './unavailable.ts';

type Order = { readonly pool: pg.Pool; readonly tasks: TaskList; readonly log: Log };
type Running = { readonly runner: Runner; readonly guard: pg.PoolClient; readonly poolId: string };

const lockClass = 7402;
const watchMs = 5_000;
const pauseMs = 500;

/**
 * Runs the queue, and begins anew when it gives up because its database went away. What a dead runner had in hand (a killed process, a lost
 * database) is given back within seconds, not after the queue's own four hours: each runner holds an advisory lock while it lives.
 */
export async function keepRunning(order: Order): Promise<{ stop(): Promise<void> }> {
  const { log } = order;
  let stopping = false;
  let current: Running | undefined = await begin(order);
  const forgive = (reason: unknown) => {
    // The queue leaves promises behind when its database goes; nobody else does.
    if (!isUnavailable(reason)) throw reason;
    log.warn({ cause: (reason as Error).message }, 'the job queue lost its database');
  };
  process.on('unhandledRejection', forgive);
  const tending = (async () => {
    while (!stopping) {
      current ??= await begin(order).catch(() => undefined);
      const lives = current && (await Promise.race([current.runner.promise.then(never, never), freeOrphans(current).then(always, never)]));
      if (!lives && !stopping) {
        await end(current);
        current = undefined;
      }
      await pause(current ? watchMs : pauseMs, () => stopping);
    }
  })();
  return {
    stop: async () => {
      stopping = true;
      await tending;
      await end(current);
      process.off('unhandledRejection', forgive);
    },
  };
}

const never = () => false;
const always = () => true;

async function pause(milliseconds: number, isOver: () => boolean): Promise<void> {
  for (let left = milliseconds; left > 0 && !isOver(); left -= 50) await sleep(50);
}

async function begin({ pool, tasks, log }: Order): Promise<Running> {
  const guard = await pool.connect();
  const events: WorkerEvents = new EventEmitter();
  let poolId = '';
  events.on('pool:create', ({ workerPool }) => {
    poolId = workerPool.id;
  });
  events.on('job:error', ({ job, error }) =>
    log.warn(
      { task: job.task_identifier, attempt: job.attempts, cause: String((error as Error)?.stack ?? error) },
      'job failed, will retry',
    ),
  );
  try {
    const runner = await run({
      pgPool: pool,
      taskList: tasks,
      events,
      pollInterval: 1000,
      noHandleSignals: true,
      crontab: '',
      logger: silent,
      concurrency: 4,
      // In batches it says when it cannot note a job's end; one by one it would leave the failure to nobody.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    });
    runner.promise.catch(never);
    await guard.query('select pg_advisory_lock_shared($1, hashtext($2))', [lockClass, poolId]);
    return { runner, guard, poolId };
  } catch (error) {
    guard.release(true);
    throw error;
  }
}

async function end(running: Running | undefined): Promise<void> {
  await running?.runner.stop().catch(() => {});
  running?.guard.release(true);
}

/** Gives back the jobs of every other runner whose lock is free. */
async function freeOrphans({ guard, poolId }: Running): Promise<void> {
  await guard.query(freeing, [lockClass, poolId]);
}

const freeing = `
  with busy as materialized (
    select distinct locked_by from graphile_worker.jobs where locked_at < now() - interval '5 seconds' and locked_by <> $2),
  dead as materialized (select locked_by from busy where pg_try_advisory_xact_lock($1, hashtext(locked_by)))
  select graphile_worker.force_unlock_workers(array_agg(locked_by)) from dead having count(*) > 0`;

export const silent = new Logger(() => () => {});
