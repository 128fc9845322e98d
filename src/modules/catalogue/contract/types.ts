import { Type } from 'typebox';
import { languages } from '#kernel/locale.ts';
import { channelNames, itemKinds } from '../item.ts';

export const ItemCode = Type.String({ pattern: '^[0-9A-Za-z][0-9A-Za-z.-]{2,39}$', description: 'Catalogue code of the item' });
export const DraftId = Type.String({ format: 'uuid' });
export const DayText = Type.String({ format: 'date', pattern: '^(19|20|21)\\d{2}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD' });
export const Instant = Type.String({ format: 'date-time' });
export const Version = Type.Integer({
  minimum: 1,
  maximum: 2_147_483_647,
  description: 'The version the caller has seen; another one in between makes the call stale',
});
export const LanguageTag = Type.Enum(languages);
export const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()]);
export const Nothing = Type.Object({}, { additionalProperties: false });
export const Facts = Type.Record(Type.String(), Type.Unknown());

export const Kind = Type.Enum(itemKinds);
const OpenOrClosed = Type.Enum(['open', 'closed'] as const);
/** Each of the nine channels, as it is at the moment of asking. */
export const ChannelStates = Type.Record(Type.Enum(channelNames), OpenOrClosed);

export const Limit = Type.Integer({ minimum: 1, maximum: 200, description: 'How many rows; 20 when not given' });
export const Cursor = Type.String({ pattern: '^\\d{1,7}$', description: 'As the page before gave it' });
export const NextCursor = Nullable(Type.String());

/** What is wrong with an item: an error stops its publication, a warning may stay. */
export const ItemProblem = Type.Object({
  level: Type.Enum(['error', 'warning'] as const),
  code: Type.String(),
  path: Type.String(),
  facts: Facts,
});
