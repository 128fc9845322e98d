import type { DoorWords } from './index.ts';

export const words: DoorWords = {
  refusals: {},
};
