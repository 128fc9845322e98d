import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHall, type QueueHall, venue } from './testing.ts';

type Machine = {
  readonly post: (path: string, body?: object) => Promise<{ status: number; body: Record<string, unknown> }>;
  readonly token: string;
};

let hall: QueueHall;
let kiosk: Machine;
beforeAll(async () => {
  hall = await openHall();
  kiosk = await pair(['kiosk']);
});
afterAll(() => hall.close());

/** A device as it really comes: allowed by the office, paired once by its six digits. */
async function pair(scopes: string[]): Promise<Machine> {
  const admin = await hall.office.as('admin');
  const { body } = await admin.post('/hall/devices', { venue, name: 'A-07', scopes });
  const paired = await (await hall.office.as()).post('/hall/devices/pair', { code: body['code'] });
  const token = paired.body['token'] as string;
  const post: Machine['post'] = async (path, payload = {}) => {
    const answer = await hall.office.http.inject({
      method: 'POST',
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${token}` },
      payload,
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  return { post, token };
}

const kiosks = async () => {
  const { body } = await (await hall.office.as('admin')).get('/hall/kiosks');
  return body['rows'] as Record<string, unknown>[];
};

describe('a kiosk', () => {
  test('gives numbers of its own hall and of no other', async () => {
    expect(await kiosk.post(`/hall/${venue}/tickets`, { group: 'A', origin: 'kiosk' })).toMatchObject({
      status: 201,
      body: { group: 'A' },
    });
    expect((await kiosk.post('/hall/anhe-centre/tickets', { group: 'A' })).body['code']).toBe('outside_your_unit');
    const display = await pair(['display']);
    expect((await display.post(`/hall/${venue}/tickets`, { group: 'A' })).body['code']).toBe('outside_your_unit');
  });

  test('tells how it is, and counts as out of order when it falls silent', async () => {
    expect((await kiosk.post('/hall/kiosk/health', { paper: 'out', reader: 'ok' })).status).toBe(200);
    expect((await kiosk.post('/hall/kiosk/health')).status).toBe(200);
    expect((await kiosks())[0]).toMatchObject({ name: 'A-07', alive: true, paper: 'out', reader: 'ok' });
    hall.pass(301);
    expect((await kiosks())[0]).toMatchObject({ alive: false });
  });

  test('ends the session of the one before, whoever forgot to', async () => {
    const first = await kiosk.post('/hall/kiosk/sessions');
    expect(first).toMatchObject({ status: 201, body: { endsAfterSeconds: 60 } });
    const second = await kiosk.post('/hall/kiosk/sessions');
    expect(second.body['sessionId']).not.toBe(first.body['sessionId']);
    expect((await kiosk.post('/hall/kiosk/sessions/end', { by: 'idle', wiped: true })).body).toEqual({ ended: true });
    expect((await kiosk.post('/hall/kiosk/sessions/end', { by: 'idle', wiped: true })).body).toEqual({ ended: false });
    expect((await kiosks())[0]).toMatchObject({ usedToday: 2, notWiped: 1 });
  });

  test('touched twice at once has one open session', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => kiosk.post('/hall/kiosk/sessions')));
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    const ended = await Promise.all(Array.from({ length: 6 }, () => kiosk.post('/hall/kiosk/sessions/end', { by: 'person', wiped: true })));
    expect(ended.filter(({ body }) => body['ended'] === true)).toHaveLength(1);
  });

  test('is a device with that scope, nobody else', async () => {
    const desk = await hall.office.as('window');
    for (const [path, body] of [
      ['health', {}],
      ['sessions', {}],
      ['sessions/end', { by: 'person', wiped: true }],
    ] as const)
      expect((await desk.post(`/hall/kiosk/${path}`, body)).body.code).toBe('not_a_kiosk');
  });

  test('shows its pages under its own name, and an unknown browser the way to pair', async () => {
    const deviceId = (await kiosks())[0]?.['deviceId'] as string;
    const page = (path: string, cookie?: string) =>
      hall.office.http.inject({ url: path, headers: cookie ? { cookie: `tongban_session=${cookie}` } : {} });
    expect((await page(`/kiosk/${deviceId}`, kiosk.token)).body).toContain('A-07');
    expect((await page(`/kiosk/${deviceId}`)).headers['location']).toBe('/pair');
    expect((await page('/screen/nowhere/all')).statusCode).toBe(404);
    expect((await page(`/voice/${venue}/zh/window`)).headers['content-type']).toBe('audio/mpeg');
    expect((await page(`/voice/${venue}/zh/nothing`)).statusCode).toBe(404);
  });
});
