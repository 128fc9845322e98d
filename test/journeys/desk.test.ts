import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPlay, type Play } from '#modules/cases/testing.ts';
import { photo } from '../support/application.ts';
import { hasBrowser, looksRight, openTown, type Town } from '../support/browser.ts';

const desk = 1366;

describe.skipIf(!hasBrowser)('officers handle a case', () => {
  let town: Town;
  let play: Play;
  beforeAll(async () => {
    town = await openTown();
    play = await openPlay(town.office.app);
  }, 60_000);
  afterAll(() => town.close());

  const officer = async (username: string, javaScript: boolean) => {
    const page = await town.visit({ javaScript, width: desk });
    const { token = '' } = await town.office.as(username);
    await page.context().addCookies([{ name: 'tongban_session', value: token, url: town.base }]);
    return page;
  };
  const follow = async (page: Page, press: () => Promise<void>) => {
    await Promise.all([page.waitForEvent('load'), press()]);
  };
  /** Opens an act's sheet, fills what it asks, and does it. */
  const act = async (page: Page, name: string, fill: () => Promise<void> = async () => {}) => {
    if (!(await page.locator(`.actbar > a[href*="act=${name}"]`).count())) await page.locator('.more-acts summary').click();
    await follow(page, () => page.locator(`.actbar a[href*="act=${name}#"]`).click());
    await fill();
    await follow(page, () => page.locator('#sheet button[type=submit]').click());
  };

  for (const javaScript of [true, false]) {
    test(`from claim to signature by three officers, ${javaScript ? 'with' : 'without'} scripts`, async () => {
      const { caseNo } = await play.submits();
      const look = (page: Page) => (javaScript ? looksRight(page) : Promise.resolve());
      const window = await officer('window', javaScript);
      await window.goto('/desk/inbox?view=unclaimed');
      await look(window);
      await window.check(`input[value^="${caseNo}@"]`);
      await follow(window, () => window.locator('.bulk button').first().click());
      expect(await window.textContent('.flash')).toContain(caseNo);
      await window.goto('/desk/inbox?view=mine');
      await follow(window, () => window.locator(`a[href^="/desk/cases/${caseNo}"]`).click());
      await look(window);
      await act(window, 'accept');
      expect(await window.textContent('.casehead')).toContain('审查中');
      await look(window);
      await window.context().close();

      const reviewer = await officer('reviewer', javaScript);
      await reviewer.goto(`/desk/cases/${caseNo}?tab=documents&list=view%3Dopinions`);
      await look(reviewer);
      await act(reviewer, 'finish-stage', async () => {
        await reviewer.check('[name=outcome][value=pass]');
        await look(reviewer);
        await follow(reviewer, () => reviewer.locator('#sheet button[type=submit]').click());
        expect(await reviewer.locator('.errors a[href="#f-opinion"]').count()).toBe(1);
        expect(await reviewer.isChecked('[name=outcome][value=pass]')).toBe(true);
        await reviewer.fill('[name=opinion]', '材料齐全，布局合格。');
      });
      expect(await reviewer.textContent('.side')).toContain('材料齐全，布局合格。');
      const ecology = await officer('reviewer22', javaScript);
      await ecology.goto(`/desk/cases/${caseNo}`);
      await act(ecology, 'finish-stage', async () => {
        await ecology.check('[name=outcome][value=pass]');
        await ecology.fill('[name=opinion]', '没有意见。');
      });
      await reviewer.goto(`/desk/cases/${caseNo}`);
      await act(reviewer, 'propose', async () => {
        await reviewer.check('[name=outcome][value=approved]');
        await look(reviewer);
      });
      expect(await reviewer.textContent('.paper-text')).toContain('准予');
      await reviewer.context().close();
      await ecology.context().close();

      const signer = await officer('signer', javaScript);
      await signer.goto(`/desk/cases/${caseNo}`);
      await act(signer, 'sign', async () => {
        expect(await signer.textContent('#sheet .paper-text')).toContain('准予');
        await look(signer);
      });
      expect(await signer.textContent('.casehead')).toContain('待送达');
      await look(signer);
      await signer.context().close();
    });
  }

  test('asks once for everything that is wrong, and sees afterwards only what was changed', async () => {
    const { caseNo } = await play.submits();
    const window = await officer('window', false);
    await window.goto(`/desk/cases/${caseNo}?tab=documents`);
    await act(window, 'ask-correction', async () => {
      await follow(window, () => window.locator('#sheet button[type=submit]').click());
      expect(await window.textContent('.errors')).toContain('请至少勾选一处');
      await window.getByLabel('平面布局图').check();
      await window.locator('.flag', { hasText: '平面布局图' }).locator('select').selectOption({ label: '没有标明操作间' });
      await window.getByLabel('经营场所一共多少平方米？').check();
      await follow(window, () => window.locator('#sheet button[type=submit]').click());
      expect(await window.locator('.errors li').count()).toBe(1);
      await window.locator('.flag', { hasText: '多少平方米' }).locator('textarea').fill('和租赁合同不一样，请核对');
    });
    expect(await window.textContent('.casehead')).toContain('等补正');
    const citizen = await town.visit({ persona: 'citizen' });
    await citizen.goto(`/zh-Hans/my/cases/${caseNo}`);
    await citizen.locator('.status a.btn').click();
    await citizen.fill('[name="answers.premisesArea"]', '18');
    await citizen.locator('input[type=file]').setInputFiles([photo('plan')]);
    await citizen.locator('.upload-row input[type=hidden]').waitFor({ state: 'attached' });
    await follow(citizen, () => citizen.locator('main form button.btn[type=submit]:not([formaction])').first().click());
    await citizen.context().close();
    await window.goto(`/desk/cases/${caseNo}`);
    const changed = await window.textContent('.corrected');
    expect(changed).toContain('补正后改了2处');
    expect(await window.locator('.corrected del').first().textContent()).toContain('20');
    expect(await window.locator('.corrected ins').first().textContent()).toContain('18');
    const look = await officer('window', true);
    await look.goto(`/desk/cases/${caseNo}`);
    await looksRight(look);
    await look.context().close();
    await window.context().close();
  });

  test('two officers at once: one wins, the other sees who did what and keeps every word', async () => {
    const { caseNo } = await play.submits();
    const [first, second] = [await officer('window', true), await officer('window2', true)];
    await first.goto(`/desk/cases/${caseNo}`);
    await second.goto(`/desk/cases/${caseNo}?act=refuse-intake`);
    await second.locator('.others', { hasText: '沈牧之' }).waitFor();
    await second.check('[name=ground] >> nth=1');
    await second.fill('[name=reason]', '这个事项由区里办理。');
    await act(first, 'accept');
    await follow(second, () => second.locator('#sheet button[type=submit]').click());
    expect(await second.textContent('#sheet .notice')).toMatch(/沈牧之 受理，现在是“审查中”/);
    expect(await second.inputValue('[name=reason]')).toBe('这个事项由区里办理。');
    expect(await second.isChecked('[name=ground] >> nth=1')).toBe(true);
    expect(await second.locator('#sheet button[type=submit]').count()).toBe(0);
    await looksRight(second);
    await Promise.all([first, second].map((page) => page.context().close()));
  });

  test('single keys walk the list, choose and claim, and the next case follows the one that is done', async () => {
    const cases = [await play.submits(), await play.submits(), await play.submits()];
    const window = await officer('window', true);
    await window.goto('/desk/inbox?view=unclaimed&item=440131904206');
    const rows = await window.locator('tbody tr').count();
    expect(rows).toBeGreaterThanOrEqual(cases.length);
    const down = async () => {
      await window.keyboard.press('j');
      return window.locator('tr.at').count();
    };
    await expect.poll(down).toBe(1);
    await window.keyboard.press('x');
    expect(await window.locator('tbody input:checked').count()).toBe(1);
    const chosen = (await window.locator('tbody input:checked').inputValue()).split('@')[0] ?? '';
    await follow(window, () => window.keyboard.press('c'));
    expect(await window.textContent('.flash')).toContain(chosen);
    await window.goto('/desk/inbox?view=unclaimed&item=440131904206');
    await expect.poll(down).toBe(1);
    await follow(window, () => window.keyboard.press('Enter'));
    await act(window, 'accept');
    const next = window.locator('.onward a').first();
    expect(await next.getAttribute('href')).toContain('/desk/cases/');
    await window.context().close();
  });

  test('on a phone and in Vietnamese everything is reachable and nothing scrolls sideways', async () => {
    const { caseNo } = await play.submits();
    const page = await town.visit({ persona: 'window', language: 'vi', width: 390 });
    for (const path of [
      '/desk',
      '/desk/inbox',
      `/desk/cases/${caseNo}`,
      `/desk/cases/${caseNo}?tab=documents&act=ask-correction`,
      '/desk/search?q=a',
    ]) {
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=vi`);
      await looksRight(page);
    }
    await page.context().close();
  });
});
