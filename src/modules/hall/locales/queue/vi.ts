import type { QueueWords } from './index.ts';

export const words: QueueWords = {
  refusals: {},
};
