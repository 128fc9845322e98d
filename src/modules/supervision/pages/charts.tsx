/** Charts without a script: an SVG a row for the eye, a label for the ear, and the caller's table of numbers for both. */
type Kind = 'bad' | 'warn' | 'near' | 'far' | 'ok' | 'idle' | 'hold';
export type Part = { readonly kind: Kind; readonly label: string; readonly count: number };

const dark: readonly Kind[] = ['bad', 'ok', 'hold'];

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100;
}

export function Legend({ parts }: { parts: readonly Omit<Part, 'count'>[] }) {
  return (
    <ul class="legend">
      {parts.map(({ kind, label }) => (
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

export type BarRow = { readonly key: string; readonly label: string; readonly href?: string; readonly parts: readonly Part[] };

/** Whole length by count, so that rows can be compared; parts in the order given. */
export function StackedBars({ rows }: { rows: readonly BarRow[] }) {
  const most = Math.max(1, ...rows.map(({ parts }) => sum(parts)));
  return (
    <ul class="bars">
      {rows.map(({ key, label, href, parts }) => (
        <li key={key}>
          <span>{href ? <a href={href}>{label}</a> : label}</span>
          <svg role="img" aria-label={said(label, parts)}>
            <Stack parts={parts} from={0} scale={100 / most} />
          </svg>
          <span class="num">{sum(parts)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Bad to the left of the middle, good to the right, what is between lies across it. */
export function DivergingBars({ rows }: { rows: readonly BarRow[] }) {
  return (
    <ul class="bars">
      {rows.map(({ key, label, parts }) => {
        const n = sum(parts);
        const left = (parts[0]?.count ?? 0) + (parts[1]?.count ?? 0) + (parts[2]?.count ?? 0) / 2;
        return (
          <li key={key}>
            <span>{label}</span>
            <svg role="img" aria-label={said(label, parts)}>
              <Stack parts={parts} from={50 - percent(left, n) / 2} scale={n === 0 ? 0 : 50 / n} />
              <line class="middle" x1="50%" x2="50%" y1="-2" y2="22" />
            </svg>
            <span class="num">n={n}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** `from` and widths in percent; a part wide enough carries its number. */
function Stack({ parts, from, scale }: { parts: readonly Part[]; from: number; scale: number }) {
  let at = from;
  return (
    <>
      {parts.map(({ kind, count }) => {
        const [x, width] = [at, count * scale];
        at += width;
        if (count === 0) return null;
        return (
          <g key={kind}>
            <rect class={kind} x={`${x}%`} width={`${width}%`} height="20" />
            {width >= 4 && (
              <text class={dark.includes(kind) ? 'on-dark' : 'on-light'} x={`${x + width / 2}%`} y="14" text-anchor="middle">
                {count}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

export type Lines = { readonly key: string; readonly label: string; readonly note: string; readonly lines: readonly Part[] };

/** Up to three lengths of one thing, one below the other. */
export function ThreeLines({ rows }: { rows: readonly Lines[] }) {
  const most = Math.max(1, ...rows.flatMap(({ lines }) => lines.map(({ count }) => count)));
  return (
    <ul class="bars">
      {rows.map(({ key, label, note, lines }) => (
        <li key={key}>
          <span>{label}</span>
          <svg class="three" role="img" aria-label={said(label, lines)}>
            {lines.map(({ kind, count }, index) => (
              <rect key={kind} class={kind} y={index * 12} width={`${percent(count, most)}%`} height="10" />
            ))}
          </svg>
          <span class="num">{note}</span>
        </li>
      ))}
    </ul>
  );
}

export type Column = { readonly key: string; readonly parts: readonly Part[] };

/** One column a day, the late ones on top. */
export function Columns({ columns, label, from, to }: { columns: readonly Column[]; label: string; from: string; to: string }) {
  const most = Math.max(1, ...columns.map(({ parts }) => sum(parts)));
  const width = 100 / Math.max(1, columns.length);
  return (
    <div class="columns">
      <svg role="img" aria-label={label}>
        {columns.map(({ key, parts }, index) => {
          let below = 0;
          return parts.map(({ kind, count }) => {
            const height = percent(count, most);
            below += height;
            return count === 0 ? null : (
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

function sum(parts: readonly Part[]): number {
  return parts.reduce((total, { count }) => total + count, 0);
}

function said(label: string, parts: readonly Part[]): string {
  return `${label}: ${parts.map((part) => `${part.label} ${part.count}`).join(', ')}`;
}
