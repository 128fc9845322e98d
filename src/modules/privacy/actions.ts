import { zipOf } from '#adapters/zip.ts';
import type { Act, Action } from '#kernel/endpoint.ts';
import { sendFile } from '#kernel/page.ts';
import { isRefusal } from '#kernel/result.ts';
import { exportBookings } from '#modules/appointments/index.ts';
import { countDue, countIdleDrafts, exportCases } from '#modules/cases/index.ts';
import { exportHandovers } from '#modules/delivery/index.ts';
import { listIssuedOf, listOwnFiles, type OwnFile, sendStored } from '#modules/documents/index.ts';
import { exportTickets } from '#modules/hall/index.ts';
import { exportPerson } from '#modules/identity/index.ts';
import { exportNotices } from '#modules/messages/index.ts';
import type * as contract from './contract.ts';
import { dueAt } from './due.ts';
import { countErasures, listErasures } from './queries.ts';

/** More than this does not go into one archive; the list in `data.json` says where to get the rest. */
const mostBytes = 200 * 1_048_576;

/** 查阅、复制、转移 (个人信息保护法 45; Nghị định 13/2023/NĐ-CP 14): everything, in a form that other programs read. */
export const takeMyData: Action<typeof contract.takeMyData> = async (act) => {
  const personId = act.actor.personId ?? '';
  const files = await listOwnFiles(act.tx, personId);
  const packed = await packFiles(act, files);
  const data = {
    ...(await everythingOf(act, personId)),
    files: files.map((file) => ({ ...file, path: packed.pathById.get(file.fileId) ?? null })),
  };
  const json = { name: 'data.json', content: Buffer.from(JSON.stringify({ takenAt: act.now, ...data }, null, 2)) };
  return sendFile({ send: zipOf([json, ...packed.entries]), type: 'application/zip', fileName: 'tongban-data.zip' }) as never;
};

async function everythingOf({ tx }: Act, personId: string) {
  const cases = await exportCases(tx, personId);
  const caseNos = (cases['cases'] ?? []).map(({ caseNo }) => caseNo as string);
  const issued = await Promise.all(caseNos.map((caseNo) => listIssuedOf(tx, caseNo)));
  return {
    ...(await exportPerson(tx, personId)),
    ...cases,
    issued: issued.flat().map(({ kind, caseNo, no, language, verifyCode, sha256, facts, signedAt }) => ({
      kind,
      caseNo,
      no,
      language,
      verifyCode,
      sha256,
      facts,
      signedAt,
    })),
    deliveries: await exportHandovers(tx, caseNos),
    ...(await exportBookings(tx, personId)),
    tickets: await exportTickets(tx, personId),
    notices: await exportNotices(tx, personId),
  };
}

/** What the scanner holds back, or what is lost, stays out: its line in the list has no path. */
async function packFiles(act: Act, files: readonly OwnFile[]) {
  const entries: { name: string; content: Uint8Array }[] = [];
  const pathById = new Map<string, string>();
  let room = mostBytes;
  for (const { fileId, name, bytes } of files) {
    if (bytes > room) continue;
    const file = await sendStored(act, fileId, 'original');
    if (isRefusal(file) || typeof file.send === 'string') continue;
    const path = `files/${fileId}-${name.replace(/[^\p{L}\p{N}._-]/gu, '_').slice(-80)}`;
    entries.push({ name: path, content: file.send });
    pathById.set(fileId, path);
    room -= bytes;
  }
  return { entries, pathById };
}

export const getRetention: Action<typeof contract.getRetention> = async ({ tx, now }, { limit = 50 }) => {
  const { current, today, warnUntil, draftsSince } = dueAt(now);
  const [over, soon] = [await countDue(tx, today), await countDue(tx, warnUntil)];
  const drafts = await countIdleDrafts(tx, draftsSince);
  return {
    policy: {
      validFrom: current.validFrom,
      warnDays: current.warnDays,
      draftDays: current.drafts.days,
      identityPaperDays: current.identityPapers.days,
      cases: current.cases.map(({ kinds = [], outcomes = [], years }) => ({ kinds: [...kinds], outcomes: [...outcomes], years })),
    },
    due: { cases: over.count, soon: soon.count - over.count, told: soon.warned, drafts: drafts.count },
    erased: (await countErasures(tx)).map((row) => ({ ...row, lastAt: row.lastAt.toISOString() })),
    rows: (await listErasures(tx, limit)).map(({ erasureId: _, erasedAt, ...row }) => ({ ...row, erasedAt: erasedAt.toISOString() })),
  };
};
