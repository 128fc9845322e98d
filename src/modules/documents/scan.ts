import { type FileKind, mediaTypes } from '#adapters/sniff.ts';
import type { Verdict } from '#adapters/virus-scan.ts';
import { sha256 } from '#kernel/ids.ts';
import type { Job } from '#kernel/module.ts';
import { isRefusal } from '#kernel/result.ts';
import type { FileLost, FileScanned } from './facts.ts';
import { type FileRow, type Judged, setLost, setScan, takeForScan } from './queries/files.ts';
import { toScan } from './rules.ts';
import { tools } from './settings.ts';
import { readStored } from './stored.ts';

/**
 * Lets the scanner look at one file and makes its viewing copy, between two transactions. A scanner that is away throws, and the file keeps
 * waiting. A file that has its verdict already is left alone.
 */
export async function scanFile(job: Job, fileId: string): Promise<void> {
  const file = await job.transaction(({ tx, now }) => takeForScan(tx, fileId, now));
  if (!file) return;
  const content = await readStored(file);
  if (!content) return loseFile(job, file);
  const { scanner } = tools();
  const verdict = await scanner.scan(piecesOf(content));
  const scan = toScan(verdict.verdict, scanner.standIn);
  const view = scan === 'clean' || scan === 'not-scanned' ? await makeView(file, content) : noView;
  await judge(job, file, { scan, found: foundIn(verdict), at: job.now(), ...view });
}

async function judge(job: Job, { fileId, ownerId, name, scan: before }: FileRow, judged: Judged): Promise<void> {
  const fact: FileScanned = { fileId, ownerId, name, scan: judged.scan };
  await job.transaction(async (act) => {
    const changed = await setScan(act.tx, fileId, judged);
    if (changed === 1 && before !== judged.scan) act.publish('file_scanned', fact);
  });
}

export async function loseFile(job: Job, { fileId, ownerId, name }: FileRow): Promise<void> {
  const fact: FileLost = { fileId, ownerId, name };
  await job.transaction(async (act) => {
    if ((await setLost(act.tx, fileId, act.now)) === 1) act.publish('file_lost', fact);
  });
}

type View = Pick<Judged, 'viewKey' | 'viewType'>;
const noView: View = { viewKey: null, viewType: null };

/** A picture is drawn anew, so that neither place nor device nor anything hidden in it goes along; a PDF is shown as it is. */
async function makeView({ key, mediaType }: FileRow, content: Uint8Array): Promise<View> {
  const kind = (Object.keys(mediaTypes) as FileKind[]).find((one) => mediaTypes[one] === mediaType);
  if (kind === 'pdf') return { viewKey: key, viewType: mediaType };
  const copy = kind && (await tools().viewer.makeCopy(content, { kind }));
  if (!copy || isRefusal(copy)) return noView;
  const hash = sha256(copy.bytes);
  const viewKey = `views/${hash.slice(0, 2)}/${hash}`;
  await tools().store.put(viewKey, copy.bytes);
  return { viewKey, viewType: copy.mediaType };
}

function foundIn(verdict: Verdict): string | null {
  if (verdict.verdict === 'clean') return null;
  return verdict.verdict === 'infected' ? verdict.name : verdict.why;
}

async function* piecesOf(content: Uint8Array): AsyncIterable<Uint8Array> {
  yield content;
}
