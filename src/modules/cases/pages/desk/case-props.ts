import type { Act } from '#kernel/endpoint.ts';
import type { Language } from '#kernel/locale.ts';
import type { FormState } from '#kernel/page.ts';
import { dayIn, type DateLook, formatDay, formatInstant } from '#ui/index.ts';
import { textIn } from '#kernel/locale.ts';
import { type DeskWords, deskWords } from '../../locales/desk/index.ts';
import type { ActName } from '../../rules/states.ts';
import { casePath } from './address.ts';
import type { CaseDesk, TabName } from './case-load.ts';

/** What every part of a case's page is given. */
export type CaseProps = { readonly data: CaseDesk; readonly act: Act; readonly form: FormState | undefined };

type Query = { tab?: TabName; act?: ActName; paper?: string; file?: string; order?: string; reveal?: string };

/** An address on the page of the same case; the list one came from goes along. */
export function here({ data: { file, tab, trail } }: Pick<CaseProps, 'data'>, query: Query = {}): string {
  return casePath(file.caseNo, { ...trail, tab, ...query });
}

/** What a form of the page keeps in the address. */
export function keeping({ data: { tab, trail } }: Pick<CaseProps, 'data'>, query: Query = {}): Record<string, string> {
  const kept = { ...trail, tab, ...query };
  return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

export function wordsOf({ act }: { act: { language: Language } }): DeskWords {
  return deskWords(act.language);
}

export function dayText(on: string | null | undefined, { act }: Pick<CaseProps, 'act'>, look: DateLook = 'short'): string {
  return on ? formatDay(on, act.language, look) : '';
}

export function timeText(at: Date | string | null, { act, data }: Pick<CaseProps, 'act' | 'data'>): string {
  return at ? formatInstant(new Date(at), act.language, { zone: data.zone, look: 'short' }) : '';
}

export function dayOfTime(at: Date, { act, data }: Pick<CaseProps, 'act' | 'data'>): string {
  return formatDay(dayIn(at, data.zone), act.language, 'short');
}

export function unitText(code: string, { act, data }: Pick<CaseProps, 'act' | 'data'>): string {
  return textIn(data.directory.unitByCode.get(code)?.name, act.language) || code;
}

/** A stage by the item's own name for it, else by the office's word. */
export function stageText(key: string, { act, data }: Pick<CaseProps, 'act' | 'data'>): string {
  const { stages } = deskWords(act.language);
  const own = data.situation.item.stages.flatMap((stage) => ('of' in stage ? stage.of : [stage])).find((stage) => stage.key === key);
  const known = stages[key.split(':')[0] as keyof typeof stages];
  return textIn(own?.name, act.language) || known || key;
}
