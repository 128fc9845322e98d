import type { ComponentChildren } from 'preact';
import { useWords } from '../context.tsx';

/** Where one is among the steps: filled segments and words. Never a made-up percentage. */
export function Steps({ at, of, label, children }: { at: number; of: number; label?: string; children?: ComponentChildren }) {
  const words = useWords().progress;
  return (
    <div class="progress">
      <ol class={of > 5 ? 'steps' : 'steps few'} aria-hidden="true">
        {Array.from({ length: of }, (_, index) => (
          <li key={index} class={index < at ? 'on' : undefined} />
        ))}
      </ol>
      <span>{children ?? [label, words.step(at, of)].filter(Boolean).join(' · ')}</span>
    </div>
  );
}

/** How much of many is done: real numbers beside the bar. `text` replaces "done / of". */
export function Progress({
  done,
  of,
  label,
  text,
  wide = true,
}: {
  done: number;
  of: number;
  label: string;
  text?: string;
  wide?: boolean;
}) {
  const words = useWords().progress;
  return (
    <div class={wide ? 'meter' : 'meter small'}>
      <progress max={of} value={done} aria-label={label} />
      <span class="num">{text ?? words.done(done, of)}</span>
    </div>
  );
}
