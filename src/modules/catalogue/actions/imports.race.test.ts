import { expect, test } from 'vitest';
import { jobOf } from '#kernel/jobs.ts';
import { directoryModule } from '#modules/directory/index.ts';
import { openTestCentre } from '#modules/identity/testing.ts';
import { catalogueModule } from '../index.ts';
import { importCatalogue } from '../import/run-import.ts';

const table =
  '事项名称,事项编码,事项类型,实施主体,法定办结时限,承诺办结时限,到现场次数,服务对象,申请材料,办理形式\n甲,X-301,公共服务,民政局,20个工作日,5个工作日,0,个人,无,网上\n乙,,公共服务,民政局,20个工作日,5个工作日,0,个人,无,网上\n';

test('an administrator imports a table over the API, everybody finds its items, others may not', async () => {
  const centre = await openTestCentre([directoryModule, catalogueModule]);
  const token = await centre.tokenOf('admin');
  const post = (url: string, headers: Record<string, string>, payload: string | Buffer) =>
    centre.http.inject({ method: 'POST', url: `/api/v1/catalogue/imports${url}`, headers, payload });

  const report = await post('?format=table', { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' }, table);
  expect([report.statusCode, report.json()]).toMatchObject([
    200,
    { accepted: 1, warned: 1, rejected: 0, rows: [{ row: 3, level: 'warning', code: 'code_missing' }] },
  ]);
  const { rows } = (await centre.call('GET', '/catalogue/items?q=%E7%94%B2')).body as { rows: { itemCode: string }[] };
  expect(rows.map(({ itemCode }) => itemCode)).toEqual(['X-301']);
  const item = await centre.call('GET', '/catalogue/items/X-301');
  expect([item.status, item.body['unitName'], item.body['version']]).toEqual([200, '民政局', 1]);

  const wrapped = { format: 'table', content: table, fileName: '目录.csv' };
  const again = await post('', { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, JSON.stringify(wrapped));
  expect(again.json()).toMatchObject({ changed: 0 });
  const runs = await centre.call('GET', '/catalogue/imports?limit=1', { token });
  expect(runs.body).toMatchObject({
    rows: [{ format: 'table', fileName: '目录.csv', accepted: 1, warned: 1, rejected: 0 }],
    nextCursor: '1',
  });
  const { importId } = report.json() as { importId: string };
  expect((await centre.call('GET', `/catalogue/imports/${importId}`, { token })).body['rows']).toHaveLength(1);

  const wrongMapping = await post('?format=table&mapping=%7B%22columns%22%3A1%7D', { authorization: `Bearer ${token}` }, table);
  expect([wrongMapping.statusCode, wrongMapping.json()]).toMatchObject([422, { code: 'wrong_mapping' }]);
  expect((await post('?format=table', {}, table)).statusCode).toBe(401);
  expect((await post('?format=nonsense', { authorization: `Bearer ${token}` }, table)).statusCode).toBe(400);
  expect((await centre.call('GET', '/catalogue/items?audience=martian')).status).toBe(400);
  await centre.close();
});

test('two imports of one file at once make each item once', async () => {
  const centre = await openTestCentre([directoryModule, catalogueModule]);
  const take = () => importCatalogue(jobOf(centre.app, 'catalogue'), { bytes: Buffer.from(table), format: 'table', by: 'command line' });
  const reports = await Promise.all([take(), take(), take()]);
  expect(reports.map(({ changed }) => changed).sort((a, b) => a - b)).toEqual([0, 0, 2]);
  await centre.close();
});
