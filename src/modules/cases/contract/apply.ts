import { Type, type Static } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { Answers, Delivery, Slots, StateName } from './types.ts';

const ItemCode = Type.String({ minLength: 1, maxLength: 60 });
const DraftId = Type.String({ format: 'uuid' });
const Channel = Type.Enum(['online', 'mobile', 'kiosk', 'phone', 'post', 'appointment', 'walk-in', 'home-visit', 'proxy']);

export const Receipt = Type.Object({ caseNo: Type.String(), state: StateName, version: Type.Integer(), receivedAt: Type.String() });

const sendRefusals = {
  item_retired: 409,
  channel_closed: 409,
  channel_not_offered: 409,
  no_mandate: 403,
  files_unusable: 422,
  commitment_not_allowed: 409,
} as const;

const submitRefusals = { unknown_item: 404, ...sendRefusals } as const;

/** The whole application in one call, for programs; people go through a draft. */
export const submit = endpoint({
  method: 'POST',
  path: '',
  may: 'signed-in',
  about: 'Submit an application',
  creates: true,
  input: Type.Object(
    {
      itemCode: ItemCode,
      answers: Answers,
      slots: Type.Optional(Slots),
      delivery: Type.Optional(Delivery),
      onBehalfOf: Type.Optional(Type.String({ format: 'uuid' })),
      channel: Type.Optional(Channel),
    },
    { additionalProperties: false },
  ),
  output: Receipt,
  refusals: submitRefusals,
  example: {
    itemCode: '000131904206',
    answers: { premisesArea: 46.5 },
    slots: { floorPlan: { fileIds: [] } },
    delivery: { way: 'electronic' },
  },
});

export const Draft = Type.Object({
  draftId: Type.String(),
  itemCode: Type.String(),
  itemVersion: Type.Integer(),
  onBehalfOf: Type.Union([Type.String(), Type.Null()]),
  channel: Type.String(),
  answers: Answers,
  slots: Slots,
  delivery: Delivery,
  version: Type.Integer(),
  updatedAt: Type.String(),
  sentCaseNo: Type.Union([Type.String(), Type.Null()]),
});
export type Draft = Static<typeof Draft>;

const draftRefusals = { not_found: 404, sent_already: 409 } as const;

/** Opens a draft, or gives back the open one: a person has one per item and person acted for. */
export const startDraft = endpoint({
  method: 'POST',
  path: '/drafts',
  may: 'signed-in',
  about: 'Start an application, or go on with the open one',
  creates: true,
  input: Type.Object({ itemCode: ItemCode, channel: Type.Optional(Channel), onBehalfOf: Type.Optional(Type.String({ format: 'uuid' })) }),
  output: Draft,
  refusals: { unknown_item: 404, item_retired: 409, channel_closed: 409, channel_not_offered: 409, no_mandate: 403 },
});
export const listDrafts = endpoint({
  method: 'GET',
  path: '/drafts',
  may: 'signed-in',
  about: 'My open drafts',
  input: Type.Object({}),
  output: Type.Object({ rows: Type.Array(Draft) }),
  refusals: {},
});
export const getDraft = endpoint({
  method: 'GET',
  path: '/drafts/:draftId',
  may: 'signed-in',
  about: 'One draft',
  input: Type.Object({ draftId: DraftId }),
  output: Draft,
  refusals: { not_found: 404 },
});
export const saveAnswer = endpoint({
  method: 'POST',
  path: '/drafts/:draftId/answer',
  may: 'signed-in',
  about: 'Save the answer to one question',
  input: Type.Object({ draftId: DraftId, key: Type.String({ minLength: 1, maxLength: 60 }), value: Type.Optional(Type.Unknown()) }),
  output: Draft,
  refusals: { ...draftRefusals, unknown_question: 422 },
});
export const saveSlot = endpoint({
  method: 'POST',
  path: '/drafts/:draftId/slot',
  may: 'signed-in',
  about: 'Put files into a paper, promise it for later, declare it, or take files out again',
  input: Type.Object({
    draftId: DraftId,
    slot: Type.String({ minLength: 1, maxLength: 80 }),
    add: Type.Optional(Type.Array(Type.String({ format: 'uuid' }), { maxItems: 20 })),
    remove: Type.Optional(Type.String({ format: 'uuid' })),
    owed: Type.Optional(Type.Boolean()),
    committed: Type.Optional(Type.Boolean()),
  }),
  output: Draft,
  refusals: {
    ...draftRefusals,
    unknown_slot: 422,
    owing_not_allowed: 422,
    commitment_not_allowed: 422,
    too_many_files: 422,
    files_unusable: 422,
  },
});
export const saveDelivery = endpoint({
  method: 'POST',
  path: '/drafts/:draftId/delivery',
  may: 'signed-in',
  about: 'How the result is to come',
  input: Type.Object({ draftId: DraftId, ...Delivery.properties }),
  output: Draft,
  refusals: draftRefusals,
});
export const submitDraft = endpoint({
  method: 'POST',
  path: '/drafts/:draftId/submit',
  may: 'signed-in',
  about: 'Submit a draft; once, whatever the network does',
  creates: true,
  input: Type.Object({ draftId: DraftId }),
  output: Receipt,
  refusals: { not_found: 404, ...sendRefusals },
});
export const discardDraft = endpoint({
  method: 'POST',
  path: '/drafts/:draftId/discard',
  may: 'signed-in',
  about: 'Throw a draft away',
  input: Type.Object({ draftId: DraftId }),
  output: Type.Object({ discarded: Type.Boolean() }),
  refusals: draftRefusals,
});
