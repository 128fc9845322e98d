import { type Static, Type } from 'typebox';
import { nullable, Text } from '../contract/types.ts';

const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5][05]$|^24:00$' });
export const Spans = Type.Array(Type.Object({ from: Time, to: Time }, { additionalProperties: false }), { maxItems: 6 });
const Group = Type.String({ minLength: 1, maxLength: 20 });
const Ref = Type.String({ minLength: 1, maxLength: 40 });

/** What a place can take. The same shape for halls, canteens (no windows: places at table) and rooms (each room a window). */
export const Plan = Type.Object(
  {
    kind: Type.Enum(['hall', 'canteen', 'rooms']),
    /** Where it is not a venue of its own. */
    name: Type.Optional(Text),
    cap: Type.Integer({ minimum: 0, maximum: 100_000, description: 'People inside at once' }),
    specialCap: Type.Integer({ minimum: 0, maximum: 10_000, description: 'People in the special hall at once' }),
    zones: Type.Array(Type.Object({ zone: Ref, name: Text, cap: Type.Integer({ minimum: 0, maximum: 100_000 }) }), { maxItems: 40 }),
    groups: Type.Array(Type.Object({ group: Group, name: Text }), { minItems: 1, maxItems: 40 }),
    windows: Type.Array(
      Type.Object({
        windowNo: Ref,
        groups: Type.Array(Group, { minItems: 1, maxItems: 40 }),
        zone: Type.Optional(Ref),
        personCap: Type.Integer({ minimum: 0, maximum: 500, description: 'People at this window, or in this room, at once' }),
        special: Type.Optional(Type.Boolean({ description: 'Serves the special hall only' })),
      }),
      { maxItems: 300 },
    ),
    /** Which group does what and how long it takes, in cells of five minutes (difficulty 1 to 6). The first that fits holds. */
    services: Type.Array(
      Type.Object({
        group: Group,
        cells: Type.Integer({ minimum: 1, maximum: 96 }),
        items: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 2000 })),
        units: Type.Optional(Type.Array(Type.String({ maxLength: 120 }), { maxItems: 200 })),
      }),
      { minItems: 1, maxItems: 400 },
    ),
    doors: Type.Array(
      Type.Object({
        door: Ref,
        name: Text,
        direction: Type.Enum(['in', 'out', 'both']),
        steps: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 12 }),
      }),
      { maxItems: 20 },
    ),
    /** Weekday (0 Sunday) → spans; without it the venue's own hours hold. */
    hours: Type.Optional(Type.Record(Type.String({ pattern: '^[0-6]$' }), Spans)),
    walkInPercent: Type.Integer({ minimum: 0, maximum: 90, description: 'Share of the windows’ time kept for who comes without booking' }),
    walkInHours: Type.Integer({ minimum: 0, maximum: 24, description: 'So long before, what is left of that share can be booked too' }),
    leadMinutes: Type.Integer({ minimum: 0, maximum: 60, multipleOf: 5 }),
    tailMinutes: Type.Integer({ minimum: 0, maximum: 60, multipleOf: 5 }),
    partyMax: Type.Integer({ minimum: 1, maximum: 500 }),
    perPersonDay: Type.Integer({ minimum: 1, maximum: 20, description: 'Live bookings of one person here on one day' }),
    holdMinutes: Type.Integer({ minimum: 1, maximum: 60 }),
    offerHours: Type.Integer({ minimum: 1, maximum: 240, description: 'How long an offered place is held' }),
    /** A day is released so many days before, at this local time: to people with priority first, to everybody so many minutes later. */
    release: Type.Object({
      daysAhead: Type.Integer({ minimum: 0, maximum: 60 }),
      at: Time,
      priorityMinutes: Type.Integer({ minimum: 0, maximum: 1440 }),
    }),
  },
  { additionalProperties: false },
);
export type Plan = Static<typeof Plan>;
/** `step`: matters of this kind begin so many cells after each other, where not one after the other. */
export type Service = Plan['services'][number] & { readonly step?: number };
/** Rooms are taken from any quarter of an hour on. */
const roomStep = 3;
export type Span = { readonly from: string; readonly to: string };
export type ExceptionDay = { readonly day: string; readonly spans: readonly Span[]; readonly reason: Static<typeof Text> };

/** Who serves an item here and for how long; `undefined` where nobody does. A unit stands for all below it. */
export function serviceFor(plan: Plan, item: { code: string; unit: string } | undefined): Service | undefined {
  return plan.services.find(({ items, units }) => {
    if (!item) return !items && !units;
    if (!items && !units) return true;
    return items?.includes(item.code) || units?.some((unit) => item.unit === unit || item.unit.startsWith(`${unit}/`));
  });
}

/** The service of a group where no item is concerned (a room, a meal), with the length that was asked for. */
export function serviceOfGroup(plan: Plan, group: string, minutes: number | undefined): Service | undefined {
  const service = plan.services.find((one) => one.group === group);
  return service && minutes && plan.kind === 'rooms' ? { ...service, cells: minutes / 5, step: roomStep } : service;
}

/** What is wrong with a plan that the schema cannot say: names that lead nowhere or stand twice. Paths as in the plan. */
export function faultsOf(plan: Plan): readonly { path: string; code: string }[] {
  const groups = new Set(plan.groups.map(({ group }) => group));
  const zones = new Set(plan.zones.map(({ zone }) => zone));
  const faults = [
    ...plan.windows.flatMap((window, index) => [
      ...(window.groups.every((group) => groups.has(group)) ? [] : [{ path: `windows.${index}.groups`, code: 'not_a_choice' }]),
      ...(window.zone === undefined || zones.has(window.zone) ? [] : [{ path: `windows.${index}.zone`, code: 'not_a_choice' }]),
    ]),
    ...plan.services.flatMap((service, index) =>
      groups.has(service.group) ? [] : [{ path: `services.${index}.group`, code: 'not_a_choice' }],
    ),
  ];
  const twice = (list: readonly string[], path: string) => (new Set(list).size === list.length ? [] : [{ path, code: 'invalid' }]);
  return [
    ...faults,
    ...twice(
      plan.windows.map(({ windowNo }) => windowNo),
      'windows',
    ),
    ...twice(
      plan.zones.map(({ zone }) => zone),
      'zones',
    ),
    ...twice(
      plan.groups.map(({ group }) => group),
      'groups',
    ),
  ];
}

export const NamedPlan = Type.Object({
  venue: Type.String(),
  version: Type.Integer(),
  validFrom: Type.String(),
  plan: Plan,
  nextVersion: nullable(Type.Object({ version: Type.Integer(), validFrom: Type.String() })),
});
