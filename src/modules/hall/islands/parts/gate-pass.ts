import { fromBase64, type Pass, passProblem, readPass } from '../../rules/pass.ts';
import type { DoorState } from './gate-line.ts';

type Checked = { readonly pass: Pass } | { readonly problem: string };

/** A pass checked on this device: its signature with the office’s key, its hall, its time, and what was revoked when there was a line. */
export async function checkPass(text: string, { venue, now, door }: { venue: string; now: number; door: DoorState }): Promise<Checked> {
  const found = readPass(text);
  if (!found || !(await isSigned(found.signed, found.signature, door.passKey))) return { problem: 'pass_invalid' };
  const problem = passProblem(found.pass, { venue, now, revoked: door.revoked });
  return problem ? { problem } : { pass: found.pass };
}

/** Browsers that do not know Ed25519 let nobody in by a pass. */
async function isSigned(signed: Uint8Array, signature: Uint8Array, key: string): Promise<boolean> {
  const { subtle } = crypto;
  const imported = await subtle?.importKey('raw', fromBase64(key), 'Ed25519', false, ['verify']).then(
    (given) => given,
    () => undefined,
  );
  return imported ? subtle.verify('Ed25519', imported, signature as BufferSource, signed as BufferSource) : false;
}
