import { existsSync, globSync, readFileSync } from 'node:fs';

/** Where the workers of a run note which refusals exist and which were provoked; set by the run itself. */
export const ledgerVariable = 'TONGBAN_REFUSALS';

/** Modules that are finished: a refusal of theirs that no test provokes fails the whole run. */
const gated = ['identity', 'directory', 'channels'];

export type Verdict = { readonly failures: readonly string[]; readonly notes: readonly string[] };

/** What the ledger says after a run of these test files. Only a run of all files that open an office can tell what nobody provoked. */
export function judgeRefusals(ran: readonly string[]): Verdict {
  const file = process.env[ledgerVariable];
  if (!file || !existsSync(file)) return { failures: [], notes: [] };
  const lines = [...new Set(readFileSync(file, 'utf8').trim().split('\n'))];
  const of = (word: string) => lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  const provoked = new Set(of('provoked'));
  const all = globSync('{src,test}/**/*.race.test.ts').every((path) => ran.some((one) => one.endsWith(path)));
  const silent = all ? of('declared').filter((one) => !provoked.has(one)) : [];
  const isGated = (one: string) => gated.some((module) => one.startsWith(`${module}.`));
  return {
    failures: [
      ...of('unspeakable').map((one) => `words fail for ${one}`),
      ...silent.filter(isGated).map((one) => `no test provokes ${one}`),
    ],
    notes: silent.filter((one) => !isGated(one)).map((one) => `no test provokes ${one}`),
  };
}
