import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Actor } from '#kernel/actor.ts';
import { type App, bindEndpoints, type StoredFile } from '#kernel/app.ts';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/locale.ts';
import { perform } from '#kernel/pipeline.ts';
import { isRefusal } from '#kernel/result.ts';
import { uploadEndpoint } from '#modules/documents/index.ts';
import { actorOf, ensurePerson, personIdsByUsername } from '#modules/identity/index.ts';
import type { Applicant } from './script.ts';

/** Who does something in the play, when, in which language. */
export type Moment = { readonly now: Date; readonly actor: Actor; readonly language: Language };

/** What a play needs: people who act, papers to hand in, and the acts themselves through the one door. */
export type Stage = {
  readonly app: App;
  readonly personIdOf: (username: string) => Promise<string>;
  readonly actorOf: (username: string) => Promise<Actor>;
  readonly applicantOf: (applicant: Applicant, at: Pick<Moment, 'now' | 'language'>) => Promise<Actor>;
  /** An act of the cases; throws what it was refused with. */
  readonly act: (name: string, input: object, moment: Moment) => Promise<Readonly<Record<string, unknown>>>;
  /** A file of the person, under this name. */
  readonly paper: (name: string, moment: Moment) => Promise<string>;
};

const sheet = fileURLToPath(new URL('../../../data/demo/paper.jpg', import.meta.url));

export async function openStage(app: App): Promise<Stage> {
  const bound = bindEndpoints(app.modules);
  const call = callOn(app);
  const acts = new Map([...bound.values()].filter(({ module }) => module.name === 'cases').map((one) => [one.name, one]));
  const upload = bound.get(uploadEndpoint);
  const stored = await storeSheet(app);
  const personIdOf = async (username: string) => {
    const personId = (await app.db.read((tx) => personIdsByUsername(tx, [username]))).get(username);
    return personId ?? fail(`nobody is called ${username}`);
  };
  const byUsername = async (username: string) => findActor(app, await personIdOf(username));
  return {
    app,
    personIdOf,
    actorOf: byUsername,
    applicantOf: (applicant, at) => ('username' in applicant ? byUsername(applicant.username) : addApplicant(app, applicant, at)),
    act: async (name, input, moment) => call(acts.get(name) ?? fail(`there is no act ${name}`), input, moment),
    paper: async (name, moment) =>
      (await call(upload ?? fail('files cannot be uploaded'), { ...stored, name: `${name}.jpg` }, moment))['fileId'] as string,
  };
}

type Bound = Parameters<typeof perform>[1]['bound'];

function callOn(app: App) {
  return async (bound: Bound, input: object, { now, actor, language }: Moment) => {
    const call = { bound, input, actor, language, requestId: newId(), address: '127.0.0.1' };
    const outcome = await perform({ ...app, now: () => now }, call);
    return outcome.kind === 'done' ? (outcome.body as Readonly<Record<string, unknown>>) : fail(JSON.stringify(outcome));
  };
}

async function findActor(app: App, personId: string): Promise<Actor> {
  return (await app.db.read((tx) => actorOf(tx, personId))) ?? fail(`nobody has the id ${personId}`);
}

/** Known by a number that can be nobody's: the end of the phone, which differs from case to case. */
async function addApplicant(
  app: App,
  { name, phone }: { name: string; phone: string },
  at: Pick<Moment, 'now' | 'language'>,
): Promise<Actor> {
  const known = { name, phone, number: `DEMO${phone.slice(-4)}` };
  const { personId } = await app.db.transaction((tx) => ensurePerson({ tx, ...at }, known));
  return findActor(app, personId);
}

/** The one placeholder picture, put away once; every paper of every case is recorded as it. */
async function storeSheet(app: App): Promise<StoredFile> {
  const stream = (async function* () {
    yield readFileSync(sheet);
  })();
  const stored = (await app.uploads?.store({ name: 'paper.jpg', stream })) ?? fail('there is no store for files');
  return isRefusal(stored) ? fail(JSON.stringify(stored)) : stored;
}

function fail(why: string): never {
  throw new Error(why);
}
