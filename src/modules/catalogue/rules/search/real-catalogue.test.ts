import { existsSync, readFileSync } from 'node:fs';
import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { buildIndex, type SearchDocument } from './index-build.ts';
import { search } from './query.ts';
import type { Synonym } from './synonyms.ts';

const file = new URL('../../../../../../shared/data/catalogue/guangdong-items.jsonl', import.meta.url);
const present = existsSync(file);
const why = present ? '' : ' (skipped: ../shared/data/catalogue/guangdong-items.jsonl is not here)';

type Row = {
  TASK_CODE: string;
  TASK_NAME: string;
  matter_name?: string;
  DEPT_NAME: string;
  TASK_TYPE_TEXT: string;
  theme_category?: string[];
  service_object_name?: string[];
};

function toDocument(row: Row, id: number): SearchDocument {
  const facets = {
    audience: row.service_object_name ?? [],
    themes: row.theme_category ?? [],
    unit: row.DEPT_NAME,
    region: '440000',
    kind: row.TASK_TYPE_TEXT,
  };
  return {
    id,
    code: row.TASK_CODE,
    name: { 'zh-Hans': row.matter_name ?? row.TASK_NAME },
    words: [],
    unitName: { 'zh-Hans': row.DEPT_NAME },
    facets,
  };
}

const documents = present
  ? readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line, id) => toDocument(JSON.parse(line) as Row, id))
  : [];
const synonyms: readonly Synonym[] = [
  { from: ['驾照', '驾驶执照', '驾驶证'], to: ['机动车驾驶证'] },
  { from: ['绿卡'], to: ['外国人永久居留身份证'] },
  { from: ['残疾证'], to: ['残疾人证'] },
  { from: ['退休金', '养老金'], to: ['养老保险待遇', '基本养老金'] },
  { from: ['社保'], to: ['社会保险', '养老保险'] },
  { from: ['开公司', '注册公司'], to: ['有限责任公司设立登记'] },
  { from: ['律所'], to: ['律师事务所'] },
  { from: ['二建'], to: ['二级注册建造师'] },
  { from: ['药师证', '药剂师'], to: ['执业药师'] },
  { from: ['教师证'], to: ['教师资格证', '教师资格'] },
  { from: ['电表', '通电'], to: ['低压居民报装'] },
  { from: ['上牌', '新车'], to: ['机动车注册登记'] },
  { from: ['刑满', '无犯罪证明'], to: ['无犯罪记录'] },
  { from: ['坐牢', '看守所'], to: ['被监管人员'] },
  { from: ['开幼儿园', '开学校'], to: ['民办学校', '学校设立'] },
  { from: ['单身证明'], to: ['未婚公证'] },
  { from: ['部队', '军人'], to: ['军警'] },
  { from: ['外地看病', '异地看病'], to: ['异地居住（就医）备案'] },
  { from: ['香港旅游', '港澳旅游'], to: ['往来港澳通行证团队游', '往来港澳通行证个人游'] },
  { from: ['丢了', '丢失', '不见了'], to: ['挂失', '补发', '补办', '补领', '遗失'] },
  { from: ['完税证明'], to: ['税收完税证明'] },
];
const index = buildIndex(documents, synonyms);

const letters = (name: string) => name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
const nameOf = (id: number) => documents[id]?.name['zh-Hans'] ?? '';
const finds = (query: string, name: string, top: number) =>
  search(index, query, { limit: top, offset: 0 }).hits.some(({ id }) => letters(nameOf(id)) === letters(name));

/** The share of names that are among the first `top` for what `typed` makes of them, of those it can make something of. */
function rate(top: number, typed: (name: string, at: number) => string | undefined): number {
  const tried = documents.map(({ id }) => ({ name: nameOf(id), query: typed(nameOf(id), id) })).filter(({ query }) => query);
  const found = tried.filter(({ name, query }) => finds(query ?? '', name, top)).length / tried.length;
  return Math.floor(found * 10_000) / 10_000;
}

const spelled = (name: string) => letters(pinyin(name, { toneType: 'none', type: 'array', v: true }).join(''));
const initialsOf = (name: string) => pinyin(letters(name), { toneType: 'none', type: 'array', pattern: 'first' }).join('');
/** A place in the name that wanders from item to item. */
const placeIn = (name: string, at: number) => (at * 7 + 3) % name.length;
const cut = (text: string, at: number, put = '') => text.slice(0, at) + put + text.slice(at + 1);

describe.skipIf(!present)(`a real catalogue of 2,261 items${why}`, () => {
  it('puts the item first whose name is typed', () => expect(rate(1, (name) => name)).toBeGreaterThanOrEqual(0.99));
  it('finds a name with one character missing', () =>
    expect(rate(5, (name, at) => cut(name, placeIn(name, at)))).toBeGreaterThanOrEqual(0.99));
  it('finds a name with one character wrong', () =>
    expect(rate(5, (name, at) => cut(name, placeIn(name, at), '的'))).toBeGreaterThanOrEqual(0.98));
  it('finds a name by its pinyin', () => expect(rate(3, spelled)).toBeGreaterThanOrEqual(0.99));
  it('finds a name by its pinyin typed in pieces', () =>
    expect(rate(3, (name) => pinyin(name, { toneType: 'none' }))).toBeGreaterThanOrEqual(0.99));
  it('finds a name by its pinyin with one letter missing', () =>
    expect(rate(5, (name, at) => cut(spelled(name), placeIn(spelled(name), at)))).toBeGreaterThanOrEqual(0.97));
  it('finds a name by its initials', () =>
    expect(rate(10, (name) => (letters(name).length < 4 ? undefined : initialsOf(name)))).toBeGreaterThanOrEqual(0.98));
  it.each(['t', 'tw', 'hk'] as const)('puts the item first whose name is typed in the traditional characters of %s', (to) =>
    expect(rate(1, Converter({ from: 'cn', to }))).toBeGreaterThanOrEqual(0.99),
  );
  it('finds a name by its code', () => {
    for (const { id, code } of documents) expect(search(index, code, { limit: 1, offset: 0 }).hits[0]?.id).toBe(id);
  });
});

/** what an ordinary person types → what one of the first five names must hold */
const everyday = `
考驾照=机动车驾驶证初次申领
外国驾照换国内驾照=机动车驾驶证持境外驾驶证申领
部队驾照换地方驾照=机动车驾驶证持军警驾驶证申领
新车上牌=机动车注册登记
我想办护照=办理及加注普通护照
护照丢了怎么补办=补发普通护照
护照办好了没有=普通护照办证进度查询
去香港旅游怎么签注=往来港澳通行证团队游签注
台湾通行证=办理往来台湾通行证
外国人绿卡怎么申请=外国人永久居留身份证
身份证办到哪一步了=居民身份证办理进度查询
居住证办好了吗=居住证办理进度查询
残疾证丢了=《中华人民共和国残疾人证》挂失补办
新办残疾证=《中华人民共和国残疾人证》新办证申请
残疾证到期换证=《中华人民共和国残疾人证》换领
结婚预约=结婚登记预约
离婚要预约吗=离婚登记预约
结婚证丢了怎么补=补领结婚证预约
离婚证补领=补领离婚证预约
领退休金认证=领取养老保险待遇资格认证
怎么领养老金=基本养老金申领
提前退休=特殊工种提前退休申请
社保断缴补缴=社会保险费断缴补缴申报
社保转移=养老保险关系转移接续
工伤住院伙食费=工伤保险住院伙食补助费申领
工伤外地看病=工伤异地居住（就医）备案
开公司要什么手续=有限责任公司设立登记
外资开公司=外商投资有限责任公司设立登记
开律所=律师事务所设立许可
当律师=专职律师执业许可
二建注销=二级注册建造师执业资格注册核准（注销注册）
药剂师首次注册=执业药师首次注册
教师证成绩查询=教师资格考试成绩查询
普通话证书=普通话水平测试等级证书核发
家里装电表=低压居民报装
用电销户=用电服务销户
户口迁走=户口迁出
立遗嘱公证=遗嘱继承公证指引
出国用的学历公证=学历公证指引
无犯罪证明公证=无犯罪记录公证指引
单身证明=未婚公证指引
保安证=保安员证核发
自考毕业证=办理自学考试毕业证明书
自考免考=对自考考生免考课程的确认
税务开完税证明=开具税收完税证明
看守所律师会见=被监管人员律师会见预约
高新企业=高新技术企业认定
保健食品广告=保健食品广告审批进度查询
hunyindengji=开具婚姻登记记录证明预约
huzhao bufa=补发普通护照办证进度查询
`;

describe.skipIf(!present)(`what an ordinary person types into it${why}`, () => {
  const rows = everyday
    .trim()
    .split('\n')
    .map((line) => line.split('=') as [string, string]);
  it.each(rows)('%s finds %s among the first five', (query, name) => {
    const first = search(index, query, { limit: 5, offset: 0 }).hits.map(({ id }) => nameOf(id));
    expect(
      first.some((found) => found.includes(name)),
      first.join(' | '),
    ).toBe(true);
  });
});
