import type { LogEntry } from '../../queries/case.ts';
import { Timeline } from '#ui/index.ts';
import { casesWords } from '../../locales/index.ts';
import { type CaseProps, dayText, here, stageText, timeText, unitText, wordsOf } from './case-props.ts';
import { Pane } from './pane.tsx';
import { nameOfPath } from './paper-names.ts';
import { pauseWords } from './clock-state.ts';

/** The whole log, oldest first as it grew; the other way round on demand. */
export function TimelineTab({ query, ...props }: CaseProps & { query: Readonly<Record<string, string>> }) {
  const words = wordsOf(props).timeline;
  const isNewest = query['order'] === 'newest';
  const { log } = props.data;
  const entries = isNewest ? [...log].reverse() : log;
  return (
    <Pane label={wordsOf(props).tabs.timeline}>
      <p>
        <a href={here(props, isNewest ? {} : { order: 'newest' })}>{isNewest ? words.oldest : words.newest}</a>
      </p>
      <Timeline
        label={words.label}
        entries={entries.map((entry) => ({
          when: timeText(entry.at, props),
          at: entry.at.toISOString(),
          title: titleOf(entry, props),
          note: <Notes entry={entry} {...props} />,
        }))}
      />
    </Pane>
  );
}

function titleOf({ act, actorName, actorId, detail }: LogEntry, props: CaseProps): string {
  const acts: Readonly<Record<string, string>> = casesWords(props.act.language).acts;
  const name = acts[detail['deemed'] ? 'deemed-accepted' : act] ?? act;
  return `${name} · ${actorId ? actorName : wordsOf(props).timeline.system}`;
}

function Notes({ entry, ...props }: CaseProps & { entry: LogEntry }) {
  const words = wordsOf(props);
  const { beforeState, afterState, reason } = entry;
  const state = (name: string) => words.states[name as keyof typeof words.states] ?? name;
  const lines = [
    beforeState && beforeState !== afterState ? words.timeline.moved(state(beforeState), state(afterState)) : '',
    ...detailLines(entry, props),
  ];
  return (
    <>
      {lines.filter(Boolean).join(' · ')}
      {reason && <span class="lines block">{reason}</span>}
    </>
  );
}

/** What an entry knows besides: each kind of detail in its own words, in a fixed order. */
function detailLines({ detail, act }: LogEntry, props: CaseProps): string[] {
  const { timeline, verdicts, sheets } = wordsOf(props);
  const { outcomes } = casesWords(props.act.language);
  const text = (key: string) => (typeof detail[key] === 'string' ? detail[key] : undefined);
  const count = (key: string) => (Array.isArray(detail[key]) ? (detail[key] as unknown[]).length : 0);
  const listed = (key: string) =>
    ((detail[key] ?? []) as readonly { slot: string; by: string }[]).map(
      ({ slot, by }) => `${nameOfPath(`slots.${slot}`, props)} ${dayText(by, props)}`,
    );
  const outcome = text('outcome');
  const stage = text('stage');
  const lines = [
    stage && stageText(stage, props),
    outcome && (verdicts[outcome as keyof typeof verdicts] ?? outcomes[outcome as keyof typeof outcomes]),
    text('what') && (text('what') === 'decision' ? sheets.checkLater.decision : nameOfPath(text('what') ?? '', props)),
    text('result') && sheets.checkLater.results[text('result') as 'right'],
    ...listed('owed'),
    ...listed('broken'),
    text('slot') && nameOfPath(`slots.${text('slot')}`, props),
    text('officer') && timeline.with([text('officer'), text('phone')].filter(Boolean).join(' ')),
    ...((detail['covers'] ?? detail['stages'] ?? []) as readonly string[]).map((key) => stageText(key, props)),
    text('into') ?? text('merged'),
    text('with') && timeline.with(text('with') ?? ''),
    text('unitCode') && timeline.unit(unitText(text('unitCode') ?? '', props)),
    text('pause') && pauseWords(text('pause') ?? '', props.act.language),
    text('on') && timeline.on(dayText(text('on'), props)),
    text('basis') && timeline.basis(text('basis') ?? ''),
    act === 'hand-over' && (text('to') ? timeline.to(text('to') ?? '') : timeline.pool),
    count('flags') > 0 && timeline.flags(count('flags')),
    count('changed') > 0 && timeline.changed(count('changed')),
  ];
  return lines.filter((line): line is string => typeof line === 'string' && line !== '');
}
