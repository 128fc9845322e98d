import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '#kernel/result.ts';
import { findItem } from '../../held.ts';
import type { Item } from '../../item.ts';
import { inCatalogue, type TestAct } from '../../testing.ts';
import { importCatalogue } from '../import-catalogue.ts';
import { readMapping } from './mapping.ts';

async function take(act: TestAct, content: string | Uint8Array, mapping?: object) {
  const columns = readMapping(mapping);
  if (isRefusal(columns)) throw new Error('mapping');
  const report = await importCatalogue(act, { format: 'table', content, fileName: 'items.csv', mapping: columns });
  if (isRefusal(report)) throw new Error(JSON.stringify(report));
  return report;
}

async function takeOne(content: string | Uint8Array, code: string, mapping?: object): Promise<{ item: Item; codes: string[] }> {
  return inCatalogue(async (act) => {
    const report = await take(act, content, mapping);
    const item = await findItem(act.tx, code, act.now);
    if (!item) throw new Error(JSON.stringify(report));
    return { item, codes: report.rows.map(({ row, level, code: what }) => `${row} ${level} ${what}`) };
  });
}

const chinese = `事项名称,实施编码,事项类型,办件类型,实施主体,法定办结时限,承诺办结时限,到现场次数,服务对象,申请材料,办理形式,咨询电话
食品经营许可,37000000MB28567432000131001000,行政许可,承诺件,市场监督管理局,20个工作日,5个工作日,0次,"自然人；企业法人","1.申请书；2.营业执照（复印件）",网上办理、快递申请,0531-51791234`;

describe('headers of several offices', () => {
  test('Chinese headers with commas', async () => {
    const { item, codes } = await takeOne(chinese, '37000000MB28567432000131001000');
    expect(codes).toEqual([]);
    expect(item).toMatchObject({
      kind: 'licence',
      audience: ['person', 'enterprise'],
      limits: { statutory: { days: 20, unit: 'workday' }, promised: { days: 5, unit: 'workday' } },
      visits: { count: 0 },
      channels: { online: {}, mobile: {}, post: {} },
    });
    expect(item.documents.slice(1).map(({ name }) => name['zh-Hans'])).toEqual(['申请书', '营业执照（复印件）']);
  });

  test('Vietnamese headers with semicolons, under a title', async () => {
    const text = `Danh mục thủ tục hành chính;;;;;
Mã TTHC;Tên thủ tục;Cơ quan thực hiện;Thời hạn giải quyết;Đối tượng thực hiện;Thành phần hồ sơ
1.004222;Đăng ký khai sinh;UBND phường Hòa Lam;15 ngày làm việc;Công dân;"- Tờ khai
- Giấy chứng sinh"`;
    const { item, codes } = await takeOne(text, '1.004222');
    expect(item).toMatchObject({ jurisdiction: 'VN', audience: ['person'], limits: { statutory: { days: 15, unit: 'workday' } } });
    expect(item.name.vi).toBe('Đăng ký khai sinh');
    expect(item.documents.slice(1).map(({ name }) => name.vi)).toEqual(['Tờ khai', 'Giấy chứng sinh']);
    expect(codes).toContain('3 warning promise_missing');
  });

  test('English headers with tabs', async () => {
    const text =
      'Item code\tName\tKind\tStatutory limit\tPromised limit\tVisits\tAudience\tMaterials\nAB-001\tDog licence\tlicence\t30 days\timmediate\t1\tpersons\tnone';
    const { item } = await takeOne(text, 'AB-001', { jurisdiction: 'CN' });
    expect(item).toMatchObject({
      kind: 'licence',
      limits: { statutory: { days: 30, unit: 'day' }, promised: { days: 0 } },
      visits: { count: 1 },
    });
    expect(item.documents).toHaveLength(1);
  });

  test('pinyin headers and those with notes and units', async () => {
    const text = 'shixiangmingcheng|SXBM|法定办结时限（工作日）*|承诺办结时限(单位：自然日)|fwdx\n门牌证核发|1000104001|10|7|个人';
    const { item } = await takeOne(text, '1000104001');
    expect(item.limits).toEqual({ statutory: { days: 10, unit: 'workday' }, promised: { days: 7, unit: 'day' } });
  });

  test('an exchange table with units in columns of their own, and codes of another style', async () => {
    const text =
      'TASK_CODE,TASK_NAME,TASK_TYPE,DEPT_NAME,ANTICIPATE_DAY,ANTICIPATE_TYPE,PROMISE_DAY,PROMISE_TYPE,LIMIT_SCENE_NUM\n许可-00123-001,采伐许可,01,林业局,20,1,3,1,1';
    const { item, codes } = await takeOne(text, 'XK-00123-001');
    expect(item).toMatchObject({
      kind: 'licence',
      limits: { statutory: { days: 20, unit: 'workday' }, promised: { days: 3, unit: 'workday' } },
      visits: { count: 1 },
    });
    expect(codes).toContain('2 warning code_rewritten');
  });

  test('columns that somebody names by header, letter or number', async () => {
    const text = 'foo,bar,baz\nX-100,甲事项,十五日';
    const { item } = await takeOne(text, 'X-100', { columns: { code: 'A', name: 'bar', statutory: 3 }, unit: 'health' });
    expect(item).toMatchObject({ unit: 'health', limits: { statutory: { days: 15, unit: 'day' } } });
  });

  test('GB 18030, with a mark or without, and UTF-16', async () => {
    const gb = new Uint8Array([
      0xca, 0xc2, 0xcf, 0xee, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xca, 0xc2, 0xcf, 0xee, 0xb1, 0xe0, 0xc2, 0xeb, 0x0a, 0xbb, 0xe9, 0xd2, 0xf6,
      0x2c, 0x58, 0x2d, 0x32, 0x30, 0x30,
    ]);
    expect((await takeOne(gb, 'X-200')).item.name['zh-Hans']).toBe('婚姻');
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('事项名称,事项编码\n婚姻,X-201', 'utf16le')]);
    expect((await takeOne(wide, 'X-201')).item.name['zh-Hans']).toBe('婚姻');
  });
});

describe('doubtful rows', () => {
  const head = '事项名称,事项编码,事项类型,实施主体,法定办结时限,承诺办结时限,到现场次数,服务对象,申请材料,办理形式\n';
  const good = '甲,X-301,公共服务,民政局,20个工作日,5个工作日,0,个人,无,网上\n';
  const said = (rows: string) =>
    inCatalogue(async (act) => {
      const report = await take(act, head + rows);
      return [report.accepted, report.warned, report.rejected, ...report.rows.map(({ row, code }) => `${row} ${code}`)];
    });

  test.each([
    [good, [1, 0, 0]],
    [`${good}\n,,,,,,,,,\n${good.replace('X-301', 'X-302')}`, [2, 0, 0]],
    [good.replace('甲', ''), [0, 0, 1, '2 name_missing']],
    [good.replace('甲', '甲'.repeat(301)), [0, 0, 1, '2 name_too_long']],
    [good.replace('X-301', '1.144E+30'), [0, 0, 1, '2 code_lost_digits']],
    [good.replace('X-301', ''), [0, 1, 0, '2 code_missing']],
    [good.replace('公共服务', '神秘'), [0, 1, 0, '2 kind_unknown']],
    [good.replace('20个工作日', '看情况'), [0, 1, 0, '2 limit_unreadable']],
    [good.replace('5个工作日', '25个工作日'), [0, 1, 0, '2 promise_above_law']],
    [good.replace('5个工作日', '3-5个工作日'), [0, 1, 0, '2 limit_several_numbers']],
    [good.replace('5个工作日', '2小时'), [0, 1, 0, '2 limit_in_hours']],
    [good.replace('5个工作日', '5'), [0, 1, 0, '2 limit_without_unit']],
    [good.replace('5个工作日', '即办'), [1, 0, 0]],
    [good.replace('无', '').replace(',,网上', ',,网上'), [0, 1, 0, '2 materials_missing']],
    [`${good}乙,"X-303,公共服务\n丙,X-304`, [1, 0, 1, '3 quote_not_closed']],
  ])('%j → %j', async (rows, expected) => {
    expect(await said(rows)).toEqual(expected);
  });

  test('a cell of 100,000 characters is cut, not refused', async () => {
    const text = `事项名称,事项编码,受理条件\n甲,X-305,${'长'.repeat(100_000)}`;
    const { item, codes } = await takeOne(text, 'X-305');
    expect(item.conditions?.[0]?.text['zh-Hans']).toHaveLength(4000);
    expect(codes).toContain('2 warning text_shortened');
  });

  test('what somebody has configured here is not overwritten, what the file changed is a new version', async () => {
    await inCatalogue(async (act) => {
      await take(act, head + good);
      expect((await take(act, head + good)).changed).toBe(0);
      expect((await take(act, head + good.replace('5个', '4个'))).changed).toBe(1);
      expect((await findItem(act.tx, 'X-301', act.now))?.version).toBe(2);
    });
  });
});

describe('workbooks', () => {
  async function workbook(rows: readonly (readonly unknown[])[], sheet = '目录') {
    const { default: excel } = await import('exceljs');
    const book = new excel.Workbook();
    book.addWorksheet('说明').addRows([['填表说明'], ['请勿改动']]);
    book.addWorksheet(sheet).addRows(rows as unknown[][]);
    return new Uint8Array(await book.xlsx.writeBuffer());
  }

  test('the sheet with the catalogue is found, below its title', async () => {
    const bytes = await workbook([
      ['政务服务事项目录'],
      ['序号', '事项名称', '事项编码', '法定办结时限'],
      [1, { richText: [{ text: '婚姻' }, { text: '登记' }] }, 'X-401', '30日'],
    ]);
    const { item } = await takeOne(bytes, 'X-401');
    expect(item.name['zh-Hans']).toBe('婚姻登记');
    expect(item.limits.statutory).toEqual({ days: 30, unit: 'day' });
  });

  test('a code that Excel took for a number is left out and said', async () => {
    const bytes = await workbook([
      ['事项名称', '事项编码'],
      ['甲', 1.144e30],
      ['乙', 1000104001],
    ]);
    await inCatalogue(async (act) => {
      const report = await take(act, bytes);
      expect(report.rejected).toBe(1);
      expect(report.rows).toContainEqual(expect.objectContaining({ row: 2, level: 'error', code: 'code_lost_digits' }));
      expect(await findItem(act.tx, '1000104001', act.now)).toBeDefined();
    });
  });

  test('a small file that unpacks to gigabytes is not opened', async () => {
    const bomb = zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(200 * 1_048_576));
    expect(bomb.length).toBeLessThan(1_048_576);
    expect(await refusalOf(bomb)).toBe('too_large_unpacked');
  });

  test.each([
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old_excel'],
    ['a broken archive', Buffer.from('PK\u0003\u0004 and nothing more', 'latin1'), 'broken_workbook'],
    ['an archive that is no workbook', zipOf('a.txt', Buffer.from('a')), 'broken_workbook'],
    ['a web page', Buffer.from('<html><table><tr><td>事项名称</td></tr></table></html>'), 'not_this_format'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not_text'],
    ['a letter', Buffer.from('亲爱的同志们'), 'columns_unknown'],
  ])('%s is refused as a whole', async (_what, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code);
  });

  test('a mapping with unknown fields is refused', () => {
    expect(readMapping('{"columns":{"colour":"A"}}')).toMatchObject({ refused: 'wrong_mapping' });
    expect(readMapping('not json')).toMatchObject({ refused: 'wrong_mapping' });
    expect(readMapping('{"name":"A"}')).toEqual({ columns: { name: 'A' } });
  });
});

function refusalOf(content: Uint8Array): Promise<string> {
  return inCatalogue(async (act) => {
    const report = await importCatalogue(act, { format: 'table', content });
    return isRefusal(report) ? report.refused : JSON.stringify(report);
  });
}

function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content, { level: 9 });
  const header = (signature: string, extra: Buffer) => {
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(8, 4);
    fixed.writeUInt32LE(packed.length, 14);
    fixed.writeUInt32LE(1000, 18);
    fixed.writeUInt16LE(name.length, 22);
    return Buffer.concat([Buffer.from(signature, 'latin1'), extra, fixed]);
  };
  const local = Buffer.concat([header('PK\u0003\u0004', Buffer.alloc(0)), Buffer.from(name), packed]);
  const central = Buffer.concat([header('PK\u0001\u0002', Buffer.from([20, 0])), Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
