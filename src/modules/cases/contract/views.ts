import { Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';

const staff = ['window', 'reviewer', 'signer', 'head', 'supervisor'] as const;

export const SavedView = Type.Object({
  viewId: Type.String(),
  name: Type.String(),
  query: Type.String({ description: 'The query of the work list’s address: `view=overdue&item=…`' }),
});

export const listViews = endpoint({
  method: 'GET',
  path: '/views',
  may: staff,
  about: 'My named filters of the work list',
  input: Type.Object({}),
  output: Type.Object({ rows: Type.Array(SavedView) }),
  refusals: {},
});

export const saveView = endpoint({
  method: 'POST',
  path: '/views',
  may: staff,
  about: 'Give a filter of the work list a name; the same name again replaces it',
  input: Type.Object({ name: Type.String({ minLength: 1, maxLength: 40 }), query: Type.String({ maxLength: 600 }) }),
  output: SavedView,
  refusals: { too_many_views: 409 },
  example: { name: '食品许可，今天到期', query: 'view=due-today&item=440131904206' },
});

export const deleteView = endpoint({
  method: 'DELETE',
  path: '/views/:viewId',
  may: staff,
  about: 'Drop a named filter',
  input: Type.Object({ viewId: Type.String({ format: 'uuid' }) }),
  output: Type.Object({ deleted: Type.Boolean() }),
  refusals: { not_found: 404 },
});
