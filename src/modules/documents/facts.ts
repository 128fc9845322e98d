import type { IssuedKind, Scan } from './contract.ts';

/** `file_received`: a file lies in the store and waits for the scanner. */
export type FileReceived = { readonly fileId: string };
/** `file_scanned`: the owner of an infected or unreadable file is to be told. */
export type FileScanned = { readonly fileId: string; readonly ownerId: string; readonly name: string; readonly scan: Scan };
/** `file_lost`: the store has not what was put there, or other bytes. The owner is to be asked for it again. */
export type FileLost = { readonly fileId: string; readonly ownerId: string; readonly name: string };
/** `document_issued`. `missing` names characters that no font has; they stand in the document as codes. */
export type DocumentIssued = {
  readonly documentId: string;
  readonly kind: IssuedKind;
  readonly caseNo: string;
  readonly verifyCode: string;
  readonly missing: readonly string[];
};
/** `document_opened`: somebody was given the document. Opened by the applicant, a decision has been delivered. */
export type DocumentOpened = { readonly kind: IssuedKind; readonly caseNo: string; readonly seq: number; readonly personId: string | null };
/** `document_revoked`. */
export type DocumentRevoked = { readonly kind: IssuedKind; readonly caseNo: string; readonly why: string };
