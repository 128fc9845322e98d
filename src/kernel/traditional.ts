import { Converter } from 'opencc-js/cn2t';
import type { Text } from './locale.ts';

let converter: ((text: string) => string) | undefined;

/** Traditional Chinese made from the simplified text, where a text of the data does not bring its own. */
export function withTraditional(text: Text): Text {
  if (text['zh-Hant'] || !text['zh-Hans']) return text;
  const convert = (converter ??= Converter({ from: 'cn', to: 'twp' }));
  return { ...text, 'zh-Hant': convert(text['zh-Hans']) };
}
