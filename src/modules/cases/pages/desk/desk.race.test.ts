import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice } from '#test/support/office.ts';
import { cast, openPlay, type Play } from '../../testing.ts';

let office: Office;
let play: Play;
const mostStatements = 25;
type Seen = { status: number; html: string; location: string };
type Someone = { get: (path: string) => Promise<Seen>; post: (path: string, fields: Record<string, string | string[]>) => Promise<Seen> };

beforeAll(async () => {
  office = await openOffice();
  play = await openPlay(office.app);
}, 60_000);
afterAll(() => office.close());

/** Somebody of the demo in front of the pages, without any script. */
async function person(username: string): Promise<Someone> {
  const { token } = await office.as(username);
  const cookies = { tongban_session: token ?? '', tongban_language: 'en' };
  const seen = (answer: { statusCode: number; body: string; headers: Record<string, unknown> }): Seen => ({
    status: answer.statusCode,
    html: answer.body,
    location: (answer.headers['location'] as string | undefined) ?? '',
  });
  return {
    get: async (url) => seen(await office.http.inject({ url, cookies })),
    post: async (url, fields) => {
      const body = new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])));
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      return seen(await office.http.inject({ method: 'POST', url, cookies, headers, payload: body.toString() }));
    },
  };
}

describe('the desk', () => {
  test('asks the database few questions, whatever the page', async () => {
    const { caseNo } = await play.submits();
    const window = await person('window');
    const pages = ['/desk', '/desk/inbox', '/desk/inbox?save=1&q=a', '/desk/search?q=a', `/desk/cases/${caseNo}/why/intake`];
    const tabs = ['application', 'documents', 'timeline', 'messages', 'checks'].map(
      (tab) => `/desk/cases/${caseNo}?tab=${tab}&list=view%3Dmine`,
    );
    for (const path of [...pages, ...tabs, `/desk/cases/${caseNo}?act=ask-correction`]) {
      await window.get(path);
      const before = office.app.db.statements();
      const { status } = await window.get(path);
      expect(status, path).toBe(200);
      expect(office.app.db.statements() - before, path).toBeLessThanOrEqual(mostStatements);
    }
  });

  test('lets nobody in who does not work with cases, and shows no case of another unit', async () => {
    const { caseNo } = await play.submits();
    for (const path of ['/desk', '/desk/inbox', `/desk/cases/${caseNo}`])
      expect((await (await person('citizen')).get(path)).status).toBe(403);
    expect((await (await person('reviewer2')).get(`/desk/cases/${caseNo}`)).status).toBe(404);
  });

  test('masks the phone until it is asked for, and tells the applicant who asked', async () => {
    const { caseNo } = await play.submits();
    const window = await person('window');
    expect((await window.get(`/desk/cases/${caseNo}`)).html).not.toContain('620 5521');
    expect((await window.get(`/desk/cases/${caseNo}?reveal=phone`)).html).toContain('620 5521');
    const looks = await office.app.db.read((tx) =>
      tx.rows<{ what: string }>(
        `select payload->>'what' as what from kernel.outbox where module = 'identity' and kind = 'person_viewed' and payload->>'what' like $1 order by fact_id`,
        [`%${caseNo}`],
      ),
    );
    expect([...new Set(looks.map(({ what }) => what))]).toEqual([`case ${caseNo}`, `phone ${caseNo}`]);
  });

  test('sends only files that belong to the case, and as harmless ones', async () => {
    const { caseNo } = await play.submits();
    const window = await person('window');
    expect((await window.get(`/desk/cases/${caseNo}/files/0198c0de-0000-7000-8000-000000000000`)).status).toBe(404);
    expect((await (await person('reviewer2')).get(`/desk/cases/${caseNo}/files/${play.fileId}`)).status).toBe(404);
  });

  test('a whole number leads straight to its case, however it is typed', async () => {
    const { caseNo } = await play.submits();
    const typed = caseNo.replaceAll('-', '').toLowerCase();
    expect((await (await person('window')).get(`/desk/search?q=${typed}`)).location).toBe(`/desk/cases/${caseNo}`);
  });

  test('a batch says what became of each case, and keeps the filter', async () => {
    const [first, second] = [await play.submits(), await play.submits()];
    const window = await person('window');
    await play.does('claim', second, cast.window);
    const answer = await window.post('/desk/inbox?view=unclaimed&do=claim', {
      cases: [`${first.caseNo}@${first.version}`, `${second.caseNo}@${second.version}`],
    });
    expect(answer.status).toBe(303);
    expect(answer.location).toContain('view=unclaimed');
    const { html } = await window.get(answer.location);
    expect(html).toContain('Claim: 1 of 2 done');
    expect((await window.post('/desk/inbox?do=claim', {})).html).toContain('No case is chosen yet');
  });

  test('a filter is kept under a name, by its officer only, and dropped again', async () => {
    const window = await person('window');
    const saved = await window.post('/desk/inbox?view=overdue&save=1&do=save', { name: 'Late ones' });
    expect(saved.location).toBe('/desk/inbox?view=overdue');
    expect((await window.get('/desk/inbox')).html).toContain('Late ones');
    expect((await (await person('window2')).get('/desk/inbox')).html).not.toContain('Late ones');
    const viewId = /name="viewId" value="([^"]+)"/.exec((await window.get('/desk/inbox?save=1')).html)?.[1] ?? '';
    await window.post('/desk/inbox?save=1&do=drop', { viewId });
    expect((await window.get('/desk/inbox')).html).not.toContain('Late ones');
  });
});

describe('two officers at once', () => {
  test('the second sees what the first did, and everything typed is still there', async () => {
    const { caseNo, version } = await play.submits();
    const [one, other] = [await person('window'), await person('window2')];
    const path = `/desk/cases/${caseNo}?act=refuse-intake`;
    const typed = { version: String(version), reason: 'Not this office, ask the district' };
    const [won, lost] = [
      await one.post(`/desk/cases/${caseNo}?act=accept&do=accept`, { version: String(version) }),
      await other.post(`${path}&do=refuse-intake`, typed),
    ];
    expect(won.location).toContain('did=accept');
    expect(lost.status).toBe(409);
    expect(lost.html).toContain('This case has changed since you opened it');
    expect(lost.html).toContain('Accepted, now “In review”');
    expect(lost.html).toContain('Not this office, ask the district');
    expect(lost.html).not.toMatch(/<button[^>]*>Do not accept/);
  });

  test('who comes to a claimed case learns whose it is', async () => {
    const { caseNo, version } = await play.submits();
    const [one, other] = [await person('window'), await person('window2')];
    await one.post(`/desk/cases/${caseNo}?do=claim`, { version: String(version) });
    const { html } = await other.post(`/desk/cases/${caseNo}?act=accept&do=accept`, { version: String(version + 1) });
    expect(html).toMatch(/has this case in hand/);
    expect((await other.get(`/desk/cases/${caseNo}`)).html).toContain('has it in hand');
  });

  test('of many at once one acts and the others are shown that it was done', async () => {
    const { caseNo, version } = await play.submits();
    const window = await person('window');
    const all = await Promise.all(
      Array.from({ length: 8 }, () => window.post(`/desk/cases/${caseNo}?act=accept&do=accept`, { version: String(version) })),
    );
    expect(all.filter(({ status }) => status === 303)).toHaveLength(1);
    for (const { status, html } of all.filter((one) => one.status !== 303)) {
      expect(status).toBe(409);
      expect(html).toContain('now “In review”');
    }
  });
});
