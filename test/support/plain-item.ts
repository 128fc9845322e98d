import type { Desk } from './office.ts';

/** An item that asks for nothing, so that a test is about something else. */
export const plainItem = {
  code: 'plain00000001',
  jurisdiction: 'CN',
  kind: 'public-service',
  version: 1,
  effectiveFrom: '2020-01-01',
  unit: 'market-regulation/food-licensing',
  audience: ['person'],
  name: { 'zh-Hans': '简单事项', vi: 'Thủ tục đơn giản', en: 'Plain matter' },
  limits: { promised: { days: 5, unit: 'workday' } },
  visits: { count: 0 },
  fee: { amount: 0 },
  channels: { online: {} },
  sections: [],
  questions: [],
  documents: [],
  stages: [
    { key: 'intake', unit: 'window' },
    { key: 'decision', unit: 'self/head', signs: true },
  ],
  result: { delivery: ['electronic'] },
  contact: { phone: '0600-610 2331' },
};

export const plainApplication = { itemCode: plainItem.code, answers: {}, slots: {}, delivery: { way: 'electronic' } };

/** Publishes it, and more of its kind under other codes. */
export async function publishPlainItem(admin: Desk, ...more: readonly string[]): Promise<void> {
  const items = [plainItem.code, ...more].map((code) => ({ ...plainItem, code }));
  const answer = await admin.post('/catalogue/imports', { format: 'tongban', content: JSON.stringify(items) });
  if (answer.status !== 200) throw new Error(`the plain item was not taken: ${JSON.stringify(answer.body)}`);
}
