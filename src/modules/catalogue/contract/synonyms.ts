import { Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { Instant, LanguageTag, NextCursor, Nothing, Nullable, Version } from './types.ts';

const SynonymId = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,59}$' });
const sayings = (description: string) =>
  Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { minItems: 1, maxItems: 50, description });
const synonym = {
  synonymId: SynonymId,
  said: sayings('What people say'),
  meant: sayings('What items call it'),
};
const Synonym = Type.Object({ ...synonym, language: Nullable(LanguageTag), version: Version });

export const listSynonyms = endpoint({
  method: 'GET',
  path: '/synonyms',
  may: ['admin'],
  about: 'What people say and what items call it.',
  input: Nothing,
  output: Type.Object({ rows: Type.Array(Synonym), nextCursor: NextCursor }),
  refusals: {},
});

export const putSynonym = endpoint({
  method: 'PUT',
  path: '/synonyms/:synonymId',
  may: ['admin'],
  about: 'Write or change one; without a version it must be new.',
  input: Type.Object({ ...synonym, language: Type.Optional(LanguageTag), version: Type.Optional(Version) }),
  output: Synonym,
  refusals: { stale_version: 409 },
});

export const deleteSynonym = endpoint({
  method: 'DELETE',
  path: '/synonyms/:synonymId',
  may: ['admin'],
  about: 'Take one away.',
  input: Type.Object({ synonymId: SynonymId }),
  output: Type.Object({ synonymId: SynonymId }),
  refusals: { not_found: 404 },
});

export const listZeroHits = endpoint({
  method: 'GET',
  path: '/zero-hits',
  may: ['admin'],
  about: 'What people looked for and did not find, the most asked first: these want a synonym or an item.',
  input: Nothing,
  output: Type.Object({
    rows: Type.Array(Type.Object({ words: Type.String(), language: LanguageTag, asked: Type.Integer(), lastAt: Instant })),
    nextCursor: NextCursor,
  }),
  refusals: {},
});
