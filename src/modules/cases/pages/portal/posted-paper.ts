import type { Act } from '#kernel/endpoint.ts';
import type { Language } from '#kernel/locale.ts';
import type { FormState } from '#kernel/page.ts';
import { documentWords } from '#modules/documents/index.ts';
import { type FieldError, formErrors, type StoredFile, valuesOf } from '#ui/index.ts';
import { casesWords } from '../../locales/index.ts';
import { portalWords } from '../../locales/portal/index.ts';

/** Where each file is sent at once when the browser can. */
export const uploadPath = '/api/v1/documents/files';

/** The field of a paper's files: its name differs from card to card, so that labels and mistakes find theirs. */
export function fieldOfPaper(slot: string): string {
  return `add-${slot.replaceAll('.', '-')}`;
}

/** The files posted in whichever paper's field; a field left empty posts an empty one. */
export function postedFiles(fields: Readonly<Record<string, unknown>>): unknown[] {
  const added = Object.entries(fields).flatMap(([name, value]) => (name.startsWith('add-') ? [value].flat() : []));
  return added.filter((fileId) => fileId !== '' && fileId !== undefined);
}

/** Files that were sent with a form that came back: they need not be sent again. */
export function filesSent(posted: FormState | undefined, field: string, language: Language): StoredFile[] {
  const { papers, fix } = portalWords(language);
  const sent = valuesOf(posted, field).filter((fileId) => fileId !== '');
  return sent.map((fileId, index) => ({ fileId, name: papers.forRow(fix.newFiles, String(index + 1)) }));
}

/** One paper is sent at a time: whatever went wrong belongs to that one. Nothing chosen comes as a problem of the input. */
export function paperError({ language }: Act, posted: FormState | undefined): FieldError | undefined {
  if (!posted) return undefined;
  const slot = posted.values['slot'];
  const own = { ...documentWords(language).refusals, ...casesWords(language).refusals };
  const [found] = posted.problems ? [{ name: '', text: portalWords(language).papers.add }] : formErrors(language, posted, { own });
  return found && { ...found, name: typeof slot === 'string' ? fieldOfPaper(slot) : '' };
}
