import type { Language } from '#kernel/locale.ts';
import { formatNumber } from '#ui/index.ts';
import type { Item, ItemLimit } from '../../../item.ts';
import { guideWords } from '../../../locales/guide/index.ts';

/** `5个工作日`, `15 days`. */
export function limitText({ days, unit }: Pick<ItemLimit, 'days' | 'unit'>, language: Language): string {
  return guideWords(language).limit[unit](days);
}

/** Where another system promised nothing, its limit is no promise of ours. */
export function promiseOf({ limits, imported }: Item): ItemLimit | undefined {
  return imported?.doubts?.some((doubt) => doubt === 'promise_missing' || doubt === 'limits_missing') ? undefined : limits.promised;
}

export function currencyOf({ fee, jurisdiction }: Item): 'CNY' | 'VND' {
  return fee.currency ?? (jurisdiction === 'VN' ? 'VND' : 'CNY');
}

export function moneyText(item: Item, language: Language): string {
  return `${formatNumber(item.fee.amount, language, 2)} ${guideWords(language).money[currencyOf(item)]}`;
}
