import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'start-'));
  for (const folder of ['tools', 'src/main', 'node_modules/one']) mkdirSync(join(root, folder), { recursive: true });
  cpSync(new URL('start.mjs', import.meta.url), join(root, 'tools/start.mjs'));
  writeFileSync(join(root, 'tools/tsx-hook.mjs'), '');
  write('package.json', { type: 'module' });
  write('package-lock.json', {
    packages: { '': {}, 'node_modules/one': { version: '1.0.0' }, 'node_modules/mac': { version: '1.0.0', optional: true } },
  });
  write('node_modules/.package-lock.json', { packages: { 'node_modules/one': { version: '1.0.0' } } });
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (file: string, value: unknown) => writeFileSync(join(root, file), JSON.stringify(value));
const program = (source: string) => writeFileSync(join(root, 'src/main/cli.ts'), source);
// Older Nodes cannot become another program and stand before it instead.
const asOlderNode = ['--import', 'data:text/javascript,delete process.execve'];

function start(
  args: readonly string[],
  options: { older?: boolean; signal?: NodeJS.Signals; npm?: string } = {},
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, npm_execpath: options.npm ?? '/nowhere/npm.js' };
    const child = spawn(process.execPath, [...(options.older ? asOlderNode : []), join(root, 'tools/start.mjs'), ...args], { env });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (options.signal && text.includes('ready')) child.kill(options.signal);
      });
    }
    child.on('close', (code) => resolve({ code, output }));
  });
}

test.each([false, true])('the command, its exit code and its types arrive (standing before it: %s)', async (older) => {
  program('const args: string[] = process.argv.slice(2); console.log(args.join(" ")); process.exitCode = 7;');
  expect(await start(['user', 'add', 'x'], { older })).toEqual({ code: 7, output: 'user add x\n' });
});

test.each([false, true])('a signal reaches the program, which ends in its own time (standing before it: %s)', async (older) => {
  program(
    "process.on('SIGTERM', () => setTimeout(() => { console.log('stopped'); process.exit(0); }, 50)); setInterval(() => {}, 1000); console.log('ready');",
  );
  expect(await start(['start'], { older, signal: 'SIGTERM' })).toEqual({ code: 0, output: 'ready\nstopped\n' });
});

test('packages are installed when the lock has another version, and a failure says what to do', async () => {
  write('node_modules/.package-lock.json', { packages: { 'node_modules/one': { version: '0.9.0' } } });
  const { code, output } = await start(['start']);
  expect(code).toBe(1);
  expect(output).toContain('Installing packages');
  expect(output.trim().split('\n').at(-1)).toBe('The packages could not be installed. Check the network, then run: npm ci');
});

test('a misspelt command is answered with those there are', async () => {
  expect((await start(['strat'])).output).toContain('There is no command “strat”.');
});

test('whoever asks for help gets the commands', async () => {
  const { code, output } = await start(['help']);
  expect(code).toBe(0);
  expect(output).toContain('Usage: ./tongban COMMAND');
  expect(output).toContain('backup');
});

test('the built server runs where it can be built, and is built anew when a source has changed', async () => {
  program('console.log("from the sources")');
  writeFileSync(join(root, 'package.json'), JSON.stringify({ type: 'module' }));
  mkdirSync(join(root, 'data/calendars'), { recursive: true });
  const builder = `import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
    const [folder] = process.argv.slice(2);
    if (!readFileSync('src/main/cli.ts', 'utf8').includes('broken')) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(folder + '/cli.js', readFileSync('src/main/cli.ts', 'utf8').replace('from the sources', 'built'));
    }`;
  writeFileSync(join(root, 'tools/build.ts'), builder);
  expect(await start(['start'])).toEqual({ code: 0, output: 'built\n' });
  program('console.log("from the sources, changed")');
  expect(await start(['start'])).toEqual({ code: 0, output: 'built, changed\n' });
  program('console.log("from the sources, broken")');
  expect(await start(['start'])).toEqual({ code: 0, output: 'from the sources, broken\n' });
});
