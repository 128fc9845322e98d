import type { ComponentChildren } from 'preact';
import { useWords } from '../context.tsx';
import { Icon } from './icon.tsx';
import type { Option } from './inputs.tsx';

/** A filter that is set: its words and the address without it. */
export type SetFilter = { label: string; without: string };
export type FilterField = { name: string; label: string; options: readonly Option[]; value?: string | undefined };

/** Fixed fields, then every set filter as a chip that can be taken away. The address holds it all. */
export function Filters({ fields = [], more, set = [], clear, result, action, keep = {} }: FiltersProps) {
  const words = useWords().filters;
  return (
    <form class="filters" action={action} aria-label={words.label}>
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map(({ name, label, options, value }) => (
        <select key={name} class="drop" name={name} aria-label={label}>
          <option value="">{label}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      ))}
      {fields.length > 0 && (
        <button class="btn second small" type="submit">
          {words.apply}
        </button>
      )}
      {more}
      {set.map(({ label, without }) => (
        <a key={without} class="on" href={without}>
          {label}
          <Icon name="cross" />
          <span class="hide">{words.remove}</span>
        </a>
      ))}
      {clear && set.length > 0 && <a href={clear}>{words.clear}</a>}
      {result && (
        <span class="right" role="status">
          {result}
        </span>
      )}
    </form>
  );
}

type FiltersProps = {
  fields?: readonly FilterField[];
  more?: ComponentChildren;
  set?: readonly SetFilter[];
  clear?: string;
  result?: ComponentChildren;
  action?: string;
  /** Values of the address that are no filter (the view, the order). */
  keep?: Readonly<Record<string, string>>;
};

/** What can be done with the chosen rows; always in its place. Its buttons send the form whose id the table's selection names. */
export function BulkBar({
  chosen = 0,
  clear,
  children,
  keys,
}: {
  chosen?: number;
  clear?: string;
  children: ComponentChildren;
  keys?: ComponentChildren;
}) {
  const words = useWords().table;
  return (
    <div class="bulk">
      <b data-chosen={words.chosen(0)}>{words.chosen(chosen)}</b>
      {children}
      {clear && <a href={clear}>{words.clearChosen}</a>}
      {keys && <span class="keys">{keys}</span>}
    </div>
  );
}

export function KeyHint({ keys, children }: { keys: readonly string[]; children: ComponentChildren }) {
  return (
    <span>
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}{' '}
      {children}
    </span>
  );
}

/** The acts on one thing, fixed at the bottom of a desk page. `note` holds why an act is closed, or what was saved when. */
export function ActionBar({ children, note }: { children: ComponentChildren; note?: ComponentChildren }) {
  return (
    <div class="actbar">
      {children}
      {note && <span class="right">{note}</span>}
    </div>
  );
}

/** `previous` and `next` are addresses; a list that only goes forward names the way back itself. `range` is shown when the whole number is known. */
export function Pagination({
  previous,
  previousLabel,
  next,
  range,
}: {
  previous?: string | undefined;
  previousLabel?: string;
  next?: string | undefined;
  range?: { from: number; to: number; of: number };
}) {
  const words = useWords().pages;
  if (!previous && !next && !range) return null;
  return (
    <nav class="pages" aria-label={words.label}>
      {previous && (
        <a href={previous} rel="prev">
          <Icon name="back" />
          {previousLabel ?? words.previous}
        </a>
      )}
      {range && <span class="muted">{words.range(range.from, range.to, range.of)}</span>}
      {next && (
        <a href={next} rel="next">
          {words.next}
          <Icon name="next" />
        </a>
      )}
    </nav>
  );
}
