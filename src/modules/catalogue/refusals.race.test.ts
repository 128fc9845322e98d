import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, type Office, openOffice } from '#test/support/office.ts';
import { plainItem, publishPlainItem } from '#test/support/plain-item.ts';

let office: Office;
let admin: Desk;
beforeAll(async () => {
  office = await openOffice();
  admin = await office.as('admin');
  await publishPlainItem(admin);
}, 60_000);
afterAll(() => office.close());

const refusal = async (answer: ReturnType<Desk['post']>) => (await answer).body.code;
async function made(answer: ReturnType<Desk['post']>): Promise<Record<string, unknown>> {
  const { status, body } = await answer;
  expect([200, 201], JSON.stringify(body)).toContain(status);
  return body;
}
const send = async (path: string, content: Buffer) => {
  const headers = { authorization: `Bearer ${admin.token}`, 'content-type': 'application/octet-stream' };
  const answer = await office.http.inject({ method: 'POST', url: `/api/v1/catalogue/imports${path}`, headers, payload: content });
  return answer.json<{ code?: string; fileId?: string }>();
};

/** An archive of one entry that unpacks to more than is ever read. */
function bomb(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(129 * 1_048_576));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, entry, end]);
}

const unreadable: readonly (readonly [string, string, () => Buffer])[] = [
  ['not_text', 'tongban', () => Buffer.from([1, 2, 3, 0, 255])],
  ['not_this_format', 'tongban', () => Buffer.from('[1, 2]')],
  ['old_excel', 'table', () => Buffer.from('d0cf11e0a1b11ae1', 'hex')],
  ['broken_workbook', 'table', () => Buffer.from('PK\u0003\u0004 and nothing more')],
  ['too_large_unpacked', 'table', bomb],
  ['too_many_rows', 'table', () => Buffer.from(`事项名称,事项编码\n${'甲,X-1\n'.repeat(50_001)}`)],
  ['columns_unknown', 'table', () => Buffer.from('one,two\nthree,four\n')],
];

test.each(unreadable)('a file is refused with %s, brought at once or left to be looked at', async (code, format, make) => {
  const content = make();
  expect((await send(`?format=${format}`, content)).code).toBe(code);
  const { fileId } = await send('/files', content);
  expect(await refusal(admin.post(`/catalogue/imports/files/${fileId}/import`, { format }))).toBe(code);
});

test('an empty file is refused when it comes, and columns that are none', async () => {
  expect((await send('?format=table', Buffer.from(' \n'))).code).toBe('file_empty');
  expect((await send('/files', Buffer.from(' \n'))).code).toBe('file_empty');
  const { fileId } = await send('/files', Buffer.from('事项名称\n甲\n'));
  expect(await refusal(admin.post(`/catalogue/imports/files/${fileId}/import`, { format: 'table', mapping: { columns: 1 } }))).toBe(
    'wrong_mapping',
  );
  const nobody = '0198c0de-0000-7000-8000-00000000dead';
  expect(await refusal(admin.post(`/catalogue/imports/files/${nobody}/import`, { format: 'table' }))).toBe('not_found');
});

test('a draft is changed only as it was seen, only where it has such a part, and stays the same item', async () => {
  const { draftId, version } = await made(admin.post(`/catalogue/items/${plainItem.code}/drafts`));
  const at = `/catalogue/drafts/${String(draftId)}`;
  const change = (path: string, value?: unknown, seen = version) =>
    refusal(admin.post(`${at}/changes`, { version: seen, changes: [{ path, do: 'put', value }] }));
  expect(await change('name.en', 'Plain', Number(version) + 1)).toBe('stale_version');
  expect(await change('questions.nothing.label', 'x')).toBe('no_such_part');
  expect(await change('code', 'plain00000099')).toBe('another_code');
  const save = { version, item: { ...plainItem, code: 'plain00000099' } };
  expect(await refusal(admin.send('PUT', at, save))).toBe('another_code');
  expect(await refusal(admin.post(`/catalogue/items/${plainItem.code}/drafts`))).toBe('draft_open');
});

test('a draft with errors is not published, nor one that would begin in the past', async () => {
  const code = 'plain00000098';
  const { draftId, version } = await made(admin.post(`/catalogue/items/${code}/drafts`));
  const at = `/catalogue/drafts/${String(draftId)}`;
  const publish = (seen: unknown, effectiveFrom: string) => refusal(admin.post(`${at}/publish`, { version: seen, effectiveFrom }));
  expect(await publish(version, '2090-01-01')).toBe('item_has_errors');
  const saved = await made(admin.send('PUT', at, { version, item: { ...plainItem, code } }));
  expect(await publish(saved['version'], '2020-01-01')).toBe('begins_in_the_past');
});

test('what the law reads into silence stays as it was published', async () => {
  const code = 'plain00000097';
  const publish = async (limits: object) => {
    const { draftId, version } = await made(admin.post(`/catalogue/items/${code}/drafts`));
    const at = `/catalogue/drafts/${String(draftId)}`;
    const saved = await made(admin.send('PUT', at, { version, item: { ...plainItem, code, limits: { ...plainItem.limits, ...limits } } }));
    return admin.post(`${at}/publish`, { version: saved['version'], effectiveFrom: '2090-01-01' });
  };
  expect((await publish({ whenPassed: 'approved' })).status).toBe(200);
  expect((await publish({})).body.code).toBe('silence_is_frozen');
});

test('an item is ended, and a synonym changed, only as it was seen', async () => {
  const retire = { version: 7, lastDay: '2090-01-01' };
  expect(await refusal(admin.post(`/catalogue/items/${plainItem.code}/retire`, retire))).toBe('stale_version');
  expect(
    await refusal(admin.post(`/catalogue/items/${plainItem.code}/retire`, { ...retire, version: 1, successor: 'never-heard-of' })),
  ).toBe('successor_unknown');
  const synonym = { said: ['开饭馆'], meant: ['食品经营'] };
  const put = (body: object) => admin.send('PUT', '/catalogue/synonyms/a-restaurant', body);
  await made(put(synonym));
  expect(await refusal(put(synonym))).toBe('stale_version');
  expect(await refusal(put({ ...synonym, version: 9 }))).toBe('stale_version');
});
