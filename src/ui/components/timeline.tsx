import type { ComponentChildren } from 'preact';
import { useWords } from '../context.tsx';

/** `when` is written for the reader; `at` is the machine's form of it. */
export type TimelineEntry = {
  when: string;
  at?: string;
  title: ComponentChildren;
  note?: ComponentChildren;
  stage?: 'done' | 'now' | 'next';
};

/** In the order given: newest first for citizens, oldest first for officers. Hollow is to come, teal is now, grey is done; screen readers hear it. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label?: string }) {
  const words = useWords().timeline;
  return (
    <ol class="timeline" aria-label={label}>
      {entries.map(({ when, at, title, note, stage = 'done' }, index) => (
        <li key={`${when}-${index}`} class={stage === 'done' ? undefined : stage}>
          {at ? <time dateTime={at}>{when}</time> : <span class="when">{when}</span>}
          <b>
            {stage !== 'done' && <span class="hide">{words[stage]}: </span>}
            {title}
          </b>
          {note && <p>{note}</p>}
        </li>
      ))}
    </ol>
  );
}
