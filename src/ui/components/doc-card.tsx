import type { ComponentChildren } from 'preact';
import { useWords } from '../context.tsx';
import type { UiWords } from '../locales/index.ts';
import type { IconName } from './icon.tsx';
import { Tag, type Tone } from './tag.tsx';

/** What is known of one required paper. `by` is a day already written for the reader. */
export type DocState =
  | { kind: 'needed' | 'exempt' | 'credential' | 'shared' | 'defective' | 'accepted' | 'checking' | 'mayFollow' }
  | { kind: 'uploaded'; count: number }
  | { kind: 'owed'; by: string };

const tones: Record<DocState['kind'], Tone> = {
  needed: 'idle',
  exempt: 'ok',
  credential: 'ok',
  shared: 'ok',
  uploaded: 'ok',
  accepted: 'ok',
  checking: 'info',
  owed: 'warn',
  mayFollow: 'warn',
  defective: 'bad',
};
const icons: Partial<Record<DocState['kind'], IconName>> = { needed: 'camera', credential: 'card', shared: 'link' };

export function docStateText(words: UiWords, state: DocState): string {
  if (state.kind === 'uploaded') return words.document.uploaded(state.count);
  if (state.kind === 'owed') return words.document.owed(state.by);
  return words.document[state.kind];
}

export function DocTag({ state, text }: { state: DocState; text?: string | undefined }) {
  const icon = icons[state.kind];
  return (
    <Tag tone={tones[state.kind]} {...(icon ? { icon } : {})}>
      {text ?? docStateText(useWords(), state)}
    </Tag>
  );
}

export type DocCardProps = {
  title: ComponentChildren;
  state: DocState;
  /** Replaces the state's usual word ("retake" for "needs changes"). */
  stateText?: string | undefined;
  meta?: ComponentChildren;
  /** All defects at once, who looked and when. */
  reason?: ComponentChildren;
  actions?: ComponentChildren;
  level?: 2 | 3;
  children?: ComponentChildren;
};

/** One required paper, the same card for everyone who sees it; only its actions differ. The left edge repeats the state. */
export function DocCard({ title, state, stateText, meta, reason, actions, level = 3, children }: DocCardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article class={`doc ${tones[state.kind]}`}>
      <header>
        <Heading class="doc-title">{title}</Heading>
        <DocTag state={state} text={stateText} />
      </header>
      {meta && <p class="meta">{meta}</p>}
      {reason && <div class="reason">{reason}</div>}
      {children}
      {actions && <div class="acts">{actions}</div>}
    </article>
  );
}

export type Thumb = { src?: string; alt: string; caption: ComponentChildren };

/** Pictures of what was sent, with name and size below. */
export function Thumbs({ thumbs }: { thumbs: readonly Thumb[] }) {
  return (
    <ul class="thumbs">
      {thumbs.map(({ src, alt, caption }) => (
        <li key={src ?? alt}>
          {src ? <img src={src} alt={alt} width="132" height="99" loading="lazy" /> : <span class="no-pic" aria-hidden="true" />}
          {caption}
        </li>
      ))}
    </ul>
  );
}
