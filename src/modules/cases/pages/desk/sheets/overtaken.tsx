import type { FormState } from '#kernel/page.ts';
import { Notice } from '#ui/index.ts';
import { casesWords } from '../../../locales/index.ts';
import { type CaseProps, timeText, wordsOf } from '../case-props.ts';

const codes = new Set(['stale_version', 'wrong_stage', 'held_by_another']);

/** The form did not go through because somebody else was faster. */
export function isOvertaken(typed: FormState | undefined): boolean {
  return codes.has(typed?.refusal?.code ?? '');
}

/** Not an error but news: what the others did since this form was drawn. Each act counts the version up by one, as the log counts its entries. */
export function Changed({ typed, isOpen, ...props }: CaseProps & { typed: FormState | undefined; isOpen: boolean }) {
  if (!typed || !isOvertaken(typed)) return null;
  const words = wordsOf(props);
  const { sheet } = words;
  const { file, log } = props.data;
  const acts: Readonly<Record<string, string>> = casesWords(props.act.language).acts;
  const since = log.filter(({ seq }) => seq > Number(typed.values['version'] ?? file.version));
  const isHeld = typed.refusal?.code === 'held_by_another';
  return (
    <Notice tone="warn" live title={isHeld ? sheet.heldTitle(file.holderName ?? '') : sheet.staleTitle}>
      {since.length > 0 && (
        <ul class="since">
          {since.map(({ seq, at, actorName, act, afterState }) => (
            <li key={seq}>
              {timeText(at, props)} {sheet.entry(actorName, acts[act] ?? act, words.states[afterState as keyof typeof words.states])}
            </li>
          ))}
        </ul>
      )}
      <p>{isHeld ? sheet.held(timeText(file.leasedUntil, props)) : isOpen ? sheet.stale : sheet.staleGone}</p>
    </Notice>
  );
}
