import type { ComponentChildren } from 'preact';
import { useWords } from '../context.tsx';

export type Column<T> = {
  key: string;
  label: string;
  cell: (row: T) => ComponentChildren;
  /** Numbers and dates stand right. */
  right?: boolean;
  /** Long text is cut with dots; its full form belongs to the row's own page. */
  cut?: boolean;
  /** The number people know the row by. */
  strong?: boolean;
  sort?: { href: string; now?: 'ascending' | 'descending' | undefined };
  /** Shown when the row becomes a card on a narrow screen; without any mark all are. */
  onCard?: boolean;
};

export type Selection<T> = {
  name: string;
  value: (row: T) => string;
  label: (row: T) => string;
  chosen?: readonly string[];
  form?: string;
};

export type TableProps<T> = {
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  selection?: Selection<T>;
  /** Shown instead of an empty body. */
  empty?: ComponentChildren;
  /** Rows can be walked with j and k, opened with Enter. */
  keys?: boolean;
};

function Head<T>({ column }: { column: Column<T> }) {
  const words = useWords().table;
  const { label, sort, right } = column;
  const arrow = sort?.now === 'ascending' ? ' ↑' : sort?.now === 'descending' ? ' ↓' : '';
  return (
    <th scope="col" class={right ? 'r' : undefined} aria-sort={sort?.now}>
      {sort ? (
        <a href={sort.href} title={sort.now === 'ascending' ? words.sortDown : words.sortUp}>
          {label}
          {arrow}
        </a>
      ) : (
        label
      )}
    </th>
  );
}

function cellClass<T>({ right, cut, strong, onCard }: Column<T>, someOnCard: boolean): string | undefined {
  return [right && 'r', cut && 'cut', strong && 'no', someOnCard && !onCard && 'wide'].filter(Boolean).join(' ') || undefined;
}

/** A list drawn by the server. Sorting is a link, choosing is checkboxes of a form, and below 720 px every row is a card. */
export function Table<T>({ caption, columns, rows, rowKey, selection, empty, keys = false }: TableProps<T>) {
  const words = useWords().table;
  const someOnCard = columns.some(({ onCard }) => onCard);
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <table class="tbl" data-rows={keys || undefined}>
      <caption class="hide">{caption}</caption>
      <thead>
        <tr>
          {selection && (
            <th scope="col" class="pickcell">
              <input type="checkbox" aria-label={words.all} data-all={selection.name} />
            </th>
          )}
          {columns.map((column) => (
            <Head key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} class={selection?.chosen?.includes(selection.value(row)) ? 'sel' : undefined}>
            {selection && (
              <td class="pickcell">
                <input
                  type="checkbox"
                  name={selection.name}
                  value={selection.value(row)}
                  form={selection.form}
                  checked={selection.chosen?.includes(selection.value(row)) ?? false}
                  aria-label={words.choose(selection.label(row))}
                />
              </td>
            )}
            {columns.map((column) => (
              <td key={column.key} class={cellClass(column, someOnCard)} data-label={column.label}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Gives a wide table its own sideways scroll, reachable by keyboard, so that the page never scrolls sideways. */
export function Scroll({ label, children }: { label?: string; children: ComponentChildren }) {
  const words = useWords().table;
  return (
    <section class="scroll" tabindex={0} aria-label={label ?? words.region}>
      {children}
    </section>
  );
}
