import { Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';

const Code = Type.String({ minLength: 1, maxLength: 200 });
const Day = Type.String({ pattern: '^(19|20|21)\\d{2}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD' });
const Phone = Type.String({ pattern: '^[+\\d][\\d\\s()-]{2,29}$' });
const Version = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
const Id = Type.String({ format: 'uuid' });
const TextShape = Type.Object(
  {
    'zh-Hans': Type.Optional(Type.String({ maxLength: 300 })),
    'zh-Hant': Type.Optional(Type.String({ maxLength: 300 })),
    vi: Type.Optional(Type.String({ maxLength: 300 })),
    en: Type.Optional(Type.String({ maxLength: 300 })),
  },
  { additionalProperties: false },
);
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()]);
const paging = { limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })), cursor: Type.Optional(Code) };
const listOf = <T extends Parameters<typeof Type.Array>[0]>(row: T) =>
  Type.Object({ rows: Type.Array(row), nextCursor: Nullable(Type.String()) });

export const addWorkdays = endpoint({
  method: 'GET',
  path: '/calendars/:calendar/add-workdays',
  may: 'anyone',
  about:
    'The day that lies `days` working days after `from`: day one is the next working day, 0 is `from` itself, a negative number counts back. ' +
    '`published` is false when the state has not announced that year yet, so that the day may still move.',
  input: Type.Object({ calendar: Code, from: Day, days: Type.Integer({ minimum: -2500, maximum: 2500 }) }),
  output: Type.Object({ on: Day, published: Type.Boolean() }),
  refusals: { calendar_unknown: 404, no_such_day: 400 },
  example: { calendar: 'CN', from: '2020-01-23', days: 5 },
});

export const listDays = endpoint({
  method: 'GET',
  path: '/calendars/:calendar/days',
  may: 'anyone',
  about: 'Each day from `from` to `to` (at most 400): worked or not, and the name of a holiday or the reason of a change.',
  input: Type.Object({ calendar: Code, from: Day, to: Day }),
  output: listOf(Type.Object({ day: Day, worked: Type.Boolean(), reason: Nullable(TextShape), published: Type.Boolean() })),
  refusals: { calendar_unknown: 404, no_such_day: 400, too_many_days: 400 },
  example: { calendar: 'CN', from: '2020-01-20', to: '2020-02-10' },
});

const UnitShape = Type.Object({
  code: Code,
  parentCode: Nullable(Code),
  regionCode: Code,
  name: Type.String(),
  names: TextShape,
  phone: Type.String(),
  headName: Nullable(Type.String()),
  version: Version,
});

export const listUnits = endpoint({
  method: 'GET',
  path: '/units',
  may: 'anyone',
  about: 'The units, all or those of one region; the name stands in the reader’s language.',
  input: Type.Object({ region: Type.Optional(Code), ...paging }),
  output: listOf(UnitShape),
  refusals: {},
});

const OfficerShape = Type.Object({
  personId: Id,
  name: Type.String(),
  title: Type.String(),
  unitCode: Code,
  unitName: Type.String(),
  venueCode: Nullable(Code),
  windowNo: Nullable(Type.Integer()),
  phone: Type.String(),
  version: Version,
});

export const getUnit = endpoint({
  method: 'GET',
  path: '/units/:code',
  may: 'anyone',
  about: 'One unit with its officers. A code with a slash is written with %2F.',
  input: Type.Object({ code: Code }),
  output: Type.Object({ ...UnitShape.properties, officers: Type.Array(OfficerShape) }),
  refusals: { not_found: 404 },
});

export const listOfficers = endpoint({
  method: 'GET',
  path: '/officers',
  may: 'anyone',
  about: 'Officers with their phones, all or those of a unit and the units below it; `q` looks in names, titles and units.',
  input: Type.Object({ unit: Type.Optional(Code), q: Type.Optional(Type.String({ maxLength: 100 })), ...paging }),
  output: listOf(OfficerShape),
  refusals: {},
});

export const listVenues = endpoint({
  method: 'GET',
  path: '/venues',
  may: 'anyone',
  about: 'The halls, with address, phone and opening hours by weekday (0 Sunday).',
  input: Type.Object({ region: Type.Optional(Code), ...paging }),
  output: listOf(
    Type.Object({
      code: Code,
      name: Type.String(),
      address: Type.String(),
      phone: Type.String(),
      unitCode: Code,
      regionCode: Code,
      zone: Type.String(),
      hours: Type.Record(Type.String(), Type.Array(Type.Object({ from: Type.String(), to: Type.String() }))),
    }),
  ),
  refusals: {},
});

export const addCalendarChange = endpoint({
  method: 'POST',
  path: '/calendars/:calendar/changes',
  may: ['admin'],
  about: 'Make days worked or free from now on: an emergency extension, a late swap, a local closing. Open deadlines are counted anew.',
  input: Type.Object({
    calendar: Code,
    from: Day,
    to: Type.Optional(Day),
    worked: Type.Boolean(),
    reason: TextShape,
  }),
  output: Type.Object({ days: Type.Array(Day) }),
  refusals: { calendar_unknown: 404, no_such_day: 400, too_many_days: 400, reason_needed: 422, outside_your_unit: 403 },
  creates: true,
  example: {
    calendar: 'CN',
    from: '2020-01-31',
    to: '2020-02-01',
    worked: false,
    reason: { 'zh-Hans': '延长假期', en: 'Holiday extended' },
  },
});

export const editUnit = endpoint({
  method: 'PUT',
  path: '/units/:code',
  may: ['admin'],
  about: 'Change the phone, head or name of a unit.',
  input: Type.Object({
    code: Code,
    version: Version,
    phone: Type.Optional(Phone),
    headId: Type.Optional(Id),
    names: Type.Optional(TextShape),
  }),
  output: Type.Object({ code: Code, version: Version }),
  refusals: { not_found: 404, officer_unknown: 422, outside_your_unit: 403, stale_version: 409 },
});

export const editOfficer = endpoint({
  method: 'PUT',
  path: '/officers/:personId',
  may: ['admin'],
  about: 'Change the phone or title of an officer in the directory.',
  input: Type.Object({ personId: Id, version: Version, phone: Type.Optional(Phone), title: Type.Optional(TextShape) }),
  output: Type.Object({ personId: Id, version: Version }),
  refusals: { not_found: 404, outside_your_unit: 403, stale_version: 409 },
});
