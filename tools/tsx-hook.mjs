// Lets Node load .tsx files: Node strips the types of .ts by itself but cannot turn JSX. The transformer is the one Vite builds the islands with.
// What was turned once is kept beside the packages, and so is Node's own compiled code, so that a start neither turns nor strips anything that has not changed:
// it is quicker, and the transformers' memory is never taken.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, enableCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const kept = fileURLToPath(new URL('../node_modules/.cache/tongban/', import.meta.url));
enableCompileCache(`${kept}compiled`);

let transform;

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context);
    const file = fileURLToPath(url);
    const source = readFileSync(file, 'utf8');
    const path = `${kept}tsx/${createHash('sha256').update(`${process.version}\n${file}\n${source}`).digest('hex').slice(0, 32)}.js`;
    return { format: 'module', shortCircuit: true, source: readKept(path) ?? keep(path, turn(file, source)) };
  },
});

function readKept(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Written beside and renamed, so that two processes that start at once never read half a file. A folder that cannot be written only costs time. */
function keep(path, code) {
  try {
    mkdirSync(`${kept}tsx`, { recursive: true });
    writeFileSync(`${path}.${process.pid}`, code);
    renameSync(`${path}.${process.pid}`, path);
  } catch {}
  return code;
}

function turn(file, source) {
  transform ??= createRequire(import.meta.url)('rolldown/utils').transformSync;
  const { code, map, errors } = transform(file, source, {
    lang: 'tsx',
    jsx: { runtime: 'automatic', importSource: 'preact' },
    sourcemap: true,
  });
  if (errors.length > 0) throw new SyntaxError(`${file}: ${errors.map((error) => error.message).join('; ')}`);
  const inlineMap = Buffer.from(JSON.stringify(map)).toString('base64');
  return `${code}\n//# sourceMappingURL=data:application/json;base64,${inlineMap}`;
}
