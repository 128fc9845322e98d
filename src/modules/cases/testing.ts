import type { Actor, Role } from '#kernel/actor.ts';
import { type App, bindEndpoints } from '#kernel/app.ts';
import { type Database, undo } from '#kernel/db.ts';
import { newId } from '#kernel/ids.ts';
import { type Outcome, perform } from '#kernel/pipeline.ts';
import { uploadEndpoint } from '#modules/documents/index.ts';
import { actorOf, ensurePerson, personIdsByUsername } from '#modules/identity/index.ts';
import type { State } from './rules/states.ts';

/** A case as its last act left it. */
export type Standing = { readonly caseNo: string; readonly state: State; readonly version: number };
type Said = Readonly<Record<string, unknown>>;

/** Somebody who holds one role, made up: the pipeline asks no more of an actor. */
export function officer(role: Role, unitCode: string): Actor {
  return { kind: 'person', personId: newId(), name: `${role} ${unitCode}`, grants: [{ role, unitCode }], unitCode, sessionId: undefined };
}

/** The food licence has a stage of its own unit beside one of another, an extension, pauses and papers that may be owed. */
export const unit = 'market-regulation/food-licensing';
export const food = {
  itemCode: '440131904206',
  answers: {
    shopName: '禾味小厨',
    business: 'shop',
    premisesAddress: '安和区柳岸街16号',
    premisesArea: 20,
    staff: [{ name: '林青禾', idNo: 'DEMO7100' }],
  },
};
/** Decided at once, without a stage to review. */
export const sole = {
  itemCode: '000713102001',
  answers: { hasName: true, shopName: '拾光杂货', trade: 'goods', address: '安和区柳岸街22号', owner: '林青禾', family: false },
};
/** A Vietnamese item: late ones say sorry by themselves, and the limit begins again after a correction. */
export const household = {
  itemCode: '1.001612',
  answers: {
    name: 'Hộ kinh doanh Bếp Hải Đường',
    address: '31 đường Hải Đường, phường Hòa Lam',
    trade: 'food',
    capital: 80_000_000,
    workers: 3,
    group: false,
  },
};

export const cast = {
  window: officer('window', 'service-bureau'),
  reviewer: officer('reviewer', unit),
  asked: officer('reviewer', 'ecology'),
  signer: officer('signer', 'market-regulation'),
  head: officer('head', 'market-regulation'),
  supervisor: officer('supervisor', ''),
  registrar: officer('reviewer', 'market-regulation/enterprise-registration'),
};

/** The module on a database, spoken to through the pipeline as whoever one likes, at whatever time. */
export type Play = {
  readonly citizen: Actor;
  readonly fileId: string;
  readonly app: App;
  readonly attempt: (act: string, input: Said, actor: Actor) => Promise<Outcome>;
  /** An act that must not be refused. */
  readonly does: (act: string, input: Said, actor: Actor) => Promise<Standing>;
  /** The code an act is refused with, or `done`. */
  readonly answers: (act: string, input: Said, actor: Actor) => Promise<string>;
  readonly submits: (what?: Said, slots?: Said) => Promise<Standing>;
  /** The same office, and somebody else who applies there for the first time. */
  readonly newcomer: () => Promise<Play>;
  /** The same office so many days later. */
  readonly later: (days: number) => Play;
};

export async function openPlay(app: App): Promise<Play> {
  const citizen = await app.db.read(async (tx) => actorOf(tx, (await personIdsByUsername(tx, ['citizen'])).get('citizen') ?? ''));
  if (!citizen) throw new Error('the demo has no citizen');
  return playAs(app, citizen);
}

async function playAs(app: App, citizen: Actor): Promise<Play> {
  const upload = bindEndpoints(app.modules).get(uploadEndpoint);
  const sheet = { key: 'files/00/sheet', name: 'sheet.jpg', bytes: 1, sha256: '0'.repeat(64), mediaType: 'image/jpeg' };
  const sent = upload && (await perform(app, { bound: upload, input: sheet, actor: citizen, ...request }));
  if (sent?.kind !== 'done') throw new Error(`the sheet could not be uploaded: ${JSON.stringify(sent)}`);
  return playOn(app, citizen, (sent.body as { fileId: string }).fileId);
}

const request = { language: 'zh-Hans', requestId: 'test', address: '127.0.0.1' } as const;
const dayMs = 86_400_000;

let newcomers = 0;

async function newcomerTo(app: App): Promise<Play> {
  newcomers += 1;
  const known = { name: `新来者${newcomers}`, phone: '0600-620 5599', number: `NEW${newId()}` };
  const person = await app.db.transaction((tx) => ensurePerson({ tx, now: app.now(), language: 'zh-Hans' }, known));
  const actor = await app.db.read((tx) => actorOf(tx, person.personId));
  if (!actor) throw new Error('the newcomer is nobody');
  return playAs(app, actor);
}

function playOn(app: App, citizen: Actor, fileId: string): Play {
  const acts = new Map([...bindEndpoints(app.modules).values()].filter((one) => one.module.name === 'cases').map((one) => [one.name, one]));
  const attempt: Play['attempt'] = (act, input, actor) => {
    const bound = acts.get(toCamel(act));
    if (!bound) throw new Error(`cases knows no ${act}`);
    return perform(app, { bound, input, actor, ...request });
  };
  const does: Play['does'] = async (act, input, actor) => {
    const outcome = await attempt(act, input, actor);
    if (outcome.kind !== 'done') throw new Error(`${actor.name} could not ${act}: ${JSON.stringify(outcome)}`);
    return outcome.body as Standing;
  };
  return {
    citizen,
    fileId,
    app,
    attempt,
    does,
    answers: async (act, input, actor) => codeOf(await attempt(act, input, actor)),
    submits: (what = food, slots = {}) => does('submit', { ...what, slots: { ...slotsOf(what, fileId), ...slots } }, citizen),
    newcomer: () => newcomerTo(app),
    later: (days) => playOn({ ...app, now: () => new Date(app.now().getTime() + days * dayMs) }, citizen, fileId),
  };
}

export function codeOf(outcome: Outcome): string {
  return outcome.kind === 'refused' ? outcome.code : outcome.kind;
}

export function toCamel(act: string): string {
  return act.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

const papersByItem: Readonly<Record<string, readonly string[]>> = {
  [food.itemCode]: ['businessLicence', 'premisesProof', 'floorPlan', 'healthCertificates'],
  [sole.itemCode]: ['identity', 'premisesProof'],
  [household.itemCode]: ['application', 'identity', 'premises'],
};

function slotsOf(what: Said, fileId: string): Said {
  return Object.fromEntries((papersByItem[String(what['itemCode'])] ?? []).map((slot) => [slot, { fileIds: [fileId] }]));
}

/** Whatever is done on it is undone at its end, so that one case serves many attempts. */
export function undoing(app: App): App {
  const transaction: Database['transaction'] = (work) => app.db.transaction(async (tx) => undo(await work(tx)));
  return { ...app, db: { ...app.db, transaction } };
}

/** A food licence in each state, led there by the acts of those who may. */
export const caseIn: Readonly<Record<State, (play: Play) => Promise<Standing>>> = {
  submitted: (play) => play.submits(),
  correction: async (play) => play.does('ask-correction', { ...(await caseIn.submitted(play)), flags: [flag], note: '' }, cast.window),
  review: async (play) => play.does('accept', await caseIn.submitted(play), cast.window),
  deciding: async (play) =>
    play.does('propose', { ...(await reviewed(play, await caseIn.review(play))), outcome: 'approved' }, cast.reviewer),
  decided: async (play) => play.does('sign', await caseIn.deciding(play), cast.signer),
  served: async (play) => play.does('serve', { ...(await caseIn.decided(play)), way: 'counter' }, cast.window),
  closed: async (play) => caseIn.served(play),
  'not-accepted': async (play) => play.does('refuse-intake', { ...(await caseIn.submitted(play)), reason: 'no' }, cast.window),
  withdrawn: async (play) => play.does('withdraw', await caseIn.review(play), play.citizen),
  merged: async (play) => {
    const { caseNo: into } = await caseIn.submitted(play);
    return play.does('merge', { ...(await caseIn.submitted(play)), into }, cast.window);
  },
  lapsed: async (play) => play.later(40).does('lapse', await caseIn.correction(play), cast.window),
};

export const flag = { path: 'slots.floorPlan', note: 'too dark' };

/** Both lanes of the review done, each by its own unit. */
export async function reviewed(play: Play, file: Standing): Promise<Standing> {
  const finished = await play.does('finish-stage', { ...file, stage: 'documents', outcome: 'pass', opinion: 'ok' }, cast.reviewer);
  return play.does('finish-stage', { ...finished, stage: 'environment', outcome: 'pass', opinion: 'ok' }, cast.asked);
}

/** An id that is nobody's and nothing's. */
export const nowhere = '0198c0de-0000-7000-8000-000000000000';
/** What goes with each act besides the case, where it wants anything. */
export const said: Readonly<Record<string, object>> = {
  'accept-tolerated': { promise: 'within ten days' },
  'refuse-intake': { reason: 'not ours' },
  'ask-correction': { flags: [flag] },
  'answer-correction': { contest: 'it is right' },
  supply: { slot: 'healthCertificates.0', fileIds: [nowhere] },
  'finish-stage': { stage: 'documents', outcome: 'pass', opinion: 'ok' },
  'ask-opinion': { unitCode: 'fire-rescue', question: 'safe?' },
  'pause-clock': { reason: 'hearing' },
  extend: { reason: 'a hard one' },
  merge: { into: 'HC00-0000-0000' },
  'open-green': { officerId: nowhere, reason: 'urgent' },
  propose: { outcome: 'approved' },
  'send-back': { reason: 'look again' },
  reopen: { reason: 'an error', basis: 'article 69' },
  'check-later': { what: 'decision', result: 'right' },
  revoke: { reason: 'got by a lie', basis: 'article 69' },
  rate: { grade: 5 },
  apologise: { on: '2030-01-07', reason: 'late' },
};
