import type { Tx } from '#kernel/db.ts';
import type { ImportFormat, ImportReport, ReportRow } from '../contract/imports.ts';

export type RunRow = Omit<ImportReport, 'rows'> & {
  readonly format: ImportFormat;
  readonly fileName: string | null;
  readonly byName: string;
  readonly at: Date;
};
type NewRun = RunRow & {
  readonly sha256: string;
  readonly bytes: number;
  readonly by: string | null;
  readonly report: readonly ReportRow[];
};

const columns = 'import_id, format, file_name, accepted, warned, rejected, changed, by_name, at';

export async function insertRun(tx: Tx, run: NewRun): Promise<void> {
  const { importId, format, fileName, accepted, warned, rejected, changed, byName, at, sha256, bytes, by, report } = run;
  await tx.run(
    `insert into catalogue.import_run (${columns}, sha256, bytes, by, report) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [importId, format, fileName, accepted, warned, rejected, changed, byName, at, sha256, bytes, by, JSON.stringify(report)],
  );
}

export function listRuns(tx: Tx, { limit, offset }: { limit: number; offset: number }) {
  return tx.rows<RunRow>(`select ${columns} from catalogue.import_run order by at desc, import_id desc limit $1 offset $2`, [
    limit,
    offset,
  ]);
}

export function findRun(tx: Tx, importId: string) {
  return tx.maybe<RunRow & { report: ReportRow[] }>(`select ${columns}, report from catalogue.import_run where import_id = $1`, [importId]);
}
