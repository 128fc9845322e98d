import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export type Running = {
  readonly base: string;
  readonly process: ChildProcess;
  readonly readyMs: number;
  readonly stop: () => Promise<void>;
};

const started = new Set<ChildProcess>();

/** Whatever still runs when the bench ends, also when it ends by a mistake. */
export function stopAll(): void {
  for (const child of started) child.kill('SIGKILL');
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Starts a server as its own process and waits until it answers. */
export async function startServer({
  script,
  args = [],
  port,
  env,
  ready,
}: {
  script: string;
  args?: string[];
  port: number;
  env: Record<string, string>;
  ready: string;
}): Promise<Running> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--max-semi-space-size=8', '--import', `${root}tools/tsx-hook.mjs`, `${root}${script}`, ...args], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'error', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  started.add(child);
  const base = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${script} ended with ${child.exitCode} before it was ready`);
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
  return { base, process: child, readyMs: performance.now() - began, stop };
}

/** Resident memory in MiB, and CPU seconds used so far (Linux). */
export function usageOf(child: ChildProcess): { mib: number; cpuSeconds: number } {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const ticks = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return { mib: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024, cpuSeconds: (Number(ticks[11]) + Number(ticks[12])) / 100 };
}
