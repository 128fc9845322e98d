import type { Tx } from '#kernel/db.ts';

export type OwnFile = {
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly at: Date;
};

/** What somebody has sent in that is still there, newest first. */
export function listOwnFiles(tx: Tx, personId: string): Promise<OwnFile[]> {
  return tx.rows<OwnFile>(
    `select file_id, name, media_type, bytes, at from documents.file where owner_id = $1 and erased_at is null and lost_at is null order by at desc`,
    [personId],
  );
}
