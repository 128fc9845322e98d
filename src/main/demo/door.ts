import { hmacHex } from '#adapters/seal-box.ts';
import type { Actor } from '#kernel/actor.ts';
import { anyone } from '#kernel/actor.ts';
import { type App, bindEndpoints } from '#kernel/app.ts';
import { newId } from '#kernel/ids.ts';
import { perform } from '#kernel/pipeline.ts';
import { actorOf, personIdsByUsername } from '#modules/identity/index.ts';

const hall = 'hechuan-hall';
const minuteMs = 60_000;
const morningMinutes = 180;

type Answer = Readonly<Record<string, unknown>>;
type Play = (name: string, input: object, how: { by: Actor; minutesAgo: number }) => Promise<Answer>;

/** Who comes: how many minutes ago, with how many, from where; most leave again after their time. */
const origins = ['990101', '990101', '990102', '990101', 'VN-990101', '990102', '430100', '990101'];
const surnames = ['林', '沙', '阮', '何', '顾', '燕', '程', '柏', '黎', '温'];

/** This morning at the main hall, played through the real acts: a policy, devices, visitors who come and go, one isolated, a robot’s readings. */
export async function loadDemoDoor(app: App): Promise<number> {
  const now = app.now();
  const play = playOn(app, now);
  const [gate, admin, operator] = await Promise.all(['gate', 'admin', 'operator'].map((username) => findActor(app, username)));
  if (!gate || !admin || !operator) throw new Error('the demo’s people at the door are missing');
  const { rows } = await play('listPolicies', {}, { by: admin, minutesAgo: morningMinutes });
  const [first] = rows as { version: number; rules: object }[];
  const rules = {
    ...first?.rules,
    regions: [{ code: '42', name: { 'zh-Hans': '湖北省', vi: 'Hồ Bắc', en: 'Hubei' } }],
    hospital: demoHospital,
  };
  await play('publishPolicy', { version: first?.version, rules }, { by: admin, minutesAgo: morningMinutes });
  const visits = await playVisitors(play, gate);
  await playOddOnes(play, gate);
  await playRobot({ play, now }, operator);
  return visits;
}

const demoHospital = {
  'zh-Hans': '禾川市第一医院发热门诊',
  vi: 'Phòng khám sốt, Bệnh viện số 1 Hòa Xuyên',
  en: 'Hechuan First Hospital, fever clinic',
};

async function playVisitors(play: Play, gate: Actor): Promise<number> {
  let visits = 0;
  for (let minutesAgo = morningMinutes - 5; minutesAgo > 2; minutesAgo -= 4) {
    const nth = visits;
    const party = nth % 5 === 0 ? 2 : 1;
    const name = `${surnames[nth % surnames.length]}某某`;
    const identity = { name, phone: `1390000${String(1000 + nth)}`, origin: origins[nth % origins.length] };
    const { visitId } = await play('screen', healthy({ party, identity, temperature: 36.1 + (nth % 8) / 10 }), { by: gate, minutesAgo });
    visits += 1;
    const stays = 18 + ((nth * 7) % 30);
    if (minutesAgo > stays)
      await play('exit', { venue: hall, visitId, deviceEventId: newId() }, { by: gate, minutesAgo: minutesAgo - stays });
  }
  return visits;
}

function healthy(given: object): object {
  return { venue: hall, door: 'east', mask: true, symptoms: [], temperature: 36.5, deviceEventId: newId(), ...given };
}

/** Two for the special hall, one without a mask, one with a fever who is measured twice. */
async function playOddOnes(play: Play, gate: Actor): Promise<void> {
  for (const minutesAgo of [95, 20])
    await play('screen', healthy({ region: '420100', isolationRecord: true, identity: { name: '程某某', origin: '420100' } }), {
      by: gate,
      minutesAgo,
    });
  await play('screen', healthy({ mask: 'replaced', identity: { name: '柏某某', origin: '990101' } }), { by: gate, minutesAgo: 40 });
  const identity = { name: '沙某某', phone: '13900002345', unit: '安和街道', origin: '990101' };
  const first = await play('screen', healthy({ temperature: 37.8, identity }), { by: gate, minutesAgo: 25 });
  await play('screen', healthy({ temperature: 37.9, repeats: first['screeningId'], identity }), { by: gate, minutesAgo: 18 });
}

async function playRobot({ play, now }: { play: Play; now: Date }, operator: Actor): Promise<void> {
  const robot = { venue: hall, door: 'east', name: '1号测温机器人', scopes: ['robot'] };
  const { deviceId, key } = await play('addDevice', robot, { by: operator, minutesAgo: morningMinutes });
  const readings = Array.from({ length: 120 }, (_, nth) => ({
    id: `demo-${nth}`,
    at: new Date(now.getTime() - (120 - nth) * minuteMs).toISOString(),
    temperature: nth === 117 ? 37.2 : 36 + (nth % 8) / 10,
    quality: 'good',
  }));
  const content = JSON.stringify({ readings });
  const sentAt = now.toISOString();
  const signed = { deviceId, sentAt, content, signature: hmacHex(String(key), `${sentAt}.${content}`) };
  await play('postReadings', signed, { by: anyone, minutesAgo: 0 });
}

function playOn(app: App, now: Date): Play {
  const acts = new Map(
    [...bindEndpoints(app.modules).values()].filter(({ module }) => module.name === 'hall').map((one) => [one.name, one]),
  );
  return async (name, input, { by, minutesAgo }) => {
    const bound = acts.get(name);
    if (!bound) throw new Error(`the hall has no act ${name}`);
    const at = new Date(now.getTime() - minutesAgo * minuteMs);
    const call = { bound, input, actor: by, language: 'zh-Hans' as const, requestId: newId(), address: '127.0.0.1' };
    const outcome = await perform({ ...app, now: () => at }, call);
    if (outcome.kind !== 'done') throw new Error(`demo at the door: ${name} ${JSON.stringify(outcome)}`);
    return outcome.body as Answer;
  };
}

async function findActor(app: App, username: string): Promise<Actor | undefined> {
  return app.db.read(async (tx) => {
    const personId = (await personIdsByUsername(tx, [username])).get(username);
    return personId ? actorOf(tx, personId) : undefined;
  });
}
