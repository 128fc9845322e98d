import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { findServer } from '#main/postgres/server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The real program in a process of its own, on a data folder and a port that outlive it. */
export type RealServer = {
  readonly url: string;
  readonly folder: string;
  /** Starts it and answers how many milliseconds passed until it was ready. */
  readonly start: () => Promise<number>;
  readonly kill: () => Promise<void>;
  /** Sends SIGTERM; the exit code. */
  readonly stop: () => Promise<number | null>;
  /** Kills the postmaster, and only it: its children notice. */
  readonly killPostgres: () => void;
  readonly command: (...words: readonly string[]) => Promise<{ code: number | null; output: string }>;
  readonly megabytes: () => Promise<number>;
};

export async function realServer(folder: string, env: NodeJS.ProcessEnv = {}): Promise<RealServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const launch = (words: readonly string[]) =>
    spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--import', join(root, 'tools/tsx-hook.mjs'), join(root, 'src/main/cli.ts'), ...words],
      {
        cwd: root,
        env: {
          ...process.env,
          NODE_ENV: 'development',
          VITEST: '',
          PORT: String(port),
          TONGBAN_DATA: folder,
          TONGBAN_DEMO: '1',
          LOG_LEVEL: 'error',
          ...env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
  return {
    url,
    folder,
    start: async () => {
      const began = performance.now();
      let said = '';
      child = launch(['start']);
      for (const stream of [child.stdout, child.stderr])
        stream?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4000)));
      while (!(await isReady(url))) {
        if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${said}`);
        if (performance.now() - began > 90_000) throw new Error(`the server was not ready within 90 seconds: ${said}`);
        await sleep(20);
      }
      return Math.round(performance.now() - began);
    },
    kill: async () => {
      if (child) await end(child, 'SIGKILL');
    },
    stop: async () => (child ? end(child, 'SIGTERM') : null),
    killPostgres: () => {
      const server = findServer(join(folder, 'postgres'));
      if (server) process.kill(server.pid, 'SIGKILL');
    },
    command: async (...words) => {
      const one = launch(words);
      let output = '';
      for (const stream of [one.stdout, one.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
      const [code] = (await once(one, 'close')) as [number | null];
      return { code, output };
    },
    megabytes: async () => {
      const metrics = await (await fetch(`${url}/metrics`)).text();
      return Math.round(Number(/^tongban_process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]) / 2 ** 20);
    },
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
  return child.exitCode;
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
    (answer) => answer.ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}
