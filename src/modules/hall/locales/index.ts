import type { Language } from '#kernel/locale.ts';
import { doorWords } from './door/index.ts';
import { queueWords } from './queue/index.ts';

/** The words of every refusal of the module, whichever half declares it. */
export function refusalWords(language: Language) {
  return { ...doorWords(language).refusals, ...queueWords(language).refusals };
}
