import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export type Running = { readonly base: string; readonly pid: number; readonly readyMs: number; readonly stop: () => Promise<void> };

const started = new Set<ChildProcess>();

/** Whatever still runs when the bench ends, also when it ends by a mistake. */
export function stopAll(): void {
  for (const child of started) child.kill('SIGKILL');
}

const root = fileURLToPath(new URL('../../', import.meta.url));

type Start = { readonly command: readonly string[]; readonly port: number; readonly env: Record<string, string>; readonly ready: string };

/** Starts a server as its own process and waits until it answers. */
export async function startServer({ command, port, env, ready }: Start): Promise<Running> {
  const began = performance.now();
  const child = spawn(process.execPath, [...command], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'error', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  started.add(child);
  const base = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${command.join(' ')} ended with ${child.exitCode} before it was ready`);
    const answered = await fetch(`${base}${ready}`).then(
      (answer) => answer.status < 500,
      () => false,
    );
    if (answered) break;
    await sleep(20);
  }
  const stop = async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
    started.delete(child);
  };
  return { base, pid: child.pid as number, readyMs: performance.now() - began, stop };
}

/** Resident memory in MiB (Linux). */
export function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

type Times = { readonly parent: string; readonly own: number; readonly ended: number };

/** Processor time of a process in milliseconds, and of the children it has outlived (Linux counts in hundredths of a second). */
function timesOf(pid: number | string): Times | undefined {
  try {
    const [, parent = '', ...rest] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const [user, system, endedUser, endedSystem] = rest.slice(9).map(Number) as [number, number, number, number];
    return { parent, own: (user + system) * 10, ended: (endedUser + endedSystem) * 10 };
  } catch {
    return undefined;
  }
}

export function cpuMsOf(pid: number): number {
  return timesOf(pid)?.own ?? 0;
}

/** All of a PostgreSQL's processes together: those that run and those that have ended. */
export function postgresCpuMs(folder: string): number {
  const pid = readFileSync(`${folder}/postmaster.pid`, 'utf8').split('\n')[0] as string;
  const keeper = timesOf(pid);
  const children = readdirSync('/proc').map((name) => (/^\d+$/.test(name) ? timesOf(name) : undefined));
  const running = children.reduce((sum, child) => sum + (child?.parent === pid ? child.own : 0), 0);
  return running + (keeper ? keeper.own + keeper.ended : 0);
}

const quietShare = 0.15;
const patienceMs = 180_000;

/** Waits until what was set going has been worked off, so that it does not weigh on what is measured next. */
export async function calm(usedMs: () => number): Promise<void> {
  const windowMs = 500;
  let quiet = 0;
  for (let waited = 0; quiet < 3 && waited < patienceMs; waited += windowMs) {
    const before = usedMs();
    await sleep(windowMs);
    quiet = usedMs() - before < windowMs * quietShare ? quiet + 1 : 0;
  }
}
