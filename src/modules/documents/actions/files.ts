import type { Action } from '#kernel/endpoint.ts';
import { isId, newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/result.ts';
import type * as contract from '../contract.ts';
import { type FileRow, insertFile, listOfOwner, type Position } from '../queries/files.ts';

export const uploadFile: Action<typeof contract.uploadFile> = async (act, stored) => {
  const file = { ...stored, fileId: newId(), ownerId: act.actor.personId ?? '', at: act.now };
  await insertFile(act.tx, file);
  act.publish('file_received', { fileId: file.fileId });
  const { fileId, sha256, bytes, mediaType } = file;
  return { fileId, sha256, bytes, mediaType, scan: 'pending' };
};

export const listFiles: Action<typeof contract.listFiles> = async (act, { limit = 50, cursor }) => {
  const after = cursor === undefined ? undefined : parseCursor(cursor);
  if (cursor !== undefined && !after) return refuse('bad_cursor');
  const found = await listOfOwner(act.tx, act.actor.personId ?? '', { after, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows: rows.map(toMyFile), nextCursor: found.length > limit && last ? `${last.at.toISOString()}_${last.fileId}` : null };
};

export function toMyFile({ fileId, name, bytes, mediaType, scan, at, viewKey }: FileRow): contract.MyFile {
  return { fileId, name, bytes, mediaType, scan, at: at.toISOString(), viewable: viewKey !== null };
}

function parseCursor(cursor: string): Position | undefined {
  const [at = '', fileId = ''] = cursor.split('_');
  const ours = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(at) && !Number.isNaN(Date.parse(at)) && isId(fileId);
  return ours ? { at, fileId } : undefined;
}
