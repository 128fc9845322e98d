import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '#main/postgres/check.ts';
import { type Desk, type Office, openOffice } from '#test/support/office.ts';
import { followParcels } from './parcels.ts';
import { type Counter, openCounter } from './testing.ts';

let office: Office;
let citizen: Desk;
let window: Desk;
let counter: Counter;

beforeAll(async () => {
  office = await openOffice();
  [citizen, window] = await Promise.all([office.as('citizen'), office.as('window')]);
  counter = await openCounter(office, citizen);
}, 60_000);
afterAll(() => office.close());

const hourMs = 3_600_000;
const decided = (delivery: Record<string, string>) => counter.decided({ ...counter.card, delivery });
const react: Counter['react'] = (...given) => counter.react(...given);
const delivery = async (caseNo: string, desk = citizen) => (await desk.get(`/delivery/cases/${caseNo}`)).body;
const state = async (caseNo: string) => (await citizen.get(`/cases/${caseNo}`)).body['state'];
/** What the outbox holds for this module's own job. */
async function wanted(): Promise<string | undefined> {
  return withClient(office.ownerUrl, async (client) => {
    const { rows } = await client.query<{ payload: { handoverId: string } }>(
      `select payload from kernel.outbox where module = 'delivery' and kind = 'parcel_wanted' order by fact_id desc limit 1`,
    );
    return rows[0]?.payload.handoverId;
  });
}
const page = (path: string, desk: Desk) => office.http.inject({ url: path, headers: { authorization: `Bearer ${desk.token}` } });

describe('at the counter', () => {
  test('the applicant sees the code, the officer does not; the right code serves the case, with proof', async () => {
    const caseNo = await decided({ way: 'counter' });
    const { code } = await delivery(caseNo);
    expect(code).toMatch(/^\d{6}$/);
    expect(await delivery(caseNo, window)).toMatchObject({ code: null, way: 'counter', state: 'ready' });
    const wrong = await window.post(`/delivery/cases/${caseNo}/collect`, { code: code === '000000' ? '000001' : '000000' });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'wrong_code', facts: { left: 9 } } });
    expect((await window.post(`/delivery/cases/${caseNo}/collect`, { code, identity: 'passport' })).body).toMatchObject({
      state: 'delivered',
      proof: { identity: 'passport' },
    });
    expect(await state(caseNo)).toBe('served');
    expect((await window.post(`/delivery/cases/${caseNo}/collect`, { code })).body.code).toBe('not_at_counter');
  });

  test('after ten wrong codes the right one is not accepted either', async () => {
    const caseNo = await decided({ way: 'counter' });
    const { code } = await delivery(caseNo);
    const wrong = code === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 10; tries += 1) await window.post(`/delivery/cases/${caseNo}/collect`, { code: wrong });
    expect((await window.post(`/delivery/cases/${caseNo}/collect`, { code })).body.code).toBe('too_many_wrong_codes');
    expect(await state(caseNo)).toBe('decided');
  });

  test('wrong codes tried at once are counted one by one', async () => {
    const caseNo = await decided({ way: 'counter' });
    const { code } = await delivery(caseNo);
    const wrong = code === '000000' ? '000001' : '000000';
    const all = await Promise.all(Array.from({ length: 16 }, () => window.post(`/delivery/cases/${caseNo}/collect`, { code: wrong })));
    expect(all.filter((answer) => answer.body.code === 'wrong_code')).toHaveLength(10);
  });

  test('handed over by two windows at once, it is handed over once', async () => {
    const caseNo = await decided({ way: 'counter' });
    const { code } = await delivery(caseNo);
    const both = await Promise.all([1, 2].map(() => window.post(`/delivery/cases/${caseNo}/collect`, { code })));
    expect(new Set(both.map((answer) => answer.status))).toEqual(new Set([200, 409]));
  });

  test('the desk page takes a code or the scanned square, and hands over without JavaScript', async () => {
    const caseNo = await decided({ way: 'counter' });
    const code = String((await delivery(caseNo)).code);
    for (const typed of [code, `${caseNo}%23${code}`])
      expect((await page(`/desk/issue?q=${typed}`, window)).headers.location).toBe(`/desk/issue/${caseNo}?code=${code}`);
    expect((await page('/desk/issue?q=VC22-2222-2222', window)).statusCode).toBe(200);
    const shown = await page(`/desk/issue/${caseNo}?code=${code}`, window);
    expect(shown.body).toContain(`value="${code}"`);
    const handed = await office.http.inject({
      method: 'POST',
      url: `/desk/issue/${caseNo}?do=collect`,
      headers: { authorization: `Bearer ${window.token}`, 'content-type': 'application/x-www-form-urlencoded' },
      payload: `code=${code}&identity=id-card`,
    });
    expect(handed.headers.location).toBe(`/desk/issue/${caseNo}`);
    expect((await page(`/desk/issue/${caseNo}`, window)).body).toContain('已经交付');
  });
});

describe('online', () => {
  test('opened by the applicant it is delivered, the instant is the proof; opened by an officer it is not', async () => {
    const caseNo = await decided({ way: 'electronic' });
    expect((await page(`/desk/issue/${caseNo}/decision.pdf`, window)).headers['content-type']).toBe('application/pdf');
    await react('documents.document_opened', { kind: 'decision', caseNo, personId: null });
    expect(await state(caseNo)).toBe('decided');
    const me = (await citizen.get(`/cases/${caseNo}`)).body['applicant'] as { personId: string };
    await react('documents.document_opened', { kind: 'decision', caseNo, personId: me.personId }, new Date('2020-07-30T05:00:00Z'));
    expect(await delivery(caseNo)).toMatchObject({ state: 'delivered', proof: { opened: '2020-07-30T05:00:00.000Z' } });
    expect(await state(caseNo)).toBe('served');
  });
});

describe('by courier', () => {
  test('booked by itself when the address is known, it moves with the clock, and its arrival serves the case', async () => {
    const caseNo = await decided({ way: 'courier', address: '禾川市安和路52号' });
    expect(await delivery(caseNo)).toMatchObject({ way: 'courier', state: 'booking' });
    await react('delivery.parcel_wanted', { handoverId: await wanted() });
    await react('delivery.parcel_wanted', { handoverId: await wanted() });
    const booked = await delivery(caseNo);
    expect(booked).toMatchObject({ state: 'booked', trackingNo: expect.stringMatching(/^TB\d{9}CN$/) });
    const label = await page(`/desk/issue/${caseNo}/label.pdf`, window);
    expect(label.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const seen = new Set<unknown>();
    for (let hours = 0; hours < 40; hours += 1) {
      await followParcels(counter.job(hours * hourMs));
      seen.add((await delivery(caseNo))['state']);
    }
    expect([...seen]).toEqual(['booked', 'picked_up', 'in_transit', 'out_for_delivery', 'delivered']);
    expect(await delivery(caseNo)).toMatchObject({ proof: { signedBy: 'recipient' }, steps: { length: 5 } });
    expect(await state(caseNo)).toBe('served');
    expect((await citizen.post(`/delivery/cases/${caseNo}/choose`, { way: 'counter' })).body.code).toBe('on_its_way');
  });

  test('without an address it waits for one; the applicant may choose another way until it has left', async () => {
    const caseNo = await decided({ way: 'courier' });
    expect(await delivery(caseNo)).toMatchObject({ way: 'courier', state: 'ready', code: null });
    expect((await citizen.post(`/delivery/cases/${caseNo}/choose`, { way: 'electronic' })).body.code).toBe('way_not_offered');
    expect((await citizen.post(`/delivery/cases/${caseNo}/choose`, { way: 'courier' })).body.code).toBe('address_needed');
    expect((await citizen.post(`/delivery/cases/${caseNo}/choose`, { way: 'counter' })).body).toMatchObject({
      way: 'counter',
      code: expect.any(String),
    });
    expect((await window.post(`/delivery/cases/${caseNo}/choose`, { way: 'counter' })).body.code).toBe('forbidden');
    expect((await window.post(`/delivery/cases/${caseNo}/book`, { address: '北渡区江心路9号' })).body).toMatchObject({ state: 'booking' });
  });
});

describe('who sees it, and what is taken back', () => {
  test('others see nothing, and there is nothing before the decision', async () => {
    const caseNo = await decided({ way: 'counter' });
    const neighbour = await office.as('elder');
    expect((await neighbour.get(`/delivery/cases/${caseNo}`)).status).toBe(404);
    const answer = await citizen.post('/cases', counter.card);
    expect((await citizen.get(`/delivery/cases/${String(answer.body['caseNo'])}`)).body.code).toBe('nothing_to_deliver');
  });

  test('the portal page shows code and square in four languages', async () => {
    const caseNo = await decided({ way: 'counter' });
    const { code } = await delivery(caseNo);
    for (const language of ['zh-Hans', 'zh-Hant', 'vi', 'en']) {
      const shown = await page(`/${language}/my/cases/${caseNo}/delivery`, citizen);
      expect(shown.statusCode).toBe(200);
      expect(shown.body).toContain(code);
    }
  });

  test('opened again, the case’s decision is no longer valid and nothing is handed out', async () => {
    const caseNo = await decided({ way: 'counter' });
    await react('cases.case_reopened', { caseNo, seq: 3 });
    expect((await delivery(caseNo)).code).toBe('nothing_to_deliver');
    expect((await page(`/desk/issue/${caseNo}/decision.pdf`, window)).statusCode).toBe(409);
  });

  test('every act has its paper: a receipt when a person has sent a draft, the decision when it is signed', async () => {
    const caseNo = await decided({ way: 'counter' });
    await react('cases.receipt_wanted', { caseNo, seq: 1 });
    const { rows } = await withClient(office.ownerUrl, (client) =>
      client.query<{ kind: string; facts: { issuedBy: string } }>(
        'select kind, facts from documents.issued_document where case_no = $1 order by seq',
        [caseNo],
      ),
    );
    expect(rows.map((row) => row.kind)).toEqual(['receipt', 'decision']);
  });
});
