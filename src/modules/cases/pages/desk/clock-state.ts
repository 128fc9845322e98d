import type { Language } from '#kernel/locale.ts';
import type { ClockState } from '#ui/index.ts';
import type { WorkRow } from '../../contract/read.ts';
import { casesWords } from '../../locales/index.ts';
import { deskWords } from '../../locales/desk/index.ts';
import { endStates } from '../../rules/states.ts';

type Clocked = Pick<WorkRow, 'state' | 'dueOn' | 'daysLeft' | 'pausedAt' | 'pauseReason'>;

/** How a case stands with its time, as a chip says it. */
export function clockState({ state, dueOn, daysLeft, pausedAt, pauseReason }: Clocked, language: Language): ClockState {
  if (endStates.includes(state) || state === 'served') return { kind: 'done' };
  if (pausedAt) return { kind: 'paused', reason: pauseWords(pauseReason, language) };
  if (!dueOn || daysLeft === null) return { kind: 'notStarted' };
  if (daysLeft < 0) return { kind: 'overdue', count: -daysLeft };
  return daysLeft === 0 ? { kind: 'today' } : { kind: 'left', count: daysLeft };
}

export function pauseWords(reason: string | null, language: Language): string {
  if (reason === 'correction') return deskWords(language).waiting;
  const { pauses } = casesWords(language);
  return pauses[reason as keyof typeof pauses] ?? reason ?? '';
}
