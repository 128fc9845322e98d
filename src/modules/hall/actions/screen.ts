import type { Act, Action, Input } from '#kernel/endpoint.ts';
import { hasRole } from '#kernel/actor.ts';
import { newId } from '#kernel/ids.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/result.ts';
import { markArrived } from '#modules/appointments/index.ts';
import type * as contract from '../contract/door.ts';
import type { EntryRefused, VisitEntered } from '../facts.ts';
import { findGuest, type Guest } from '../guest.ts';
import { offersFor } from '../offers.ts';
import { openPlace, type Place } from '../place.ts';
import { findAlertOf } from '../queries/alerts.ts';
import { findOpenLease } from '../queries/headcount.ts';
import { keepReading } from '../queries/health.ts';
import { findPolicy } from '../queries/policy.ts';
import { decideReading } from '../queries/robots.ts';
import {
  claimEvent,
  findEvent,
  findScreening,
  findVisitOfScreening,
  insertScreening,
  insertVisit,
  type ScreeningRow,
  setEventSubject,
} from '../queries/visits.ts';
import { type Decision, decide, isHealthFinding, needsHand, type Outcome, type Seen } from '../rules/screening.ts';
import { hallSettings } from '../settings.ts';
import { raiseAlert } from './alerts.ts';
import { countIn, lockPlace } from './count.ts';
import { type Moment, momentOf, sourceOf } from './moment.ts';

type Screening = Input<typeof contract.screen>;
const dayMs = 86_400_000;

/** 入口筛查: the policy decides, the headcount limits, and whoever is turned away is told another way. The same event sent again is answered the same. */
export const screen: Action<typeof contract.screen> = async (act, input) => {
  const place = await openPlace(act, input.venue, ['gate', 'window', 'supervisor']);
  if (isRefusal(place)) return place;
  if (input.override && !hasRole(act.actor, ['supervisor'])) return refuse('override_not_yours');
  const moment = await momentOf(act, place, input);
  if (isRefusal(moment)) return (await answeredBefore(act, place, input)) ?? moment;
  const claim = { source: moment.source, eventId: input.deviceEventId, kind: 'screening', at: moment.at };
  if (!(await claimEvent(act.tx, claim))) return (await answeredBefore(act, place, input)) ?? refuse('screening_unknown');
  const locked = await lockPlace(act, place);
  const guest = await findGuest(act, place, input);
  if (isRefusal(guest)) return guest;
  const judged = await judge(act, place, input);
  if (isRefusal(judged)) return judged;
  const done = { place, moment, input, guest, ...judged, screeningId: newId() };
  await writeScreening(act, done);
  const visitId = isIn(judged.decision.outcome) ? newId() : null;
  if (visitId) {
    await writeVisit(act, { ...done, visitId });
    const entry = { area: areaOf(judged.decision.outcome), people: guest.party, visitId, override: input.override, moment };
    const full = await countIn(act, locked, entry);
    if (full) return full;
  }
  const alertNo = judged.decision.outcome === 'isolate' ? await raiseAlert(act, done) : null;
  return toAnswer(act, place, { ...done, visitId, alertNo, decision: judged.decision });
};

export type Done = {
  readonly place: Place;
  readonly moment: Moment;
  readonly input: Screening;
  readonly guest: Guest;
  readonly seen: Seen;
  readonly decision: Decision;
  readonly policyVersion: number;
  readonly screeningId: string;
};

/** By the version that holds; what was decided without a line, by the version the device went by. */
async function judge(
  act: Act,
  place: Place,
  input: Screening,
): Promise<Pick<Done, 'seen' | 'decision' | 'policyVersion'> | Refusal<'second_reading_needed' | 'screening_unknown'>> {
  const known = input.offline && input.policyVersion ? await findPolicy(act.tx, input.policyVersion) : undefined;
  const policy = known ?? place.policy;
  const { measuredBy, temperature } = input;
  if (measuredBy === 'robot' && needsHand(policy.rules, { temperature, quality: 'good' }))
    return refuse('second_reading_needed', { minutes: policy.rules.handWithinMinutes });
  if (!input.offline && repeats(input) && !(await findFirst(act, input))) return refuse('screening_unknown');
  const seen = toSeen(input);
  return { seen, decision: decide(policy.rules, seen), policyVersion: policy.version };
}

/** The first screening: by its id, or by what this device called it. */
async function findFirst(act: Act, { repeats: first, repeatsEvent }: Screening): Promise<string | null> {
  const id = first ?? (repeatsEvent && (await findEvent(act.tx, sourceOf(act), repeatsEvent))?.subjectId);
  return (id && (await findScreening(act.tx, id))?.screeningId) || null;
}

function repeats({ repeats: first, repeatsEvent }: Screening): boolean {
  return first !== undefined || repeatsEvent !== undefined;
}

function toSeen(input: Screening): Seen {
  const { temperature, mask, symptoms, region, isolationRecord, stricter } = input;
  return {
    temperature,
    mask: mask === true ? 'worn' : mask === false ? 'none' : mask,
    symptoms,
    regions: [region ?? []]
      .flat()
      .map((code) => code.trim())
      .filter((code) => code !== ''),
    second: repeats(input),
    ...(isolationRecord === undefined ? {} : { isolationRecord }),
    ...(stricter === undefined ? {} : { stricter }),
  };
}

function isIn(outcome: Outcome): boolean {
  return outcome === 'enter' || outcome === 'special';
}

function areaOf(outcome: Outcome): 'hall' | 'special' {
  return outcome === 'special' ? 'special' : 'hall';
}

async function writeScreening(act: Act, { place, moment, input, guest, seen, decision, policyVersion, screeningId }: Done): Promise<void> {
  const { source, byName, door, deviceAt, at, receivedAt, localDay } = moment;
  const bookingNo = guest.booking?.bookingNo ?? null;
  const { outcome } = decision;
  await insertScreening(act.tx, {
    screeningId,
    venueCode: place.venue.code,
    door,
    policyVersion,
    outcome,
    repeats: repeats(input) ? await findFirst(act, input) : null,
    bookingNo,
    localDay,
    deviceAt,
    at,
    receivedAt,
    byName,
    source,
  });
  await setEventSubject(act.tx, { source, eventId: input.deviceEventId, subjectId: screeningId });
  if (input.readingId) await decideReading(act.tx, { readingId: input.readingId, venue: place.venue.code, screeningId });
  if (bookingNo && outcome === 'enter') await markArrived(act, bookingNo);
  if (bookingNo && !isIn(outcome)) act.publish('entry_refused', { screeningId, venue: place.venue.code, bookingNo } satisfies EntryRefused);
  if (!isHealthFinding(decision) && outcome !== 'isolate') return;
  const { temperature, symptoms, regions } = seen;
  await keepReading(act.tx, {
    readingId: newId(),
    screeningId,
    day: localDay,
    sealed: hallSettings().box.seal({ temperature, symptoms, regions, reasons: decision.reasons, identity: guest.identity }),
    purgeAt: new Date(at.getTime() + place.policy.rules.readingDays * dayMs),
  });
}

async function writeVisit(act: Act, { place, moment, guest, decision, screeningId, visitId }: Done & { visitId: string }): Promise<void> {
  const area = areaOf(decision.outcome);
  const bookingNo = guest.booking?.bookingNo ?? null;
  const { name, phone, idNumber, origin } = guest.identity;
  await insertVisit(act.tx, {
    visitId,
    venueCode: place.venue.code,
    area,
    door: moment.door,
    screeningId,
    bookingNo,
    party: guest.party,
    shown: guest.shown,
    personKey: guest.personKey,
    sealedIdentity: name || phone || idNumber ? hallSettings().box.seal({ name, phone, personId: guest.booking?.personId }) : null,
    origin: origin ?? null,
    localDay: moment.localDay,
    enteredAt: moment.at,
    leftAt: null,
  });
  act.publish('visit_entered', { visitId, venue: place.venue.code, area, bookingNo } satisfies VisitEntered);
}

/** What was answered the first time, worked out again from what was kept and what was sent: the decision is a function of both. */
async function answeredBefore(act: Act, place: Place, input: Screening) {
  const event = await findEvent(act.tx, sourceOf(act), input.deviceEventId);
  const row = event?.subjectId ? await findScreening(act.tx, event.subjectId) : undefined;
  if (!row) return undefined;
  const [policy, visit, alert] = [
    (await findPolicy(act.tx, row.policyVersion)) ?? place.policy,
    await findVisitOfScreening(act.tx, row.screeningId),
    await findAlertOf(act.tx, row.screeningId),
  ];
  const decision = { outcome: row.outcome, reasons: decide(policy.rules, toSeen(input)).reasons };
  return toAnswer(act, place, { ...pickIds(row), decision, visitId: visit?.visitId ?? null, alertNo: alert?.alertNo ?? null });
}

function pickIds({ screeningId, policyVersion }: ScreeningRow) {
  return { screeningId, policyVersion };
}

type Answered = Pick<Done, 'screeningId' | 'policyVersion' | 'decision'> & {
  readonly visitId: string | null;
  readonly alertNo: string | null;
};

async function toAnswer(act: Act, place: Place, { screeningId, policyVersion, decision, visitId, alertNo }: Answered) {
  const lease = act.actor.device && (await findOpenLease(act.tx, act.actor.device.deviceId, 'hall'));
  return {
    outcome: decision.outcome,
    reasons: [...decision.reasons],
    visitId,
    screeningId,
    policyVersion,
    offers: await offersFor(act, place, decision),
    alertNo,
    leasePlaces: lease ? lease.places - lease.used : 0,
  };
}
