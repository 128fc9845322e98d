import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '#kernel/result.ts';
import type { Item } from './item.ts';
import { loadItem, parseItem } from './load-item.ts';
import { checkItem } from './rules/check-item.ts';
import { directoriesOf } from './rules/directories.ts';
import { checkAnswers } from './rules/form.ts';
import { guessStandard } from './rules/guess-standard.ts';

const folder = 'data/catalogue/items';
const yaml = readFileSync(`${folder}/food-business-licence.yaml`, 'utf8');
const load = (text: string): Item => {
  const loaded = loadItem(text);
  if (isRefusal(loaded)) throw new Error(JSON.stringify(loaded.facts));
  return loaded.item;
};
const problemsOf = (text: string) =>
  (loadItem(text) as unknown as { facts: { problems: { path: string; line: number; message: string }[] } }).facts.problems;
/** What publication says of the food licence with one passage changed. */
const published = (from: string, to: string, level = 'error') => {
  expect(yaml).toContain(from);
  return checkItem(load(yaml.replace(from, to)))
    .filter((problem) => problem.level === level)
    .map((problem) => `${problem.path} ${problem.code}`);
};

describe('the items that come along', () => {
  test.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))('%s can be published, and its walks come out', (name) => {
    const item = load(readFileSync(`${folder}/${name}`, 'utf8'));
    expect(checkItem(item).filter((problem) => problem.level === 'error')).toEqual([]);
    expect(item.walks?.length).toBeGreaterThan(0);
  });

  test('stand in the directories that their facts put them in', () => {
    expect(directoriesOf(load(yaml))).toEqual({ allOnline: true, instant: false, once: false, atMostOneVisit: true, mustCome: [] });
    expect(directoriesOf(load(readFileSync(`${folder}/home-ownership-certificate.yaml`, 'utf8')))).toMatchObject({
      allOnline: true,
      instant: true,
      once: true,
    });
  });
});

describe('loading', () => {
  test('makes traditional Chinese where a text does not bring its own', () => {
    const item = load(yaml);
    expect(item.name['zh-Hant']).toBe('食品經營許可證新辦');
    expect(item.words?.['zh-Hant']).toContain('開飯館');
    expect(
      load(yaml.replace('name: { zh-Hans: 食品经营许可证新办', 'name: { zh-Hant: 自己寫的, zh-Hans: 食品经营许可证新办')).name['zh-Hant'],
    ).toBe('自己寫的');
  });

  test('says which key is unknown or missing, and in which line', () => {
    expect(problemsOf(yaml.replace('kind: licence', 'kind: licens'))).toMatchObject([
      { path: 'kind', line: 3, message: expect.stringContaining('must be one of licence') },
    ]);
    expect(problemsOf(yaml.replace('limit: 2 }', 'limits: 2 }'))).toMatchObject([
      { path: 'stages.1.of.0.limits', message: expect.stringContaining('not a known key') },
    ]);
    expect(problemsOf(yaml.replace('upload: { max: 4 }', 'upload: { mx: 4 }')).map((problem) => problem.path)).toEqual([
      'documents.1.from.2.upload.max',
      'documents.1.from.2.upload.mx',
    ]);
    expect(problemsOf(yaml.replace('      - unreadable\n', '      - unreadble\n'))).toMatchObject([
      { path: 'documents.2.defects.0', message: expect.stringContaining('unreadable') },
    ]);
  });

  test.each(['', '[]', 'null', '"text"', 'a: 1', '{ code: [ }', 'a: 1\na: 2', 'a: &x [*x]'])('refuses %j without throwing', (text) => {
    expect(isRefusal(loadItem(text))).toBe(true);
  });
});

describe('publication is refused', () => {
  test.each([
    ['a promise above the law', 'statutory: { days: 20', 'statutory: { days: 2', 'limits.promised promise_above_law'],
    [
      'a licence without a legal basis',
      'basis:\n  - { law: 中华人民共和国食品安全法, article: "35" }\n  - { law: 食品经营许可管理办法, number: 国家食品药品监督管理总局令第17号, article: "2" }',
      'basis: []',
      'basis licence_without_basis',
    ],
    [
      'a condition on an answer given later',
      'showIf: { "==": [{ var: rawFish }, true] }',
      'showIf: { ">": [{ var: staff.count }, 1] }',
      'questions.coldRoom.showIf looks_ahead',
    ],
    [
      'a condition on nothing known',
      'onlyIf: { ">=": [{ var: premisesArea }',
      'onlyIf: { ">=": [{ var: premiseArea }',
      'stages.survey.onlyIf unknown_variable',
    ],
    ['an operator outside the set', 'onlyIf: { ">="', 'onlyIf: { "+"', 'stages.survey.onlyIf unknown_operator'],
    ['an exclusion of an unknown stage', 'notBy: [documents]', 'notBy: [papers]', 'stages.decision.notBy unknown_stage'],
    ['a text missing in the language of the law', 'name: { zh-Hans: 营业执照, vi', 'name: { vi', 'documents.0.name text_missing'],
    [
      'a key that means nothing for the type',
      'type: yes-no\n    showIf',
      'type: yes-no\n    decimals: 2\n    showIf',
      'questions.rawFish not_for_this_type',
    ],
    ['a choice with nothing to choose', 'type: yes-no\n    showIf', 'type: choice\n    showIf', 'questions.rawFish key_missing'],
    ['a paper for each row of what is no list', 'each: staff', 'each: rawFish', 'documents.healthCertificates.each unknown_list'],
    ['a main paper that may be owed', 'necessity: secondary', 'necessity: main', 'documents.healthCertificates.owed main_paper_owed'],
    ['a rule for approval whose own test fails', 'expect: approve', 'expect: person', 'auto.tests.0 auto_test_failed'],
    [
      'a walk that asks otherwise',
      'asked: [shopName, business, dishes, premisesAddress, premisesArea, rawFish, staff]',
      'asked: [shopName]',
      'walks.0.asked walk_asks_otherwise',
    ],
    [
      'a walk that needs other papers',
      'floorPlan: upload, healthCertificates: owed }',
      'floorPlan: upload }',
      'walks.0.papers walk_needs_other_papers',
    ],
    [
      'a walk whose paper cannot come so',
      'floorPlan: upload, healthCertificates: owed }',
      'floorPlan: register, healthCertificates: owed }',
      'walks.0.papers.floorPlan walk_paper_cannot_come_so',
    ],
    [
      'a walk that takes other stages',
      'stages: [intake, documents+environment, decision, issue]',
      'stages: [intake, issue]',
      'walks.1.stages walk_takes_other_stages',
    ],
    [
      'a walk that says what the form refuses',
      'premisesArea: 46.5',
      'premisesArea: 46.55',
      'walks.0.answers.premisesArea walk_answer_refused',
    ],
    ['a section that is not there', 'section: staff', 'section: people', 'questions.staff unknown_section'],
    [
      'a green channel that is slower',
      'promised: { days: 2, unit: workday }',
      'promised: { days: 6, unit: workday }',
      'green.promised green_is_slower',
    ],
    [
      'an item that nobody can apply for',
      '  online: {}\n  mobile: {}\n  kiosk: {}\n  post: {}\n  proxy: {}\n  walk-in: {}\n  appointment: { only: urgent }\n  home-visit: { for: [elderly, disabled] }\n',
      '',
      'channels no_way_to_apply',
    ],
    ['visits without a reason', 'visits: { count: 0 }', 'visits: { count: 1 }', 'visits.why visits_without_reason'],
  ])('for %s', (_, ...[from, to, problem]) => {
    expect(published(from, to)).toContain(problem);
  });

  test('but missing translations and long stages only warn', () => {
    expect(published(', en: Floor plan', '', 'warning')).toEqual(['documents.2.name translations_missing']);
    expect(published('limit: 3, onlyIf', 'limit: 9, onlyIf', 'warning')).toEqual(['stages stages_exceed_promise']);
  });
});

describe('an imported item', () => {
  test.each([
    'licence',
    'registration',
    'confirmation',
    'benefit',
    'reward',
    'adjudication',
    'levy',
    'other-power',
    'public-service',
  ] as const)('of kind %s can be applied for at once', (kind) => {
    const standard = guessStandard(kind, ['提价申报申请报告', '营业执照', '营业执照']);
    const loaded = parseItem({
      ...standard,
      code: '440101007000',
      jurisdiction: 'CN',
      kind,
      version: 1,
      effectiveFrom: '2020-07-01',
      unit: 'imported/price',
      audience: ['enterprise'],
      name: { 'zh-Hans': '提价申报' },
      limits: { promised: { days: 7, unit: 'workday' } },
      visits: { count: 1 },
      fee: { amount: 0 },
      channels: { online: {}, 'walk-in': {} },
      imported: { from: 'province' },
    });
    if (isRefusal(loaded)) throw new Error(JSON.stringify(loaded.facts));
    expect(checkItem(loaded.item).filter((problem) => problem.level === 'error')).toEqual([]);
    expect(loaded.item.documents).toHaveLength(3);
    const answers = {
      applicantName: '禾川青枣',
      applicantIdNo: '11440000006939756B',
      applicantPhone: '0600-610 2331',
      purpose: '提价',
      place: '柳岸街9号',
      bankAccount: '622200001',
      otherParty: '乙',
    };
    const asked = Object.fromEntries(standard.questions.map((question) => [question.key, answers[question.key as keyof typeof answers]]));
    expect(checkAnswers(loaded.item, asked).problems).toEqual([]);
  });

  test('keeps the keys of its papers when it is imported again', () => {
    const keys = (materials: string[]) => guessStandard('licence', materials).documents.map((document) => document.key);
    expect(keys(['乙', '甲'])).toContain(keys(['甲'])[1]);
  });
});
