import { type Actor, system } from '#kernel/actor.ts';
import { type Tx, txOn } from '#kernel/db.ts';
import type { Act } from '#kernel/endpoint.ts';
import type { Language } from '#kernel/locale.ts';
import type { Facts } from '#kernel/result.ts';
import { withRollback } from '#test/support/database.ts';
import { forgetCatalogue } from './held.ts';
import type { Item } from './item.ts';
import { guessStandard } from './rules/guess-standard.ts';

export type TestAct = Act & { readonly published: { kind: string; payload: Facts }[]; readonly moveTo: (at: string) => TestAct };

/** An act in a transaction that is rolled back; what is held in memory is forgotten before and after. */
export function inCatalogue<T>(
  test: (act: TestAct) => Promise<T>,
  { actor = system, language = 'zh-Hans', at = '2020-07-30T09:00:00+08:00' }: { actor?: Actor; language?: Language; at?: string } = {},
): Promise<T> {
  return withRollback(async (client) => {
    forgetCatalogue();
    const done = await test(actOn(txOn(client, false), { actor, language, at }));
    forgetCatalogue();
    return done;
  });
}

function actOn(tx: Tx, { actor, language, at }: { actor: Actor; language: Language; at: string }): TestAct {
  const published: TestAct['published'] = [];
  return {
    tx,
    now: new Date(at),
    actor,
    language,
    requestId: 'test',
    address: '',
    publish: (kind, payload) => void published.push({ kind, payload }),
    // A test's transaction never commits; what would be forgotten after it is forgotten at once.
    afterCommit: (work) => work(),
    published,
    moveTo: (later) => actOn(tx, { actor, language, at: later }),
  };
}

/** An item with the standard form of its kind. */
export function makeItem(own: Partial<Item> & { code: string }): Item {
  const kind = own.kind ?? 'public-service';
  return {
    jurisdiction: 'CN',
    kind,
    version: 1,
    effectiveFrom: '2020-07-01',
    unit: 'health',
    audience: ['person'],
    name: { 'zh-Hans': '测试事项', 'zh-Hant': '測試事項', vi: 'Thủ tục thử', en: 'Test item' },
    limits: { statutory: { days: 20, unit: 'workday' }, promised: { days: 5, unit: 'workday' } },
    visits: { count: 0 },
    fee: { amount: 0 },
    channels: { online: {}, 'walk-in': {}, phone: { as: 'guidance' } },
    contact: { phone: '0600-1000', supervision: '0600-2000' },
    ...guessStandard(kind),
    ...own,
  };
}
