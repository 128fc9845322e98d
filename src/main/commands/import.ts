import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { jobOf } from '#kernel/jobs.ts';
import { importCatalogue } from '#modules/catalogue/index.ts';
import { withApp } from '../open.ts';

/** `import catalogue FILE --format guangdong-jsonl|table|tongban [--mapping FILE] [--report FILE]`. Ends with 1 when no row was accepted. */
export function run(parameters: readonly string[]): Promise<number> {
  const [what, path] = parameters;
  const option = (name: string) => (parameters.includes(`--${name}`) ? parameters[parameters.indexOf(`--${name}`) + 1] : undefined);
  if (what !== 'catalogue' || !path) throw new Error('Say: ./tongban import catalogue FILE --format guangdong-jsonl|table|tongban');
  const mapping = option('mapping');
  for (const file of [path, mapping]) if (file !== undefined && !existsSync(file)) throw new Error(`There is no file ${resolve(file)}.`);
  return withApp(async (app) => {
    const report = await importCatalogue(jobOf(app, 'catalogue'), {
      bytes: await readFile(path),
      fileName: path,
      format: (option('format') ?? 'table') as 'table',
      ...(mapping ? { mapping: JSON.parse(await readFile(mapping, 'utf8')) as never } : {}),
      by: 'command line',
    });
    console.log(`${report.accepted} accepted, ${report.warned} warned, ${report.rejected} rejected`);
    for (const { row, level, code, facts } of report.rows) console.log(`${row}\t${level}\t${code}\t${JSON.stringify(facts)}`);
    return report.accepted + report.warned > 0 ? 0 : 1;
  });
}
