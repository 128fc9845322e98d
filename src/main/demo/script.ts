import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** One act of a case: who does it, when before now, and what it says. */
export type Step = { readonly act: string; readonly by: string; readonly at: string; readonly data?: Readonly<Record<string, unknown>> };
export type Applicant = { readonly username: string } | { readonly name: string; readonly phone: string };
export type Way = 'upload' | 'owed' | 'declared';

export type DemoCase = {
  readonly about: string;
  readonly itemCode: string;
  readonly applicant: Applicant;
  /** Who applies for the applicant, with a mandate. */
  readonly agent?: string;
  readonly channel?: string;
  readonly delivery?: Readonly<Record<string, unknown>>;
  /** What a draft has so far; everything when it is not said. */
  readonly answered?: readonly string[];
  readonly answers: Readonly<Record<string, unknown>>;
  readonly slots: Readonly<Record<string, Way>>;
  readonly steps: readonly Step[];
};

type Filling = Pick<DemoCase, 'answers'> & { slots: Readonly<Record<string, Way | null>> };
type Written = Omit<DemoCase, 'itemCode' | 'answers' | 'slots'> & Partial<Filling> & { form: string };

const file = fileURLToPath(new URL('../../../data/demo/cases.yaml', import.meta.url));

/** The cases of `data/demo/cases.yaml`, each laid over its form; `null` takes away what the form says. */
export function readScript(): DemoCase[] {
  const { forms, cases } = parse(readFileSync(file, 'utf8')) as { forms: Record<string, Filling & { code: string }>; cases: Written[] };
  return cases.map(({ form: name, answers, slots, ...rest }) => {
    const form = forms[name];
    if (!form) throw new Error(`demo case “${rest.about}”: there is no form ${name}`);
    return {
      ...rest,
      itemCode: form.code,
      answers: withoutNull({ ...form.answers, ...answers }),
      slots: withoutNull({ ...form.slots, ...slots }),
    };
  });
}

function withoutNull<Value>(given: Readonly<Record<string, Value | null>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(given).filter((entry): entry is [string, Value] => entry[1] !== null));
}
