import type { ComponentChildren } from 'preact';
import { useWords } from '../context.tsx';

export type FormProps = {
  /** The act this form runs: it is sent to `?do=<act>` of the page it stands on. */
  act: string;
  children: ComponentChildren;
  /** Values that go along unseen: version, numbers. */
  hidden?: Readonly<Record<string, string | number>>;
  /** Made once when the page is drawn, so that sending twice does the thing once. */
  idempotencyKey?: string | undefined;
  files?: boolean;
  label?: string;
  id?: string;
  /** What of the page's query stays in the address: a tab, a filter, the open sheet. */
  keep?: Readonly<Record<string, string>> | undefined;
};

/** The address that runs an act of the page it stands on. */
export function addressOf(act: string, keep: Readonly<Record<string, string>> = {}): string {
  return `?${new URLSearchParams({ ...keep, do: act })}`;
}

/** Works without JavaScript. With it, a second press while the first is on its way does nothing. */
export function Form({ act, children, hidden = {}, idempotencyKey, files = false, label, id, keep }: FormProps) {
  const words = useWords().form;
  return (
    <form
      method="post"
      action={addressOf(act, keep)}
      id={id}
      enctype={files ? 'multipart/form-data' : undefined}
      noValidate
      aria-label={label}
      data-island="submit-once"
      data-sending={words.sending}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {idempotencyKey && <input type="hidden" name="idempotencyKey" value={idempotencyKey} />}
      {children}
    </form>
  );
}

/** A search or filter: its answers live in the address. */
export function SearchForm({
  action,
  name = 'q',
  value,
  label,
  example,
  suggest,
}: {
  action: string;
  name?: string;
  value?: string | undefined;
  label: string;
  example?: string;
  suggest?: Suggest;
}) {
  const words = useWords().shell;
  return (
    <form class="search" role="search" action={action}>
      <label class="hide" for={`s-${name}`}>
        {label}
      </label>
      <input
        class="input"
        id={`s-${name}`}
        name={name}
        value={value}
        placeholder={example}
        autocomplete="off"
        data-island={suggest ? 'search-suggest' : undefined}
        data-url={suggest?.url}
        data-href={suggest?.href}
        data-text={suggest?.text}
        data-note={suggest?.note}
      />
      <button class="btn" type="submit">
        {words.search}
      </button>
    </form>
  );
}

/** Where suggestions come from (`url` + the typed words → `{ rows }`), where one leads (`/services/{code}` filled from the row) and what it shows. */
export type Suggest = { url: string; href: string; text: string; note?: string };
