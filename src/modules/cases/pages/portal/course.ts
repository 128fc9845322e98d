import type { Language } from '#kernel/locale.ts';
import { formatDay, formatInstant, type TimelineEntry } from '#ui/index.ts';
import type { PublicCase } from '../../contract/read.ts';
import { casesWords } from '../../locales/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { endStates } from '../../rules/states.ts';

type Entry = PublicCase['timeline'][number];

/** What happened, newest first, under what is still to come. */
export function courseOf(told: PublicCase, language: Language): TimelineEntry[] {
  const words = portalWords(language);
  const isOver = endStates.includes(told.state) || told.state === 'served' || told.state === 'decided';
  const past = told.timeline
    .map((entry, index): TimelineEntry => {
      const isNow = !isOver && index === told.timeline.length - 1;
      const note = noteOf(entry, language);
      return {
        when: formatInstant(new Date(entry.at), language, { zone: told.zone, look: 'short' }),
        at: entry.at,
        title: titleOf(entry, language),
        ...(note ? { note } : {}),
        ...(isNow ? { stage: 'now' as const } : {}),
      };
    })
    .reverse();
  if (isOver || !told.dueOn) return past;
  const next =
    told.state === 'submitted' ? words.case.nextAnswer : told.state === 'correction' ? words.case.fixNext : words.case.nextDecision;
  return [
    { when: words.case.before(formatDay(told.dueOn, language, 'short')), title: next, note: told.contact.unitName, stage: 'next' },
    ...past,
  ];
}

function titleOf({ act, detail }: Entry, language: Language): string {
  const { outcomes, acts: others } = casesWords(language);
  const acts: Readonly<Record<string, string>> = portalWords(language).acts;
  const title = acts[act] ?? others[act as keyof typeof others] ?? act;
  const outcome = outcomes[detail['outcome' as never] as keyof typeof outcomes];
  return act === 'sign' && outcome ? portalWords(language).of(title, outcome) : title;
}

function noteOf({ by, unitName, detail }: Entry, language: Language): string {
  const { pauses } = casesWords(language);
  const told = detail as Readonly<Record<string, unknown>>;
  const reason = typeof told['reason'] === 'string' ? (pauses[told['reason'] as keyof typeof pauses] ?? told['reason']) : '';
  const on = typeof told['on'] === 'string' ? formatDay(told['on'], language, 'day') : '';
  const instead = typeof told['instead'] === 'string' ? told['instead'] : '';
  const who = by === 'applicant' ? '' : (unitName ?? portalWords(language).case.bySystem);
  return [who, on, reason, instead].filter(Boolean).join(' · ');
}
