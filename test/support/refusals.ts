import { appendFileSync } from 'node:fs';
import { type App, bindEndpoints } from '#kernel/app.ts';
import type { Module } from '#kernel/module.ts';
import { languages } from '#kernel/locale.ts';
import { isRefusal, type Refusal } from '#kernel/result.ts';
import { refusalText } from '#ui/index.ts';
import { ledgerVariable } from './refusal-ledger.ts';

const noted = new Set<string>();

function note(line: string): void {
  const file = process.env[ledgerVariable];
  if (!file || noted.has(line)) return;
  noted.add(line);
  appendFileSync(file, `${line}\n`);
}

function noteProvoked(where: string, refusal: Refusal, { refusalWords }: Module): void {
  note(`provoked ${where} ${refusal.refused}`);
  for (const language of languages) {
    const said = saying(() => refusalText(language, refusal, refusalWords(language)));
    if (said.trim() === '' || /undefined|NaN|\[object|function/.test(said))
      note(`unspeakable ${where} ${refusal.refused} (${language}): ${said}`);
  }
}
function saying(say: () => string): string {
  try {
    return say();
  } catch (error) {
    return `undefined: ${(error as Error).message}`;
  }
}

/** The modules with actions that leave word of each refusal they give. */
export function notingRefusals(modules: readonly Module[]): readonly Module[] {
  return modules.map((module) => {
    for (const [name, endpoint] of Object.entries(module.contract))
      for (const code of Object.keys(endpoint.refusals)) note(`declared ${module.name}.${name} ${code}`);
    const actions = Object.entries(module.actions).map(([name, action]) => {
      const noting: typeof action = async (act, input) => {
        const result = await action(act, input);
        if (isRefusal(result)) noteProvoked(`${module.name}.${name}`, result, module);
        return result;
      };
      return [name, noting] as const;
    });
    return { ...module, actions: Object.fromEntries(actions) };
  });
}

/** The store of posted files, which may say no before the endpoint that records them is asked. */
export function notingUploads(modules: readonly Module[], uploads: App['uploads']): App['uploads'] {
  const bound = uploads && bindEndpoints(modules).get(uploads.endpoint);
  if (!bound) return uploads;
  const store: NonNullable<App['uploads']>['store'] = async (file) => {
    const stored = await uploads.store(file);
    if (isRefusal(stored)) noteProvoked(`${bound.module.name}.${bound.name}`, stored, bound.module);
    return stored;
  };
  return { ...uploads, store };
}
