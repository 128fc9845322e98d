import type { Tx } from '#kernel/db.ts';
import type { Scan } from '../contract.ts';

export type FileRow = {
  readonly fileId: string;
  readonly ownerId: string;
  readonly name: string;
  readonly key: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly scan: Scan;
  readonly viewKey: string | null;
  readonly viewType: string | null;
  readonly gone: boolean;
  readonly at: Date;
};
const columns = `file_id, owner_id, name, key, sha256, bytes, media_type, scan, view_key, view_type, coalesce(lost_at, erased_at) is not null as gone, at`;

export async function insertFile(
  tx: Tx,
  file: Pick<FileRow, 'fileId' | 'ownerId' | 'name' | 'key' | 'sha256' | 'bytes' | 'mediaType' | 'at'>,
): Promise<void> {
  await tx.run(
    `insert into documents.file (file_id, owner_id, name, key, sha256, bytes, media_type, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [file.fileId, file.ownerId, file.name, file.key, file.sha256, file.bytes, file.mediaType, file.at],
  );
}

export function findFile(tx: Tx, fileId: string): Promise<FileRow | undefined> {
  return tx.maybe<FileRow>(`select ${columns} from documents.file where file_id = $1`, [fileId]);
}

export function listByIds(tx: Tx, fileIds: readonly string[]): Promise<FileRow[]> {
  return tx.rows<FileRow>(`select ${columns} from documents.file where file_id = any($1::uuid[])`, [fileIds]);
}

/** Other files with the content of one of these, of contents that at most five people have. */
export function listSameContent(tx: Tx, fileIds: readonly string[]): Promise<{ fileId: string; ownerId: string }[]> {
  return tx.rows<{ fileId: string; ownerId: string }>(
    `with mine as (select distinct sha256 from documents.file where file_id = any($1::uuid[])),
       rare as (select sha256 from documents.file join mine using (sha256) group by sha256 having count(distinct owner_id) <= 5)
     select f.file_id, f.owner_id from documents.file f join rare using (sha256) where f.file_id <> all($1::uuid[]) limit 100`,
    [fileIds],
  );
}

export type Position = { readonly at: string; readonly fileId: string };

export function listOfOwner(tx: Tx, ownerId: string, { after, limit }: { after: Position | undefined; limit: number }): Promise<FileRow[]> {
  return tx.rows<FileRow>(
    `select ${columns} from documents.file
     where owner_id = $1 and erased_at is null and ($2::timestamptz is null or (at, file_id) < ($2::timestamptz, $3::uuid))
     order by at desc, file_id desc limit $4`,
    [ownerId, after?.at ?? null, after?.fileId ?? null, limit],
  );
}

/** Notes the attempt before it is made: whoever chokes the scanner goes to the end of the line. None when the file has its verdict. */
export function takeForScan(tx: Tx, fileId: string, now: Date): Promise<FileRow | undefined> {
  return tx.maybe<FileRow>(
    `update documents.file set scan_tried_at = $2 where file_id = $1 and scan in ('pending', 'not-scanned') and erased_at is null and lost_at is null
     returning ${columns}`,
    [fileId, now],
  );
}

/** The longest untried file that nobody has tried since `before`. */
export function findWaiting(tx: Tx, scans: readonly Scan[], before: Date): Promise<{ fileId: string } | undefined> {
  return tx.maybe<{ fileId: string }>(
    `select file_id from documents.file
     where scan in ('pending', 'not-scanned') and scan = any($1) and erased_at is null and lost_at is null
       and (scan_tried_at < $2 or (scan_tried_at is null and at < $2))
     order by scan_tried_at nulls first, at limit 1`,
    [scans, before],
  );
}

export type Judged = { scan: Scan; found: string | null; at: Date; viewKey: string | null; viewType: string | null };

export function setScan(tx: Tx, fileId: string, { scan, found, at, viewKey, viewType }: Judged): Promise<number> {
  return tx.run(
    `update documents.file set scan = $2, found = $3, scanned_at = $4, view_key = $5, view_type = $6
     where file_id = $1 and scan in ('pending', 'not-scanned')`,
    [fileId, scan, found, at, viewKey, viewType],
  );
}

export function setLost(tx: Tx, fileId: string, now: Date): Promise<number> {
  return tx.run(`update documents.file set lost_at = $2 where file_id = $1 and lost_at is null`, [fileId, now]);
}

export function listKept(tx: Tx, limit: number): Promise<{ fileId: string; key: string }[]> {
  return tx.rows(`select file_id, key from documents.file where lost_at is null and erased_at is null order by at desc limit $1`, [limit]);
}

export function listLost(tx: Tx): Promise<{ fileId: string }[]> {
  return tx.rows(`select file_id from documents.file where lost_at is not null and erased_at is null order by lost_at`);
}
