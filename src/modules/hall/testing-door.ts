import { newId } from '#kernel/ids.ts';
import { type Desk, type Office, openOffice } from '#test/support/office.ts';
import type { PolicyRules } from './contract/policy.ts';

export const testPolicy: PolicyRules = {
  temperatureLimit: 37.3,
  robotMargin: 0.3,
  handWithinMinutes: 10,
  repeatAfterMinutes: 5,
  symptoms: ['fever', 'cough', 'fatigue', 'breath'],
  symptomOutcome: 'refuse',
  mask: 'worn',
  regions: [],
  regionDays: 14,
  regionOutcome: 'special',
  isolationRecord: true,
  hospital: null,
  skewMinutes: 5,
  skewed: 'correct',
  alertMinutes: 30,
  undoSeconds: 60,
  leasePlaces: 5,
  leaseMinutes: 30,
  passHours: 24,
  readingDays: 30,
  identityDays: 30,
};

/** The demo's main hall with a clock that the test moves; `gate` is staff at its east door. */
export type Door = {
  readonly office: Office;
  readonly gate: Desk;
  readonly admin: Desk;
  readonly supervisor: Desk;
  readonly now: () => Date;
  readonly pass: (seconds: number) => void;
  /** A paired device of its own. */
  readonly pair: (door: string, scopes?: string[]) => Promise<Desk>;
  readonly close: () => Promise<void>;
};
export const hall = '/hall/hechuan-hall';

export async function openDoor(startsAt = '2020-08-03T09:00:00+08:00'): Promise<Door> {
  let now = new Date(startsAt).getTime();
  const office = await openOffice({ TONGBAN_NOW: startsAt });
  Object.assign(office.app, { now: () => new Date(now) });
  const [gate, admin, supervisor] = [await office.as('gate'), await office.as('operator'), await office.as('supervisor')];
  return {
    office,
    gate,
    admin,
    supervisor,
    now: () => new Date(now),
    pass: (seconds) => {
      now += seconds * 1000;
    },
    pair: async (door, scopes = ['gate']) => {
      const { body } = await admin.post('/hall/devices', { venue: 'hechuan-hall', door, name: `${door} ${newId().slice(-4)}`, scopes });
      const paired = await (await office.as()).post('/hall/devices/pair', { code: body['code'] });
      return withToken(office, paired.body['token'] as string);
    },
    close: office.close,
  };
}

/** Who speaks with a token. */
export function withToken(office: Office, token: string): Desk {
  const send: Desk['send'] = async (method, path, body, headers = {}) => {
    const answer = await office.http.inject({
      method,
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    return { status: answer.statusCode, body: answer.json(), headers: answer.headers };
  };
  return { token, send, get: (path) => send('GET', path), post: (path, body = {}, headers = {}) => send('POST', path, body, headers) };
}

/** Somebody healthy; what is given stands instead. */
export function visitor(at: Date, given: object = {}): Record<string, unknown> {
  return { temperature: 36.5, mask: true, symptoms: [], deviceEventId: newId(), deviceAt: at.toISOString(), ...given };
}
