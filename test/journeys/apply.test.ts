import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerAll, bringPapers, type Given, goOn, lastStep, photo } from '../support/application.ts';
import { hasBrowser, looksRight, openTown, type Town } from '../support/browser.ts';

const restaurant: Record<string, Given> = {
  shopName: '柳岸面馆',
  business: 'restaurant',
  dishes: ['hot', 'cold'],
  premisesAddress: '安和区柳岸街9号',
  premisesArea: 46.5,
  rawFish: false,
  staff: [
    { name: '林青禾', idNo: 'DEMO7100' },
    { name: '梅若笙', idNo: 'DEMO7101' },
  ],
};
const birth: Record<string, Given> = {
  childName: 'Nguyễn An Nhiên',
  sex: 'female',
  bornOn: '2020-07-21',
  bornIn: 'hospital',
  hospitalName: 'Bệnh viện Phụ sản',
  motherName: 'Trần Thu Hà',
  motherIdNo: 'DEMO6102',
  married: true,
  fatherName: 'Nguyễn Văn Lâm',
  home: '12 Lê Lợi',
};

/** Opening an office and walking through a whole application take longer than a hook usually may. */
const slow = 120_000;

const people = [
  { persona: 'citizen', language: 'zh-Hans', code: '440131904206', answers: restaurant, notSent: '还没有提交' },
  { persona: 'citizen2', language: 'vi', code: '1.001193', answers: birth, notSent: 'Chưa nộp' },
];

describe.skipIf(!hasBrowser)('a citizen applies', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown();
  }, slow);
  afterAll(() => town.close());

  /** From the guide to the number. */
  async function apply(page: Page, { language, code, answers, notSent }: (typeof people)[number], javaScript: boolean): Promise<string> {
    const look = () => (javaScript ? looksRight(page) : Promise.resolve());
    await page.goto(`/${language}/services/${code}`);
    await page.locator(`a[href="/${language}/apply/${code}"]`).first().click();
    await look();
    await goOn(page);
    expect(await page.title()).toContain(notSent);
    await look();
    await page.locator('main a.btn.wide').click();
    const asked = await answerAll(page, answers, look);
    expect(asked).toEqual(Object.keys(answers));
    await page.locator('a[href$="/documents"]').first().click();
    await look();
    await bringPapers(page, { javaScript });
    await look();
    await page.locator('main a.btn.wide').click();
    await look();
    await page.check('[name=way][value=electronic]');
    await goOn(page);
    await page.locator('a[href$="/check"]').first().click();
    expect(await page.title()).toContain(notSent);
    await look();
    await page.locator('.sticky button').click();
    await page.waitForURL('**/done');
    await look();
    return new URL(page.url()).pathname.split('/').at(-2) ?? '';
  }

  for (const person of people)
    for (const javaScript of [true, false])
      test(`from the guide to a number, in ${person.language}, ${javaScript ? 'with' : 'without'} scripts`, async () => {
        const page = await town.visit({ ...person, javaScript });
        const caseNo = await apply(page, person, javaScript);
        expect(await page.textContent('.done-no')).toBe(caseNo);
        await page.goto(`/${person.language}/my`);
        expect(await page.locator(`a[href$="/my/cases/${caseNo}"]`).count()).toBe(1);
        expect(await page.locator('a[href*="/drafts/"]').count()).toBe(0);
        await page.context().close();
      });

  test('what is wrong is said above and at the field, and every value is kept', async () => {
    const page = await town.visit({ persona: 'enterprise', javaScript: false });
    await page.goto('/zh-Hans/apply/440131904206');
    await goOn(page);
    const draft = page.url();
    await page.goto(`${draft}/q/premisesArea`);
    await page.fill('[name=premisesArea]', '约四十');
    await goOn(page);
    expect(await page.title()).toContain('错误');
    expect(await page.getAttribute('.errors a', 'href')).toBe('#f-premisesArea');
    expect(await page.inputValue('[name=premisesArea]')).toBe('约四十');
    await page.goto(`${draft}/q/staff`);
    await page.fill('[name="staff.0.name"]', '林青禾');
    await page.fill('[name="staff.0.idNo"]', '12');
    await page.click('button[formaction="?do=add"]');
    expect(await page.getAttribute('.errors a', 'href')).toBe('#f-staff-0-idNo');
    expect(await page.inputValue('[name="staff.0.name"]')).toBe('林青禾');
    await page.context().close();
  });

  test('looking at the start page begins nothing, and a draft that was begun comes first', async () => {
    const page = await town.visit({ persona: 'elder', care: true });
    await page.goto('/zh-Hans/apply/440131904206');
    await looksRight(page);
    await page.goto('/zh-Hans/my');
    expect(await page.locator('a[href*="/drafts/"]').count()).toBe(0);
    await page.goto('/zh-Hans/apply/440131904206');
    await goOn(page);
    const draft = new URL(page.url()).pathname;
    await page.goto('/zh-Hans/apply/440131904206');
    expect(await page.getAttribute('main a.btn', 'href')).toBe(draft);
    await page.context().close();
  });

  describe('and afterwards', () => {
    let caseNo: string;
    beforeAll(async () => {
      const page = await town.visit({ persona: 'citizen', javaScript: false });
      caseNo = await apply(page, people[0] as (typeof people)[number], false);
      await page.context().close();
    }, slow);

    test('tracks it without signing in; a wrong number and a wrong phone get the same answer', async () => {
      const page = await town.visit({});
      const ask = async (no: string, phone: string) => {
        await page.goto('/zh-Hans/track');
        await page.fill('[name=caseNo]', no);
        await page.fill('[name=phoneLast4]', phone);
        await goOn(page);
      };
      await ask(caseNo.replaceAll('-', '').toLowerCase(), '5521');
      expect(await page.textContent('main')).toContain(caseNo);
      expect(new URL(page.url()).search).not.toContain('5521');
      await looksRight(page);
      await ask(caseNo, '0000');
      const wrongPhone = await page.textContent('.errors');
      await ask('HC7K-4M2P-9XQ6', '5521');
      expect(await page.textContent('.errors')).toBe(wrongPhone);
      await page.context().close();
    });

    test('answers every flag of a correction on one page, and the clock runs on', async () => {
      const window = await town.office.as('window');
      const { body } = await window.get(`/cases/${caseNo}`);
      const flags = [
        { path: 'answers.premisesArea', note: '和租赁合同不一样' },
        { path: 'slots.floorPlan', code: 'unreadable', note: '看不清后门' },
      ];
      const asked = await window.post(`/cases/${caseNo}/ask-correction`, { version: body['version'], flags });
      expect(asked.status).toBe(200);
      const page = await town.visit({ persona: 'citizen' });
      await page.goto(`/zh-Hans/my/cases/${caseNo}`);
      await looksRight(page);
      await page.locator('.status a.btn').click();
      await looksRight(page);
      await page.fill('[name="answers.premisesArea"]', '48');
      await goOn(page);
      expect(await page.getAttribute('.errors a', 'href')).toBe('#f-slots-floorPlan');
      expect(await page.inputValue('[name="answers.premisesArea"]')).toBe('48');
      await page.locator('input[type=file]').setInputFiles([photo('plan')]);
      await page.locator('.upload-row input[type=hidden]').waitFor({ state: 'attached' });
      await goOn(page);
      expect(lastStep(page)).toBe(caseNo);
      const after = await window.get(`/cases/${caseNo}`);
      expect(after.body['state']).toBe('submitted');
      expect((after.body['answers'] as Record<string, unknown>)['premisesArea']).toBe(48);
      await page.context().close();
    });

    test('rates it once, of their own free will', async () => {
      const window = await town.office.as('window');
      const { body } = await window.get(`/cases/${caseNo}`);
      await window.post(`/cases/${caseNo}/refuse-intake`, { version: body['version'], reason: '地址不在本市' });
      const page = await town.visit({ persona: 'citizen', javaScript: false });
      await page.goto(`/zh-Hans/my/cases/${caseNo}`);
      await page.locator('a[href$="/rate"]').click();
      await goOn(page);
      expect(await page.locator('.errors').count()).toBe(1);
      await page.check('[name=grade][value="4"]');
      await page.check('[name=aspects][value=speed]');
      await goOn(page);
      expect(lastStep(page)).toBe(caseNo);
      expect(await page.locator('a[href$="/rate"]').count()).toBe(0);
      await page.context().close();
    });
  });
});
