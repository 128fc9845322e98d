export type Part = { readonly kind: 'ok' | 'far' | 'idle'; readonly count: number };
export type Column = { readonly key: string; readonly parts: readonly Part[] };

const sum = (parts: readonly Part[]) => parts.reduce((total, { count }) => total + count, 0);

/** One column a half hour, drawn by the server; the numbers stand in a table beside it. */
export function Columns({ columns, label, from, to }: { columns: readonly Column[]; label: string; from: string; to: string }) {
  const most = Math.max(1, ...columns.map(({ parts }) => sum(parts)));
  const width = 100 / Math.max(1, columns.length);
  return (
    <div class="columns">
      <svg role="img" aria-label={label}>
        {columns.map(({ key, parts }, index) => {
          let below = 0;
          return parts.map(({ kind, count }) => {
            const height = (count / most) * 100;
            below += height;
            return (
              <rect
                key={`${key}-${kind}`}
                class={kind}
                x={`${index * width}%`}
                y={`${100 - below}%`}
                width={`${width * 0.8}%`}
                height={`${height}%`}
              />
            );
          });
        })}
      </svg>
      <p class="axis">
        <span>{from}</span>
        <span>{to}</span>
      </p>
    </div>
  );
}

export type Bar = { readonly key: string; readonly label: string; readonly share: number; readonly note: string };

/** Shares of a whole, one bar each. */
export function Bars({ bars }: { bars: readonly Bar[] }) {
  return (
    <ul class="bars">
      {bars.map(({ key, label, share, note }) => (
        <li key={key}>
          <span>{label}</span>
          <svg role="img" aria-label={`${label}: ${note}`}>
            <rect class="idle" width="100%" height="20" />
            <rect class="ok" width={`${Math.min(100, share * 100)}%`} height="20" />
          </svg>
          <span class="num">{note}</span>
        </li>
      ))}
    </ul>
  );
}

export function Legend({ kinds }: { kinds: readonly (readonly [Part['kind'], string])[] }) {
  return (
    <ul class="legend">
      {kinds.map(([kind, label]) => (
        <li key={kind}>
          <svg aria-hidden="true">
            <rect class={kind} width="14" height="14" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
