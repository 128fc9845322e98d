import { expect, test } from 'vitest';
import { stopwatch } from '#kernel/clock.ts';
import type { Job } from '#kernel/module.ts';
import { isRefusal } from '#kernel/result.ts';
import { listItems } from './actions/items.ts';
import { loadDemoCatalogue } from './demo.ts';
import { getCatalogue } from './held.ts';
import { exportCatalogue } from './import/export-catalogue.ts';
import { importCatalogue } from './import/run-import.ts';
import { inCatalogue, makeItem, type TestAct } from './testing.ts';
import { publishVersions } from './publish.ts';

const jobOf = (act: TestAct): Job => ({ now: () => act.now, transaction: (work) => work(act) });

test('the demo catalogue is loaded whole and quickly, and again without a change', async () => {
  await inCatalogue(async (act) => {
    const lap = stopwatch();
    expect(await loadDemoCatalogue(jobOf(act))).toMatchObject({ items: 6500, changed: 6500 });
    const loaded = lap();
    expect(await loadDemoCatalogue(jobOf(act))).toMatchObject({ items: 6500, changed: 0 });
    const again = lap() - loaded;
    const { items } = await getCatalogue(act.tx, act.now);
    console.log(
      `loaded in ${Math.round(loaded)} ms, again ${Math.round(again)} ms, held after ${Math.round(lap() - loaded - again)} ms more`,
    );
    expect(items).toHaveLength(6500);
    const found = await listItems(act, { q: '食品经营许可' });
    expect(isRefusal(found) ? undefined : found.rows[0]?.name).toContain('食品经营许可');
    const once = await listItems(act, { directory: 'instant', limit: 1 });
    expect(isRefusal(once) ? 0 : once.total).toBeGreaterThan(500);
  });
});

test('what is exported is imported again without a change, also as YAML', async () => {
  await inCatalogue(async (act) => {
    const item = makeItem({ code: '001234567001' });
    await importCatalogue(jobOf(act), { bytes: Buffer.from(JSON.stringify(item)), format: 'tongban' });
    const text = await exportCatalogue(act.tx, act.now);
    expect(JSON.parse(text)).toHaveLength(1);
    const again = await importCatalogue(jobOf(act), { bytes: Buffer.from(text), format: 'tongban', by: 'command line' });
    expect(again).toMatchObject({ rejected: 0, changed: 0 });
    const yaml = 'code: "001234567002"\njurisdiction: CN\nkind: licence\n';
    expect(await importCatalogue(jobOf(act), { bytes: Buffer.from(yaml), format: 'tongban' })).toMatchObject({
      rejected: 1,
      rows: [{ row: 1, level: 'error', code: 'wrong_shape' }],
    });
  });
});

test('an item written here is not overwritten by a file', async () => {
  await inCatalogue(async (act) => {
    const item = makeItem({ code: '001234567001' });
    await publishVersions(act, [{ item }]);
    const changed = { ...item, visits: { count: 1, why: { 'zh-Hans': '核验' } } };
    expect(await importCatalogue(jobOf(act), { bytes: Buffer.from(JSON.stringify([changed])), format: 'tongban' })).toMatchObject({
      changed: 0,
      rows: expect.arrayContaining([expect.objectContaining({ code: 'configured_here' })]),
    });
  });
});

test('a file that cannot be read at all is an error about row 0', async () => {
  await inCatalogue(async (act) => {
    const report = await importCatalogue(jobOf(act), { bytes: Buffer.from('{{'), format: 'tongban' });
    expect(report).toMatchObject({ accepted: 0, rows: [{ row: 0, level: 'error', code: 'not_this_format' }] });
  });
});
