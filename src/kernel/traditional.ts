import { Converter } from 'opencc-js/cn2t';
import type { Text } from './locale.ts';
import { whileUsed } from './while-used.ts';

/** Its dictionaries take forty megabytes and a tenth of a second. */
const converter = whileUsed(() => Converter({ from: 'cn', to: 'twp' }));

export function toTraditional(text: string): string {
  return converter()(text);
}

/** Traditional Chinese made from the simplified text, where a text of the data does not bring its own. */
export function withTraditional(text: Text): Text {
  return text['zh-Hant'] || !text['zh-Hans'] ? text : { ...text, 'zh-Hant': toTraditional(text['zh-Hans']) };
}
