import { expect, test } from 'vitest';
import { bookingNoticeWords, type BookingNoticeKind } from './index.ts';
import { wordsIn } from '../index.ts';

const facts = {
  when: '2026年12月28日（周一）13:50',
  shortWhen: '12月28日 13:50',
  arriveFrom: '13:40',
  arriveUntil: '13:50',
  item: '食品经营许可证新办',
  hall: '禾川市政务服务大厅',
  address: '禾川市安和路18号',
  was: '2026年12月24日（周四）9:20',
  answerBy: '2026年12月26日（周六）9:20',
  no: 'HC99-X5XT-WMNJ',
};

test('every Chinese text message about a booking fits into one message of 70 characters, signature and address included', () => {
  for (const language of ['zh-Hans', 'zh-Hant'] as const)
    for (const [kind, { text }] of Object.entries(bookingNoticeWords(language).notices) as [
      BookingNoticeKind,
      { text: (f: typeof facts) => string },
    ][]) {
      const message = wordsIn(language).shortText('禾川市政务服务中心', text(facts), 'https://zw.hechuan.cn/t/AbCdEfGhIj');
      expect([...message].length, `${kind}: ${message}`).toBeLessThanOrEqual(70);
    }
});
