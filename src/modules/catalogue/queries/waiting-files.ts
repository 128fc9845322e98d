import type { Tx } from '#kernel/db.ts';

export type WaitingFile = {
  readonly fileId: string;
  readonly fileName: string | null;
  readonly content: Uint8Array;
  readonly broughtAt: Date;
};

export async function insertWaitingFile(tx: Tx, file: WaitingFile & { readonly broughtBy: string | null }): Promise<void> {
  await tx.run(`insert into catalogue.waiting_file (file_id, file_name, content, brought_by, brought_at) values ($1, $2, $3, $4, $5)`, [
    file.fileId,
    file.fileName,
    file.content,
    file.broughtBy,
    file.broughtAt,
  ]);
}

export function findWaitingFile(tx: Tx, fileId: string) {
  return tx.maybe<WaitingFile>(`select file_id, file_name, content, brought_at from catalogue.waiting_file where file_id = $1`, [fileId]);
}

export async function deleteWaitingFile(tx: Tx, fileId: string): Promise<void> {
  await tx.run(`delete from catalogue.waiting_file where file_id = $1`, [fileId]);
}

export async function deleteWaitingFilesBefore(tx: Tx, at: Date): Promise<void> {
  await tx.run(`delete from catalogue.waiting_file where brought_at < $1`, [at]);
}
