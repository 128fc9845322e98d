import type { Tone } from '#ui/index.ts';
import type { BookingView } from '../../contract/types.ts';

const tones: Record<BookingView['state'], Tone> = {
  held: 'idle',
  expired: 'idle',
  confirmed: 'ok',
  offered: 'warn',
  displaced: 'hold',
  arrived: 'info',
  served: 'idle',
  missed: 'bad',
  cancelled: 'idle',
};

export function toneOf(state: BookingView['state']): Tone {
  return tones[state];
}
