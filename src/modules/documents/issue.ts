import type { Act } from '#kernel/endpoint.ts';
import { newHumanNumber, newId, sha256 } from '#kernel/ids.ts';
import type { Job } from '#kernel/module.ts';
import { type File, sendFile } from '#kernel/page.ts';
import { refuse, type Refusal } from '#kernel/result.ts';
import { maskName } from '#modules/identity/index.ts';
import type { IssuedKind, PublicFacts } from './contract.ts';
import type { DocumentIssued, DocumentOpened, DocumentRevoked } from './facts.ts';
import { findInForce, findIssued, insertIssued, type IssuedRow, setRevoked } from './queries/issued.ts';
import type { Paper } from './sheets/paper.ts';
import { type Mark, sheetOf, titleOf } from './sheets/sheet-of.ts';
import { settings, tools } from './settings.ts';
import { readStored } from './stored.ts';
import { wordsIn } from './locales/index.ts';

/** Prints, signs, stores and registers a paper, once for an act on a case; a second time it does nothing. */
export async function issueDocument(job: Job, paper: Paper): Promise<void> {
  if (await job.transaction(({ tx }) => findIssued(tx, paper))) return;
  const mark = newMark(paper);
  const { pdf, missing } = await print(paper, mark);
  const reason = `${titleOf(paper)} ${mark.code}`;
  const signed = await tools().signer.sign(pdf, { reason, name: paper.agency, place: paper.centre, at: paper.at });
  const documentId = newId();
  const key = `issued/${documentId}`;
  await tools().store.put(key, signed);
  const row = { ...toRow(paper, mark), documentId, key, sha256: sha256(signed), signedAt: job.now() };
  const fact: DocumentIssued = { documentId, kind: paper.kind, caseNo: paper.caseNo, verifyCode: mark.code, missing };
  const inserted = await job.transaction(async (act) => {
    const count = await insertIssued(act.tx, row);
    if (count === 1) act.publish('documents.document_issued', fact);
    return count;
  });
  if (inserted === 0) await tools().store.remove(key);
}

/** The paper as it would look, for whoever is about to sign: no number, no signature, leads nowhere. */
export async function previewPaper(paper: Paper): Promise<Uint8Array> {
  const { draft, draftNo } = wordsIn(paper.language).sheet;
  const drawn = sheetOf({ ...paper, centre: `${paper.centre} · ${draft}` }, { no: draftNo, code: '', url: settings().publicUrl });
  return (await tools().printer.printPdf(drawn.template, drawn.data)).pdf;
}

function print(paper: Paper, mark: Mark) {
  const { template, data } = sheetOf(paper, mark);
  return tools().printer.printPdf(template, data);
}

function newMark({ caseNo, seq }: Paper): Mark {
  const code = newHumanNumber('VC');
  return { no: `${caseNo}/${seq}`, code, url: `${settings().publicUrl}/verify/${code}` };
}

function toRow(paper: Paper, mark: Mark): Omit<IssuedRow, 'documentId' | 'key' | 'sha256' | 'signedAt' | 'revokedAt'> {
  const facts: PublicFacts = {
    kind: paper.kind,
    title: titleOf(paper),
    no: mark.no,
    itemName: paper.itemName,
    outcome: paper.kind === 'decision' ? paper.outcome : null,
    holder: maskName(paper.applicant),
    issuedBy: paper.agency,
    issuedAt: paper.at.toISOString(),
    validUntil: paper.kind === 'decision' ? paper.validUntil : null,
    language: paper.language,
    zone: paper.zone,
  };
  const { kind, caseNo, seq, language } = paper;
  return { kind, caseNo, seq, no: mark.no, language, verifyCode: mark.code, facts };
}

/**
 * The latest document of a kind that is in force, as an answer. Whether the reader may have it is the caller's question.
 * That it was handed out becomes a fact: a decision opened by its applicant has been delivered.
 */
export async function openIssued(act: Act, caseNo: string, kind: IssuedKind): Promise<File | Refusal<'not_issued' | 'file_lost'>> {
  const issued = await findInForce(act.tx, caseNo, kind);
  if (!issued) return refuse('not_issued', { kind });
  const content = await readStored(issued);
  if (!content) return refuse('file_lost', { kind });
  const fact: DocumentOpened = { kind, caseNo, seq: issued.seq, personId: act.actor.personId ?? null };
  act.publish('documents.document_opened', fact);
  return sendFile({ send: content, type: 'application/pdf', fileName: `${caseNo}-${kind}.pdf` });
}

/** Documents of a kind are no longer in force: the case was opened again. Whoever verifies one sees it. */
export async function revokeIssued(act: Act, revoked: { caseNo: string; kind: IssuedKind; why: string }): Promise<void> {
  const count = await setRevoked(act.tx, { ...revoked, at: act.now });
  if (count > 0) act.publish('documents.document_revoked', revoked satisfies DocumentRevoked);
}
