import type { ComponentChildren } from 'preact';
import { useWords } from '../context.tsx';
import type { UiWords } from '../locales/index.ts';
import { Icon, type IconName } from './icon.tsx';

/** A state is colour, shape and word together. */
export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'hold' | 'idle';

export const toneIcons: Record<Tone, IconName | undefined> = {
  ok: 'tick',
  warn: 'clock',
  bad: 'cross',
  info: 'info',
  hold: 'pause',
  idle: undefined,
};

export function Tag({ tone = 'idle', icon, children }: { tone?: Tone; icon?: IconName | 'none'; children: ComponentChildren }) {
  const shape = icon === 'none' ? undefined : (icon ?? toneIcons[tone]);
  return (
    <span class={`tag ${tone}`}>
      {shape && <Icon name={shape} />}
      {children}
    </span>
  );
}

/** One way to be served. Open ones are links with a tick; closed ones keep their name, struck, and say why and since when. */
export type ChipProps = { label: string; icon?: IconName } & ({ href: string; closed?: undefined } | { closed: string; href?: undefined });

export function Chip({ label, icon, href, closed }: ChipProps) {
  const words = useWords().channel;
  if (closed === undefined)
    return (
      <a class="chip" href={href}>
        {icon && <Icon name={icon} />}
        {label}
        <Icon name="tick" mark />
        <span class="hide">{words.open}</span>
      </a>
    );
  return (
    <span class="chip shut">
      <Icon name="cross" mark />
      <s>{label}</s> <span>{closed}</span>
      <span class="hide">{words.closed}</span>
    </span>
  );
}

/** Open ones first, each in the order given. */
export function Chips({ chips, label }: { chips: readonly ChipProps[]; label?: string }) {
  const ordered = [...chips.filter((chip) => chip.closed === undefined), ...chips.filter((chip) => chip.closed !== undefined)];
  return (
    <ul class="chips" aria-label={label}>
      {ordered.map((chip) => (
        <li key={chip.label}>
          <Chip {...chip} />
        </li>
      ))}
    </ul>
  );
}

export type DayUnit = 'workdays' | 'days';
export type ClockState =
  | { kind: 'left'; count: number; unit?: DayUnit }
  | { kind: 'overdue'; count: number; unit?: DayUnit }
  | { kind: 'paused'; reason?: string | undefined }
  | { kind: 'today' | 'done' | 'notStarted' };

const clockTones: Record<ClockState['kind'], Tone> = {
  left: 'idle',
  today: 'warn',
  overdue: 'bad',
  paused: 'hold',
  done: 'ok',
  notStarted: 'idle',
};
const clockIcons: Record<ClockState['kind'], IconName> = {
  left: 'clock',
  today: 'clock',
  overdue: 'warn',
  paused: 'pause',
  done: 'tick',
  notStarted: 'clock',
};

export function clockText(words: UiWords, clock: ClockState): string {
  if (clock.kind === 'left' || clock.kind === 'overdue') return words.clock[clock.kind](words.time[clock.unit ?? 'workdays'](clock.count));
  if (clock.kind === 'paused') return clock.reason ? words.clock.pausedFor(clock.reason) : words.clock.paused;
  return words.clock[clock.kind];
}

/** How long is left, in words. With `children` (start, stops, promised, statutory, calendar) it folds open. */
export function ClockChip({ clock, children }: { clock: ClockState; children?: ComponentChildren }) {
  const words = useWords();
  const chip = (
    <span class={`clock ${clockTones[clock.kind]}`}>
      <Icon name={clockIcons[clock.kind]} />
      {clockText(words, clock)}
    </span>
  );
  if (!children) return chip;
  return (
    <details class="fold">
      <summary>{chip}</summary>
      <div class="fold-in">{children}</div>
    </details>
  );
}
