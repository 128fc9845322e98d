import type { ComponentChildren } from 'preact';
import { useWords } from '../context.tsx';
import type { UiWords } from '../locales/index.ts';
import type { Tone } from './tag.tsx';
import { fieldId } from './field.tsx';
import { Icon, type IconName } from './icon.tsx';

/** Something the reader should know before going on. `live` announces it when it appears after an act. */
export function Notice({
  tone = 'info',
  title,
  live = false,
  children,
}: {
  tone?: Tone;
  title?: string;
  live?: boolean;
  children?: ComponentChildren;
}) {
  return (
    <div class={`notice ${tone}`} role={live ? 'status' : undefined}>
      {title && <p class="notice-title">{title}</p>}
      {children}
    </div>
  );
}

/** `label`: the field's name, where its sentence alone would not say which one is meant. An empty `name` belongs to no field. */
export type FieldError = { name: string; text: string; label?: string | undefined };

/** The summary above a form that was sent with mistakes; each line leads to its field. Draw it first in the main part. */
export function Errors({ errors, title }: { errors: readonly FieldError[]; title?: string }) {
  const words = useWords();
  if (errors.length === 0) return null;
  return (
    <div class="errors" role="alert" aria-labelledby="errors-title" tabindex={-1} autofocus>
      <h2 id="errors-title">{title ?? words.errors.title(errors.length)}</h2>
      <ul>
        {errors.map(({ name, text, label }) => (
          <li key={name}>{name ? <a href={`#${fieldId(name)}`}>{label ? words.errors.of(label, text) : text}</a> : text}</li>
        ))}
      </ul>
    </div>
  );
}

/** A page with mistakes says so in its title, which is the first thing a screen reader speaks. */
export function titleWithErrors(words: UiWords, title: string, hasErrors: boolean): string {
  return hasErrors ? `${words.errors.prefix}${title}` : title;
}

/** Why nothing is here, and the one thing to do about it. */
export function Empty({ text, href, action, icon }: { text?: string; href?: string; action?: string; icon?: IconName }) {
  const words = useWords();
  return (
    <div class="empty">
      {icon && <Icon name={icon} />}
      <p>{text ?? words.empty.nothing}</p>
      {href && (
        <p>
          <a href={href}>{action ?? words.empty.clear}</a>
        </p>
      )}
    </div>
  );
}

/** What failed, whether the reader's data is safe, what to do, and the number to give on the phone. */
export function Failure({ title, text, incidentNo }: { title?: string; text?: string; incidentNo?: string | undefined }) {
  const words = useWords().failure;
  return (
    <div class="notice bad" role="alert">
      <p class="notice-title">{title ?? words.title}</p>
      <p>{text ?? words.safe}</p>
      {incidentNo && (
        <p class="small">
          <b class="nowrap">{words.incident(incidentNo)}</b> {words.askCall}
        </p>
      )}
    </div>
  );
}

/** The panel of a finished act: the number large and unbroken, then what happens next. */
export function Done({ title, no, label, children }: { title: string; no?: string; label?: string; children?: ComponentChildren }) {
  return (
    <section class="done-panel" aria-labelledby="done-title">
      <Icon name="tick" />
      <h1 id="done-title">{title}</h1>
      {no && (
        <p>
          {label}
          <b class="done-no">{no}</b>
        </p>
      )}
      {children}
    </section>
  );
}
