import type { Act } from '#kernel/endpoint.ts';
import { Details, formatTime, Table } from '#ui/index.ts';
import { doorWords } from '../../locales/door/index.ts';

type Point = { readonly at: string; readonly hall: number; readonly special: number };
type Props = { readonly curve: readonly Point[]; readonly cap: number; readonly zone: string; readonly act: Act };

/** The day by quarters of an hour, with the cap as a line above it; its numbers stand in a table below. */
export function Curve({ curve, cap, zone, act }: Props) {
  const words = doorWords(act.language).hall;
  const top = Math.max(cap, 1, ...curve.map(({ hall, special }) => hall + special)) * 1.1;
  const width = 100 / Math.max(1, curve.length);
  const time = (at: string) => formatTime(new Date(at), act.language, zone);
  const [first, last] = [curve[0], curve.at(-1)];
  if (!first || !last) return <p class="muted">{words.none}</p>;
  return (
    <>
      <div class="columns">
        <svg role="img" aria-label={`${words.chart}: ${time(last.at)} ${last.hall}, ${words.cap(cap)}`}>
          {curve.map(({ at, hall }, index) => (
            <rect
              key={at}
              class={hall >= cap ? 'bad' : 'ok'}
              x={`${index * width}%`}
              y={`${100 - (hall / top) * 100}%`}
              width={`${width * 0.85}%`}
              height={`${(hall / top) * 100}%`}
            />
          ))}
          <line class="limit" x1="0%" x2="100%" y1={`${100 - (cap / top) * 100}%`} y2={`${100 - (cap / top) * 100}%`} />
        </svg>
        <p class="axis">
          <span>{time(first.at)}</span>
          <span>{words.cap(cap)}</span>
          <span>{time(last.at)}</span>
        </p>
      </div>
      <Details summary={words.table}>
        <Table
          caption={words.chart}
          rows={curve.filter((_, index) => index % 2 === 0)}
          rowKey={({ at }) => at}
          columns={[
            { key: 'at', label: words.at, cell: ({ at }) => time(at), strong: true },
            { key: 'hall', label: words.hall, cell: ({ hall }) => hall, right: true },
            { key: 'special', label: words.special, cell: ({ special }) => special, right: true },
          ]}
        />
      </Details>
    </>
  );
}
