import { type Static, Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { changeKinds } from '../rules/change-draft.ts';
import { DayText, DraftId, Instant, ItemCode, ItemProblem, NextCursor, Nothing, Nullable, Version } from './types.ts';

const Working = Type.Record(Type.String(), Type.Unknown(), { description: 'An item, perhaps not complete yet' });

/** An item being written: what it says, what it began from, and what still keeps it from being published. */
export const Draft = Type.Object({
  draftId: DraftId,
  itemCode: ItemCode,
  basedOn: Nullable(Version),
  version: Version,
  updatedAt: Instant,
  item: Working,
  problems: Type.Array(ItemProblem),
});
export type Draft = Static<typeof Draft>;

const may = ['admin'] as const;
const changing = { draftId: DraftId, version: Version };

export const listDrafts = endpoint({
  method: 'GET',
  path: '/drafts',
  may,
  about: 'Items being written.',
  input: Nothing,
  output: Type.Object({ rows: Type.Array(Type.Omit(Draft, ['item', 'problems'])), nextCursor: NextCursor }),
  refusals: {},
});

export const openDraft = endpoint({
  method: 'POST',
  path: '/items/:itemCode/drafts',
  may,
  about: 'Begin a new version: from the version in force, or from nothing. One draft an item.',
  input: Type.Object({ itemCode: ItemCode }),
  output: Draft,
  refusals: { draft_open: 409 },
  creates: true,
});

export const getDraft = endpoint({
  method: 'GET',
  path: '/drafts/:draftId',
  may,
  about: 'A draft with everything that is wrong or doubtful about it.',
  input: Type.Object({ draftId: DraftId }),
  output: Draft,
  refusals: { not_found: 404 },
});

export const saveDraft = endpoint({
  method: 'PUT',
  path: '/drafts/:draftId',
  may,
  about: 'Keep what was written, also when it cannot be published yet.',
  input: Type.Object({ ...changing, item: Working }),
  output: Draft,
  refusals: { not_found: 404, stale_version: 409, another_code: 422 },
});

const Change = Type.Object({
  path: Type.String({ minLength: 1, maxLength: 200, description: 'Where, by keys: `questions.area.showIf`' }),
  do: Type.Enum(changeKinds, {
    description:
      'put what stands there, add to the list there, remove or move an entry, join: a stage runs beside the step before, part: no longer',
  }),
  value: Type.Optional(Type.Unknown({ description: 'What to put or add; nothing takes away' })),
  by: Type.Optional(Type.Integer({ minimum: -300, maximum: 300, description: 'How many places to move' })),
});

export const changeDraft = endpoint({
  method: 'POST',
  path: '/drafts/:draftId/changes',
  may,
  about: 'Change parts of a draft and leave the rest as it is.',
  input: Type.Object({ ...changing, changes: Type.Array(Change, { minItems: 1, maxItems: 50 }) }),
  output: Draft,
  refusals: { not_found: 404, stale_version: 409, another_code: 422, no_such_part: 422 },
});

export const discardDraft = endpoint({
  method: 'DELETE',
  path: '/drafts/:draftId',
  may,
  about: 'Throw a draft away.',
  input: Type.Object(changing),
  output: Type.Object({ draftId: DraftId }),
  refusals: { not_found: 404, stale_version: 409 },
});

export const compareDraft = endpoint({
  method: 'GET',
  path: '/drafts/:draftId/difference',
  may,
  about: 'What publishing would change, field by field.',
  input: Type.Object({ draftId: DraftId }),
  output: Type.Object({
    against: Nullable(Version),
    changes: Type.Array(Type.Object({ path: Type.String(), before: Type.Optional(Type.Unknown()), after: Type.Optional(Type.Unknown()) })),
  }),
  refusals: { not_found: 404 },
});

export const publishDraft = endpoint({
  method: 'POST',
  path: '/drafts/:draftId/publish',
  may,
  about: 'Make a draft the item’s next version, in force from a day on. Its own tests run first.',
  input: Type.Object({ ...changing, effectiveFrom: DayText }),
  output: Type.Object({ itemCode: ItemCode, version: Version, effectiveFrom: DayText }),
  refusals: { not_found: 404, stale_version: 409, item_has_errors: 422, begins_in_the_past: 422, silence_is_frozen: 409 },
});
