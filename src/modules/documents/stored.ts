import { sha256 } from '#kernel/ids.ts';
import { tools } from './settings.ts';

/** The whole object, or undefined when it is gone. */
export async function readObject(key: string): Promise<Buffer | undefined> {
  const stream = await tools().store.get(key);
  return stream && Buffer.concat(await stream.toArray());
}

/** The object as it was put there; undefined when it is gone or its bytes are others. */
export async function readStored(object: { key: string; sha256: string }): Promise<Buffer | undefined> {
  const content = await readObject(object.key);
  return content && sha256(content) === object.sha256 ? content : undefined;
}
