import type { ChannelName, Item } from '../../item.ts';
import type { Candidate, Notes } from '../candidate.ts';

const wayWords: readonly (readonly [RegExp, readonly ChannelName[]])[] = [
  [/网上|网办|在线|线上|互联网|online|trực tuyến|web/i, ['online', 'mobile']],
  [/手机|移动|掌上|app|mobile|小程序|di động/i, ['mobile']],
  [/自助|终端|kiosk/i, ['kiosk']],
  [/快递|邮寄|邮政|物流|post|courier|mail|bưu chính/i, ['post']],
  [/窗口|现场|大厅|counter|window|walk|in person|trực tiếp/i, ['walk-in']],
  [/预约|appointment|đặt lịch/i, ['appointment']],
  [/代办|proxy|ủy quyền/i, ['proxy']],
  [/上门|home|tại nhà/i, ['home-visit']],
];

/** The ways to apply that a row names; when it names none, the counter is open, for that much is certain. */
export function readChannels({ ways, online, post, appointment, place }: Candidate, notes: Notes): Item['channels'] {
  const named = ways.flatMap((way) => wayWords.filter(([words]) => words.test(way)).flatMap(([, channels]) => channels));
  const unknown = ways.filter((way) => !wayWords.some(([words]) => words.test(way)));
  if (unknown.length > 0) notes.warn('channel_unknown', { written: unknown.slice(0, 5).map((way) => way.slice(0, 40)) });
  const found = new Set<ChannelName>(named);
  if (online) found.add('online').add('mobile');
  if (post) found.add('post');
  if (appointment) found.add('appointment');
  if (place) found.add('walk-in');
  if (found.size === 0) {
    notes.warn('channel_missing', { taken: 'walk-in' });
    found.add('walk-in');
  }
  return Object.fromEntries([...found].map((channel) => [channel, {}]));
}

const no = /^(否|无|不|没有|0|false|no?|không|-)/i;
const yes = /^(是|有|可|支持|提供|全程|已|1|true|y(es)?|có|toàn trình|一级|二级|三级|四级|[ⅠⅡⅢⅣ]|i{1,3}v?|[234])/i;

export function readYes(written: string): boolean {
  const text = written.trim();
  return text !== '' && !no.test(text) && yes.test(text);
}
