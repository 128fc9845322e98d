import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stopwatch } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/result.ts';
import { listItems } from '../actions/items.ts';
import { findItem, getCatalogue } from '../held.ts';
import { checkItem } from '../rules/check-item.ts';
import { planFor, planKeys } from '../rules/stage-plan.ts';
import { inCatalogue, type TestAct } from '../testing.ts';
import { importCatalogue } from './import-catalogue.ts';

const file = new URL('../../../../../shared/data/catalogue/guangdong-items.jsonl', import.meta.url);
const here = existsSync(file);

async function take(act: TestAct, content: string | Uint8Array) {
  const report = await importCatalogue(act, { format: 'guangdong-jsonl', content, fileName: 'items.jsonl' });
  if (isRefusal(report)) throw new Error(JSON.stringify(report));
  return report;
}

describe.skipIf(!here)(`a province's real catalogue${here ? '' : ' (skipped: ../shared/data is not there)'}`, () => {
  test('is taken in whole, every row accounted for, found, and ready to be applied for', async () => {
    await inCatalogue(async (act) => {
      const lap = stopwatch();
      const report = await take(act, readFileSync(file));
      const seconds = lap() / 1000;
      const codes = Map.groupBy(report.rows, ({ level, code }) => `${level} ${code}`);
      console.log(`${report.accepted} accepted, ${report.warned} warned, ${report.rejected} rejected in ${seconds.toFixed(1)} s`);
      console.log([...codes].map(([code, rows]) => `${code} ${rows.length}`).join(', '));
      expect(report.accepted + report.warned + report.rejected).toBe(2261);
      expect(report.rejected).toBe(0);
      expect(report.changed).toBe(2261);
      expect(seconds).toBeLessThan(20);
      expect(codes.get('warning materials_missing')).toHaveLength(7);

      const found = await listItems(act, { q: '临时价格干预' });
      expect(isRefusal(found) ? [] : found.rows[0]).toMatchObject({
        itemCode: '11440000006939756B2440101007000',
        unitName: '广东省发展和改革委员会',
        statutoryDays: 30,
        promisedDays: 7,
        visits: 0,
      });
      const item = await findItem(act.tx, '11440000006939756B2440101007000', act.now);
      if (!item) throw new Error('not in force');
      expect(item.questions.map(({ key }) => key)).toContain('applicantName');
      expect(item.documents.map(({ name }) => name['zh-Hans'])).toContain('提价申报申请报告');
      expect(planKeys(planFor(item, {}))).toEqual(['intake', 'review', 'decision', 'issue']);
      expect(checkItem(item).filter(({ level }) => level === 'error')).toEqual([]);

      const { items } = await getCatalogue(act.tx, act.now);
      expect(items.filter(({ statutoryDays }) => statutoryDays === null)).toHaveLength(713);
      expect(items.filter(({ visits }) => visits === 0)).toHaveLength(2170);
    });
  });

  test('changes nothing when it is read again', async () => {
    await inCatalogue(async (act) => {
      const lines = readFileSync(file, 'utf8').split('\n').slice(0, 50).join('\n');
      expect((await take(act, lines)).changed).toBe(50);
      expect((await take(act.moveTo('2020-09-01T09:00:00+08:00'), lines)).changed).toBe(0);
      expect((await take(act, lines.replace('7(工作日)', '6(工作日)'))).changed).toBe(1);
      expect((await findItem(act.tx, '11440000006939756B2440101007000', act.now))?.version).toBe(2);
    });
  });
});

const row = {
  TASK_CODE: '11440000006939756B2440101007000',
  TASK_NAME: '提价申报',
  TASK_TYPE: '01',
  DEPT_NAME: '发展和改革委员会',
  visit_number: '0',
  handle_time: '30(工作日)',
  handle_time_limit: '7(工作日)',
  service_object_name: ['自然人'],
  material_intro: ['无'],
  courier_service: '是',
  consult_phone: '020-34121084',
};
const lines = (...rows: object[]) => rows.map((one) => JSON.stringify(one)).join('\n');
const said = async (...rows: object[]) =>
  inCatalogue(async (act) => (await take(act, lines(...rows))).rows.map(({ row: at, level, code }) => `${at} ${level} ${code}`));
const another = { TASK_CODE: '11440000006939756B2440101007001' };

test('a row in order is accepted without a word', async () => {
  expect(await said(row)).toEqual([]);
});

test.each([
  [{ TASK_NAME: '' }, ['1 error name_missing']],
  [{ material_intro: [] }, ['1 warning materials_missing']],
  [{ handle_time: '无' }, ['1 warning statutory_missing']],
  [{ handle_time: '无', TASK_TYPE: '21' }, []],
  [{ handle_time_limit: '' }, ['1 warning promise_missing']],
  [{ handle_time_limit: '40(工作日)' }, ['1 warning promise_above_law']],
  [{ handle_time: '90(自然日)' }, []],
  [{ TASK_CODE: '1144000000693975XX2440101007000' }, ['1 warning body_id_unusual']],
  [{ consult_phone: '020-34121084、13800138000' }, ['1 warning mobile_number_removed']],
  [{ visit_number: '' }, ['1 warning visits_missing']],
  [{ service_object_name: ['外星人'] }, ['1 warning audience_unknown']],
])('%j is reported as %j', async (change, expected) => {
  expect(await said({ ...row, ...change })).toEqual(expected);
});

test('entities escaped twice are text, and markup is gone', async () => {
  await inCatalogue(async (act) => {
    await take(
      act,
      lines({ ...row, TASK_NAME: 'A&amp;amp;B &amp;lt;许可&amp;gt;<script>x</script>', accept_standard: '一&lt;br/&gt;二&amp;nbsp;三' }),
    );
    const item = await findItem(act.tx, row.TASK_CODE, act.now);
    expect(item?.name['zh-Hans']).toBe('A&B <许可>x');
    expect(item?.conditions?.[0]?.text['zh-Hans']).toBe('一\n二 三');
  });
});

test('the same code twice: a repetition is passed over, another item is left out', async () => {
  expect(await said(row, row, { ...row, TASK_NAME: '另一个' })).toEqual(['2 warning row_repeated', '3 error code_repeated']);
});

test('lines that are no JSON are left out, the others are taken', async () => {
  await inCatalogue(async (act) => {
    const report = await take(act, `${lines(row)}\n{"TASK_CODE":\n\n${lines({ ...row, ...another })}`);
    expect(report).toMatchObject({ accepted: 2, warned: 0, rejected: 1, rows: [{ row: 2, level: 'error', code: 'not_json' }] });
  });
});

test.each([
  ['<!doctype html><html></html>', 'not_this_format'],
  ['{"a":1}', 'not_this_format'],
  [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'not_text'],
])('a file that is none is refused as a whole: %j', async (content, code) => {
  await inCatalogue(async (act) => {
    expect(await importCatalogue(act, { format: 'guangdong-jsonl', content })).toMatchObject({ refused: code });
  });
});
