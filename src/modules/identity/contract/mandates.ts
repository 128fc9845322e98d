import { Type, type Static } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { DayText, Id, Name, Nothing, Nullable, Phone } from './types.ts';

const Items = Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 100, description: 'Item codes; none means every item' });
const State = Type.Union([Type.Literal('offered'), Type.Literal('active'), Type.Literal('declined'), Type.Literal('ended')]);

export const MandateShape = Type.Object({
  mandateId: Id,
  principalId: Id,
  principalName: Type.String(),
  agentId: Id,
  agentName: Type.String(),
  items: Nullable(Type.Array(Type.String())),
  fromOn: DayText,
  untilOn: DayText,
  proof: Nullable(Type.String()),
  state: State,
  version: Type.Integer(),
});
export type MandateShape = Static<typeof MandateShape>;

const days = { fromOn: Type.Optional(DayText), untilOn: DayText, items: Type.Optional(Items) };
const Changed = Type.Object({ mandateId: Id, state: State, version: Type.Integer() });
const Change = Type.Object({ mandateId: Id, version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) });
const changeRefusals = { not_found: 404, wrong_state: 409, stale_version: 409 } as const;

export const listMyMandates = endpoint({
  method: 'GET',
  path: '/mandates',
  may: 'signed-in',
  about: 'For whom I may act, and who may act for me.',
  input: Nothing,
  output: Type.Object({ rows: Type.Array(MandateShape), nextCursor: Type.Null() }),
  refusals: {},
});

export const offerMandate = endpoint({
  method: 'POST',
  path: '/mandates',
  may: 'signed-in',
  about: 'As agent: ask to act for somebody, who must accept. As principal: let somebody act for me from now on.',
  input: Type.Object({ as: Type.Union([Type.Literal('agent'), Type.Literal('principal')]), name: Name, phone: Phone, ...days }),
  output: Changed,
  refusals: { person_unknown: 404, own_mandate: 422, wrong_days: 422 },
  creates: true,
  perMinute: 10,
});

export const recordMandate = endpoint({
  method: 'POST',
  path: '/mandates/on-paper',
  may: ['cadre', 'window'],
  about: 'Record that somebody has signed on paper that I may act for them. The person is told.',
  input: Type.Object({
    name: Name,
    phone: Type.Optional(Phone),
    number: Type.String({ minLength: 6, maxLength: 30, description: 'Identity number; only its mask and hash are kept' }),
    proof: Type.String({ minLength: 1, maxLength: 200, description: 'The file of the signed paper, or where the paper is kept' }),
    ...days,
  }),
  output: Changed,
  refusals: { own_mandate: 422, wrong_days: 422, another_name: 409 },
  creates: true,
  perMinute: 60,
});

export const acceptMandate = endpoint({
  method: 'POST',
  path: '/mandates/:mandateId/accept',
  may: 'signed-in',
  about: 'As principal: agree that the agent acts for me.',
  input: Change,
  output: Changed,
  refusals: changeRefusals,
});

export const endMandate = endpoint({
  method: 'POST',
  path: '/mandates/:mandateId/end',
  may: 'signed-in',
  about: 'End a mandate, or decline one that was offered. Either side may.',
  input: Change,
  output: Changed,
  refusals: changeRefusals,
});
