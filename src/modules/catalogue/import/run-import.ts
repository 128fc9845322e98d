import type { Job } from '#kernel/module.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import type { ImportFormat, ImportReport } from '../contract/imports.ts';
import { importCatalogue as importInto, isEmptyFile } from './import-catalogue.ts';
import { readMapping } from './table/mapping.ts';

export type GivenFile = {
  readonly bytes: Uint8Array;
  readonly format: ImportFormat;
  readonly fileName?: string;
  readonly mapping?: unknown;
  /** Who is named in the list of imports when no person is signed in. */
  readonly by?: string;
};

/** The same import for the command line. A file that cannot be read at all is an error about row 0. */
export function importCatalogue(job: Job, { bytes, format, fileName, mapping, by }: GivenFile): Promise<ImportReport> {
  return job.transaction(async (act) => {
    const actor = by ? { ...act.actor, name: by } : act.actor;
    const columns = isEmptyFile(bytes) ? refuse('file_empty') : readMapping(mapping);
    const done = isRefusal(columns) ? columns : await importInto({ ...act, actor }, { content: bytes, format, fileName, mapping: columns });
    if (!isRefusal(done)) return done;
    return {
      importId: '',
      accepted: 0,
      warned: 0,
      rejected: 0,
      changed: 0,
      rows: [{ row: 0, level: 'error', code: done.refused, facts: done.facts }],
    };
  });
}
