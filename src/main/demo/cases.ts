import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { type Language, textIn } from '#kernel/locale.ts';
import { type Calendar, dayOf } from '#kernel/workdays.ts';
import { findItem, type Item } from '#modules/catalogue/index.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { type DemoCase, readScript, type Step, type Way } from './script.ts';
import { type Moment, openStage, type Stage } from './stage.ts';
import { instantOf, withDays } from './times.ts';

const atOnce = 6;

/**
 * Plays the demo's cases through the real acts, each at its own time before now, and says how many came of it. A step that is refused is a mistake and throws;
 * a case from before its item was in force is left out, as happens on the clock of an earlier year.
 */
export async function loadDemoCases(app: App): Promise<number> {
  const stage = await openStage(app);
  const cases = readScript();
  const byApplicant = [...Map.groupBy(cases, ({ applicant }) => JSON.stringify(applicant)).values()];
  const played = await Promise.all(Array.from({ length: atOnce }, () => playAll(stage, byApplicant)));
  return played.reduce((sum, one) => sum + one, 0);
}

/** Cases of one person one after the other: a person has one open draft of an item. */
async function playAll(stage: Stage, waiting: DemoCase[][]): Promise<number> {
  let played = 0;
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    let previous: string | undefined;
    for (const demo of next) {
      const standing = await play(stage, demo, previous);
      if (standing) played += 1;
      previous = standing?.caseNo;
    }
  }
  return played;
}

type Scene = {
  readonly stage: Stage;
  readonly demo: DemoCase;
  readonly item: Item;
  readonly calendar: Calendar;
  readonly language: Language;
  /** Who applies: the person of the case, or the agent. */
  readonly applicant: Actor;
  readonly onBehalfOf: string | undefined;
  readonly now: Date;
  /** The same person's case before this one. */
  readonly previous?: string | undefined;
};
type Standing = { readonly draftId?: string; readonly caseNo?: string; readonly version?: number };

async function play(stage: Stage, demo: DemoCase, previous: string | undefined): Promise<Standing | undefined> {
  const scene = { ...(await openScene(stage, demo)), previous };
  if (!isInForce(scene)) return undefined;
  let standing: Standing = {};
  for (const step of demo.steps) {
    standing = await playStep(scene, standing, step).catch((error: Error) => {
      throw new Error(`demo case “${demo.about}”: ${step.act} by ${step.by} at ${step.at}: ${error.message}`, { cause: error });
    });
  }
  return standing;
}

function isInForce({ demo, item, calendar, now }: Scene): boolean {
  const first = instantOf(demo.steps[0]?.at ?? '', { now, calendar });
  return (item.effectiveFrom ?? '') <= dayOf(first, calendar.zone);
}

async function openScene(stage: Stage, demo: DemoCase): Promise<Scene> {
  const now = stage.app.now();
  const [item, directory] = await stage.app.db.read(
    async (tx) => [await findItem(tx, demo.itemCode, now), await getDirectory(tx)] as const,
  );
  if (!item) throw new Error(`demo case “${demo.about}”: there is no item ${demo.itemCode}`);
  const language = item.jurisdiction === 'VN' ? 'vi' : 'zh-Hans';
  const person = await stage.applicantOf(demo.applicant, { now, language });
  return {
    stage,
    demo,
    item,
    calendar: directory.calendarOf(directory.regionOf(item.unit)),
    language,
    applicant: demo.agent ? await stage.actorOf(demo.agent) : person,
    onBehalfOf: demo.agent ? person.personId : undefined,
    now,
  };
}

async function playStep(scene: Scene, standing: Standing, { act, by, at, data = {} }: Step): Promise<Standing> {
  const { stage, applicant, calendar, language } = scene;
  const now = instantOf(at, scene);
  const moment = { now, language, actor: by === 'applicant' ? applicant : await stage.actorOf(by) };
  if (act === 'draft') return draft(scene, moment);
  if (act === 'submit') return submit(scene, standing, moment);
  const said = withDays(await withPeopleAndPapers(scene, data, moment), dayOf(now, calendar.zone), calendar) as object;
  const name = act === 'message' ? 'writeMessage' : act.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const { version } = await stage.act(name, { ...standing, ...said }, moment);
  return version === undefined ? standing : { ...standing, version: version as number };
}

/** Opened, answered question by question, left as it is. */
async function draft(scene: Scene, moment: Moment): Promise<Standing> {
  const { stage, demo } = scene;
  const draftId = (await stage.act('startDraft', opening(scene), moment))['draftId'] as string;
  const answers = Object.entries(answersAt(scene, moment)).filter(([key]) => demo.answered?.includes(key) ?? true);
  for (const [key, value] of answers) await stage.act('saveAnswer', { draftId, key, value }, moment);
  const slots = demo.answered ? {} : await papers(scene, demo.slots, moment);
  for (const [slot, { fileIds, ...other }] of Object.entries(slots))
    await stage.act('saveSlot', { draftId, slot, ...(fileIds ? { add: fileIds } : other) }, moment);
  if (demo.delivery) await stage.act('saveDelivery', { draftId, ...demo.delivery }, moment);
  return { draftId };
}

async function submit(scene: Scene, { draftId }: Standing, moment: Moment): Promise<Standing> {
  const { stage, demo } = scene;
  const receipt = draftId
    ? await stage.act('submitDraft', { draftId }, moment)
    : await stage.act(
        'submit',
        {
          ...opening(scene),
          answers: answersAt(scene, moment),
          slots: await papers(scene, demo.slots, moment),
          delivery: demo.delivery ?? {},
        },
        moment,
      );
  return { caseNo: receipt['caseNo'] as string, version: receipt['version'] as number };
}

function opening({ demo, onBehalfOf }: Scene) {
  return { itemCode: demo.itemCode, ...(demo.channel ? { channel: demo.channel } : {}), ...(onBehalfOf ? { onBehalfOf } : {}) };
}

function answersAt({ demo, calendar }: Scene, { now }: Moment): Readonly<Record<string, unknown>> {
  return withDays(demo.answers, dayOf(now, calendar.zone), calendar) as Record<string, unknown>;
}

type Filling = { readonly fileIds?: readonly string[]; readonly owed?: true; readonly committed?: true };

const promised: Readonly<Partial<Record<Way, Filling>>> = { owed: { owed: true }, declared: { committed: true } };

/** Each paper is a file of the person, called what the item calls it. */
async function papers({ stage, item }: Scene, slots: Readonly<Record<string, Way>>, moment: Moment): Promise<Record<string, Filling>> {
  const filled: Record<string, Filling> = {};
  for (const [slot, way] of Object.entries(slots)) {
    const name = item.documents.find((document) => document.key === slot.split('.')[0])?.name;
    filled[slot] = promised[way] ?? { fileIds: [await stage.paper(name ? textIn(name, moment.language) : slot, moment)] };
  }
  return filled;
}

/** In what a step says, people are usernames and papers ways. */
async function withPeopleAndPapers(
  scene: Scene,
  { toUsername, officer, into, slots, ...data }: Readonly<Record<string, unknown>>,
  moment: Moment,
) {
  return {
    ...data,
    ...(toUsername ? { toPersonId: await scene.stage.personIdOf(toUsername as string) } : {}),
    ...(officer ? { officerId: await scene.stage.personIdOf(officer as string) } : {}),
    ...(into ? { into: scene.previous } : {}),
    ...(slots ? { slots: await papers(scene, slots as Readonly<Record<string, Way>>, moment) } : {}),
  };
}
