import type { ComponentChildren } from 'preact';
import { useWords } from '../context.tsx';

/** `source`: where the value came from. `change` leads to the question; an empty value shows "not provided" and offers to add. */
export type SummaryRow = {
  label: string;
  value?: ComponentChildren;
  source?: ComponentChildren;
  change?: string | undefined;
  action?: ComponentChildren;
};

/** Answers to look over, or facts about one thing. `narrow` puts the value under the name (side columns), `tight` narrows the names. */
export function Summary({ rows, look }: { rows: readonly SummaryRow[]; look?: 'narrow' | 'tight' }) {
  const words = useWords().summary;
  return (
    <dl class={look ? `sum ${look}` : 'sum'}>
      {rows.map(({ label, value, source, change, action }) => {
        const empty = value === undefined || value === null || value === '';
        return (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {empty ? <span class="muted">{words.none}</span> : value}
              {source && <span class="src">{source}</span>}
            </dd>
            {(change || action) && (
              <dd class="chg">
                {change ? (
                  <a href={change}>
                    {empty ? words.add : words.change}
                    <span class="hide"> {label}</span>
                  </a>
                ) : (
                  action
                )}
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}

/** `note` says what was really measured, with its n. */
export type Fact = { label: string; value: ComponentChildren; unit?: string; note?: ComponentChildren };

/** The four numbers a reader decides by. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ label, value, unit, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <b>{value}</b>
            {unit}
            {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
