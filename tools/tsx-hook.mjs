// Lets Node load .tsx files: Node strips the types of .ts by itself but cannot turn JSX. The transformer is the one Vite builds the islands with.
import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

let transform;

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context);
    transform ??= createRequire(import.meta.url)('rolldown/utils').transformSync;
    const file = fileURLToPath(url);
    const { code, map, errors } = transform(file, readFileSync(file, 'utf8'), {
      lang: 'tsx',
      jsx: { runtime: 'automatic', importSource: 'preact' },
      sourcemap: true,
    });
    if (errors.length > 0) throw new SyntaxError(`${file}: ${errors.map((error) => error.message).join('; ')}`);
    const inlineMap = Buffer.from(JSON.stringify(map)).toString('base64');
    return { format: 'module', shortCircuit: true, source: `${code}\n//# sourceMappingURL=data:application/json;base64,${inlineMap}` };
  },
});
