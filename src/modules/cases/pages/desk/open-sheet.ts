import { type DeskAct, deskActs } from './case-forms.ts';
import type { CaseProps } from './case-props.ts';

type Asked = Pick<CaseProps, 'data' | 'form'> & { query: Readonly<Record<string, string>> };

/** Which act's sheet is open: the one that came back, else the one the address names, when it can be done. */
export function openSheet({ data: { acts }, form, query }: Asked): DeskAct | undefined {
  const failed = deskActs.find((name) => name === form?.name);
  if (failed) return failed;
  const asked = deskActs.find((name) => name === query['act']);
  return acts.some(({ name, closed }) => name === asked && !closed) ? asked : undefined;
}
