import type { Tone } from '#ui/index.ts';
import type { State } from '../../rules/states.ts';

const tones: Record<State, Tone> = {
  submitted: 'info',
  correction: 'warn',
  review: 'info',
  deciding: 'info',
  decided: 'ok',
  served: 'ok',
  closed: 'ok',
  'not-accepted': 'bad',
  withdrawn: 'idle',
  lapsed: 'bad',
  merged: 'idle',
};

/** A state's colour; a decision is green only when it grants. */
export function toneOf(state: State, outcome?: string | null): Tone {
  return tones[state] === 'ok' && (outcome === 'refused' || outcome === 'terminated') ? 'bad' : tones[state];
}
