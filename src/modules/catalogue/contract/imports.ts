import { type Static, Type } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { Cursor, Facts, Instant, Limit, NextCursor, Nullable } from './types.ts';

export const importFormats = ['guangdong-jsonl', 'table', 'tongban'] as const;
export type ImportFormat = (typeof importFormats)[number];

/** One doubt about one row of a file. An `error` kept the row out, a `warning` did not. */
export const ReportRow = Type.Object({
  row: Type.Integer({ minimum: 0, description: 'As an editor or a spreadsheet counts; 0 is the file itself' }),
  level: Type.Enum(['error', 'warning'] as const),
  code: Type.String(),
  facts: Facts,
});
export type ReportRow = Static<typeof ReportRow>;

const fileRefusals = {
  not_text: 422,
  not_this_format: 422,
  old_excel: 422,
  broken_workbook: 422,
  too_large_unpacked: 413,
  too_many_rows: 413,
  columns_unknown: 422,
  wrong_mapping: 422,
} as const;

const count = (description: string) => Type.Integer({ minimum: 0, description });
const counts = {
  accepted: count('Rows without any doubt'),
  warned: count('Rows taken with a doubt'),
  rejected: count('Rows left out'),
  changed: count('New items and new versions; importing the same file again changes none'),
};
export const ImportReport = Type.Object({ importId: Type.String(), ...counts, rows: Type.Array(ReportRow) });
export type ImportReport = Static<typeof ImportReport>;

const Run = Type.Object({
  importId: Type.String(),
  format: Type.Enum(importFormats),
  fileName: Nullable(Type.String()),
  by: Type.String(),
  at: Instant,
  ...counts,
});

export const importItems = endpoint({
  method: 'POST',
  path: '/imports',
  may: ['admin'],
  about: 'Take items over from a file of another system: JSON lines, a table (CSV or XLSX), or our own format.',
  input: Type.Object({
    format: Type.Enum(importFormats),
    content: Type.Unsafe<string | Uint8Array>(
      Type.Unknown({ description: 'The file: as the whole body, as a part of a form, or as text (base64 for XLSX) in JSON' }),
    ),
    fileName: Type.Optional(Type.String({ maxLength: 200 })),
    mapping: Type.Optional(
      Type.Union([Type.String({ maxLength: 20_000 }), Type.Record(Type.String(), Type.Unknown())], {
        description: 'For a table: which column is what, as JSON; guessed from the headers when not given',
      }),
    ),
  }),
  output: ImportReport,
  refusals: { file_empty: 422, ...fileRefusals },
  takesFile: true,
  bodyLimit: 64 * 1_048_576,
});

const FileId = Type.String({ format: 'uuid' });

export const bringFile = endpoint({
  method: 'POST',
  path: '/imports/files',
  may: ['admin'],
  about: 'Leave a file to be looked at; it is imported when its columns are right, or forgotten after a day.',
  input: Type.Object({
    content: Type.Unsafe<string | Uint8Array>(Type.Unknown({ description: 'The file' })),
    fileName: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  output: Type.Object({ fileId: FileId }),
  refusals: { file_empty: 422 },
  takesFile: true,
  bodyLimit: 64 * 1_048_576,
});

export const importFile = endpoint({
  method: 'POST',
  path: '/imports/files/:fileId/import',
  may: ['admin'],
  about: 'Take over the items of a file that was left before.',
  input: Type.Object({
    fileId: FileId,
    format: Type.Enum(importFormats),
    mapping: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  }),
  output: ImportReport,
  refusals: { not_found: 404, ...fileRefusals },
});

export const listImports = endpoint({
  method: 'GET',
  path: '/imports',
  may: ['admin'],
  about: 'What was imported, the newest first.',
  input: Type.Object({ limit: Type.Optional(Limit), cursor: Type.Optional(Cursor) }),
  output: Type.Object({ rows: Type.Array(Run), nextCursor: NextCursor }),
  refusals: {},
});

export const getImport = endpoint({
  method: 'GET',
  path: '/imports/:importId',
  may: ['admin'],
  about: 'One import with every row that was doubtful or left out.',
  input: Type.Object({ importId: Type.String({ format: 'uuid' }) }),
  output: Type.Object({ ...Run.properties, rows: Type.Array(ReportRow) }),
  refusals: { not_found: 404 },
});
