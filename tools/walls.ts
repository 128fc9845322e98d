import { readdirSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { moduleOrder as readOrder } from './module-order.ts';
import { browserSafe, layers, moduleDoor, moduleOrder, noCycles, rulesPure } from './walls/imports.ts';
import type { Rule, Violation } from './walls/rule.ts';
import { readSources } from './walls/source.ts';
import { catchOnlyOutside, clockOnlyInKernel, noWorkplaceWords, schemaOwner, sqlOnlyInQueries } from './walls/text.ts';

/** Each has a folder of the same name under walls-fixtures that must fail. */
export const rules: Readonly<Record<string, Rule>> = {
  'module-door': moduleDoor,
  'module-order': moduleOrder,
  layers,
  'rules-pure': rulesPure,
  'browser-safe': browserSafe,
  'no-cycles': noCycles,
  'sql-only-in-queries': sqlOnlyInQueries,
  'schema-owner': schemaOwner,
  'clock-only-in-kernel': clockOnlyInKernel,
  'catch-only-outside': catchOnlyOutside,
  'no-workplace-words': noWorkplaceWords,
};

export function checkWalls(root: string): (Violation & { rule: string })[] {
  const sources = readSources(root, ['src', 'test', 'tools', 'data', 'docs']);
  const list = join(root, 'src/main/modules.ts');
  const present = existsSync(join(root, 'src/modules')) ? readdirSync(join(root, 'src/modules')) : [];
  const order = existsSync(list) ? readOrder(present, readFileSync(list, 'utf8')) : [];
  return Object.entries(rules).flatMap(([rule, check]) => check({ sources, order }).map((violation) => ({ ...violation, rule })));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const violations = checkWalls(fileURLToPath(new URL('..', import.meta.url)));
  for (const { path, line, what, rule } of violations) console.error(`${path}:${line} ${what} [${rule}]`);
  process.exitCode = violations.length > 0 ? 1 : 0;
}
