import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Entry = { version?: string; optionalDependencies?: Record<string, string> };

/**
 * A lock is written for one machine and read on all: a platform's binary that could not be resolved while writing is silently left out, and `npm ci` then refuses the lock everywhere.
 * Addresses would bind the lock to one mirror.
 */
export function checkLock(root: string): string[] {
  const text = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(text) as { packages: Record<string, Entry> };
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
  return [
    ...Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !isFound(packages, path, name))
        .map((name) => `package-lock.json lacks ${name}, wanted by ${path || 'us'}. Pin a version whose platforms can all be resolved.`),
    ),
    ...(text.includes('"resolved"')
      ? ['package-lock.json holds addresses. Write it with omit-lockfile-registry-resolved (see .npmrc).']
      : []),
    ...['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.entries(wanted[kind] ?? {})
        .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
        .map(([name, version]) => `package.json does not pin ${name} exactly: ${version}`),
    ),
  ];
}

/** As Node looks for packages: in the folder itself, then in every one around it. */
function isFound(packages: Record<string, Entry>, path: string, name: string): boolean {
  const folders = path.split('/node_modules/').map((_, i, parts) => `${parts.slice(0, i + 1).join('/node_modules/')}/`);
  return [...(path ? folders : []), ''].some((folder) => `${folder}node_modules/${name}` in packages);
}
