import { type Static, Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { audiences, channelNames, Item } from '../item.ts';
import { directoryNames } from '../rules/listing.ts';
import { ChannelStates, Cursor, DayText, ItemCode, Kind, LanguageTag, Limit, NextCursor, Nullable, Version } from './types.ts';

export const ItemRow = Type.Object({
  itemCode: ItemCode,
  name: Type.String(),
  unitName: Type.String(),
  kind: Kind,
  statutoryDays: Nullable(Type.Integer()),
  promisedDays: Nullable(Type.Integer()),
  visits: Type.Integer(),
  channels: ChannelStates,
});
export type ItemRow = Static<typeof ItemRow>;

const few = (description: string) => Type.Optional(Type.String({ maxLength: 120, description }));

export const listItems = endpoint({
  method: 'GET',
  path: '/items',
  may: 'anyone',
  about: 'Items in force: found by name, everyday words, pinyin, initials or code, and narrowed down.',
  input: Type.Object(
    {
      q: few('What is looked for, in any of the languages'),
      audience: Type.Optional(Type.Enum(audiences)),
      theme: few('A theme or life event'),
      scope: few('A front that offers it: bank-kiosk, village'),
      unit: few('A unit and those below it'),
      region: few('A region and those below it'),
      channel: Type.Optional(Type.Enum(channelNames, { description: 'Can be applied for this way now' })),
      kind: Type.Optional(Kind),
      visits: Type.Optional(Type.Integer({ minimum: 0, maximum: 20 })),
      directory: Type.Optional(Type.Enum(directoryNames, { description: 'A published directory' })),
      limit: Type.Optional(Limit),
      cursor: Type.Optional(Cursor),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ rows: Type.Array(ItemRow), nextCursor: NextCursor, total: Type.Integer() }),
  refusals: {},
});

/** The published item as it is, and what the moment adds to it. */
export const WholeItem = Type.Object({
  ...Item.properties,
  itemCode: ItemCode,
  unitName: Type.String(),
  channelStates: ChannelStates,
  directories: Type.Array(Type.Enum(directoryNames)),
});

export const getItem = endpoint({
  method: 'GET',
  path: '/items/:itemCode',
  may: 'anyone',
  about: 'The whole item in force: questions, papers, stages, limits, channels, contacts. An earlier version by its number.',
  input: Type.Object({ itemCode: ItemCode, version: Type.Optional(Version) }),
  output: WholeItem,
  refusals: { not_found: 404 },
});

export const listItemVersions = endpoint({
  method: 'GET',
  path: '/items/:itemCode/versions',
  may: 'anyone',
  about: 'Every version of an item that was ever published, the newest first.',
  input: Type.Object({ itemCode: ItemCode }),
  output: Type.Object({
    rows: Type.Array(
      Type.Object({
        version: Version,
        state: Type.Enum(['published', 'retired'] as const),
        effectiveFrom: DayText,
        effectiveTo: Nullable(DayText),
      }),
    ),
    nextCursor: NextCursor,
  }),
  refusals: { not_found: 404 },
});

export const suggestItems = endpoint({
  method: 'GET',
  path: '/suggest',
  may: 'anyone',
  about: 'What a half-typed query may become; when it leads nowhere, the nearest names.',
  input: Type.Object({ q: Type.String({ maxLength: 120 }) }),
  output: Type.Object({
    rows: Type.Array(Type.Object({ itemCode: ItemCode, name: Type.String(), language: LanguageTag })),
    found: Type.Boolean({ description: 'False when the rows are only near' }),
  }),
  refusals: {},
});

export const retireItem = endpoint({
  method: 'POST',
  path: '/items/:itemCode/retire',
  may: ['admin'],
  about: 'End an item after a day; running cases go on under it.',
  input: Type.Object({ itemCode: ItemCode, version: Version, lastDay: DayText, successor: Type.Optional(ItemCode) }),
  output: Type.Object({ itemCode: ItemCode, effectiveTo: DayText }),
  refusals: { not_found: 404, stale_version: 409, successor_unknown: 422 },
});
