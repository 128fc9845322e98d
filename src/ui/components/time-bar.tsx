import type { ComponentChildren } from 'preact';
import { useWords } from '../context.tsx';
import type { DayUnit } from './tag.tsx';

/** What happened with the clock so far, in order. Stopped days are drawn and not counted. */
export type TimeSpan = { kind: 'used' | 'stopped'; count: number };
export type TimeBarProps = {
  spans: readonly TimeSpan[];
  promised?: { count: number; by?: string | undefined } | undefined;
  statutory: { count: number; by?: string | undefined };
  unit?: DayUnit;
  note?: ComponentChildren;
};

const mostTicks = 45;

function sum(spans: readonly TimeSpan[], kind: TimeSpan['kind']): number {
  return spans.filter((span) => span.kind === kind).reduce((total, span) => total + span.count, 0);
}

function percent(part: number, whole: number): string {
  return `${Math.round((part / whole) * 10_000) / 100}%`;
}

/** How wide the picture is, and where things stand on it, in days from its left edge. */
export function timeBarScale({ spans, promised, statutory }: Pick<TimeBarProps, 'spans' | 'promised' | 'statutory'>) {
  const used = sum(spans, 'used');
  const stopped = sum(spans, 'stopped');
  return {
    used,
    stopped,
    today: used + stopped,
    promisedEdge: promised ? promised.count + stopped : undefined,
    whole: Math.max(statutory.count, promised?.count ?? 0, used) + stopped,
  };
}

/** The limit as a picture: used days filled, the promised edge in teal, stopped days hatched, today marked. The words below say the same. */
export function TimeBar({ spans, promised, statutory, unit = 'workdays', note }: TimeBarProps) {
  const words = useWords().time;
  const { used, stopped, today, promisedEdge, whole } = timeBarScale({ spans, promised, statutory });
  const days = words[unit];
  const until = ({ count, by }: { count: number; by?: string | undefined }) => (by ? words.until(days(count), by) : days(count));
  const key = [
    { kind: 'used', label: words.used, text: days(used) },
    ...(stopped > 0 ? [{ kind: 'stopped', label: words.stopped, text: words.notCounted(days(stopped)) }] : []),
    ...(promised ? [{ kind: 'promised', label: words.promised, text: until(promised) }] : []),
    { kind: 'statutory', label: words.statutory, text: until(statutory) },
  ];
  const late = used > (promised?.count ?? statutory.count);
  return (
    <div class={late ? 'timebar late' : 'timebar'}>
      <svg class="bar" role="img" aria-label={words.bar(key.map(({ label, text }) => `${label} ${text}`).join('; '))}>
        {stopped > 0 && (
          <defs>
            <pattern id="stopped" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path class="hatch" d="M0 0V6" />
            </pattern>
          </defs>
        )}
        <rect class="ground" y="22" width="100%" height="14" />
        {promisedEdge !== undefined && <rect class="promised" y="22" width={percent(promisedEdge, whole)} height="14" />}
        <Spans spans={spans} whole={whole} />
        {whole <= mostTicks &&
          Array.from({ length: whole - 1 }, (_, day) => (
            <rect key={day} class="tick" x={percent(day + 1, whole)} y="22" width="1.5" height="14" />
          ))}
        {promisedEdge !== undefined && <rect class="edge" x={percent(promisedEdge, whole)} y="19" width="3" height="20" />}
        <Today at={today} whole={whole} />
      </svg>
      <dl class="key">
        {key.map(({ kind, label, text }) => (
          <div key={kind} class={kind}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {note && <p class="small muted">{note}</p>}
    </div>
  );
}

function Spans({ spans, whole }: { spans: readonly TimeSpan[]; whole: number }) {
  return (
    <>
      {spans.map((span, index) => {
        const from = spans.slice(0, index).reduce((total, { count }) => total + count, 0);
        const place = { x: percent(from, whole), y: '22', width: percent(span.count, whole), height: '14' };
        return span.kind === 'used' ? (
          <rect key={index} class="used" {...place} />
        ) : (
          <g key={index}>
            <rect class="stopped-ground" {...place} />
            <rect fill="url(#stopped)" {...place} />
          </g>
        );
      })}
    </>
  );
}

/** The mark of today; near the edges its word leans inwards so that nothing is cut. */
function Today({ at, whole }: { at: number; whole: number }) {
  const words = useWords().time;
  const share = at / whole;
  const anchor = share < 0.08 ? 'start' : share > 0.92 ? 'end' : 'middle';
  return (
    <>
      <text class="today" x={percent(at, whole)} y="13" text-anchor={anchor}>
        {words.today}
      </text>
      <rect class="now" x={percent(at, whole)} y="18" width="2" height="21" />
    </>
  );
}
