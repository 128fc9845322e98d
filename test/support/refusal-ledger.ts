import { existsSync, globSync, readFileSync } from 'node:fs';

/** Where the workers of a run note which refusals exist and which were provoked; set by the run itself. */
export const ledgerVariable = 'TONGBAN_REFUSALS';

/** What the run that has just ended left in its ledger. */
export function judgeRefusals(ran: readonly string[]): readonly string[] {
  const file = process.env[ledgerVariable];
  if (!file || !existsSync(file)) return [];
  const all = globSync('{src,test}/**/*.race.test.ts').every((path) => ran.some((one) => one.endsWith(path)));
  return failuresIn(readFileSync(file, 'utf8'), all);
}

/** A refusal that a contract declares must be provoked by a test. Only a run of all files that open an office can tell what nobody provoked. */
export function failuresIn(ledger: string, isWhole: boolean): readonly string[] {
  const lines = [...new Set(ledger.trim().split('\n'))];
  const of = (word: string) => lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  const provoked = new Set(of('provoked'));
  const silent = isWhole ? of('declared').filter((one) => !provoked.has(one)) : [];
  return [...of('unspeakable').map((one) => `words fail for ${one}`), ...silent.map((one) => `no test provokes ${one}`)];
}
