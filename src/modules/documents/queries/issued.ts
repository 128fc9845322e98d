import type { Tx } from '#kernel/db.ts';
import type { IssuedKind, PublicFacts } from '../contract.ts';

export type IssuedRow = {
  readonly documentId: string;
  readonly kind: IssuedKind;
  readonly caseNo: string;
  readonly seq: number;
  readonly no: string;
  readonly language: string;
  readonly verifyCode: string;
  readonly key: string;
  readonly sha256: string;
  readonly facts: PublicFacts;
  readonly signedAt: Date;
  readonly revokedAt: Date | null;
};
const columns = `document_id, kind, case_no, seq, no, language, verify_code, key, sha256, facts, signed_at, revoked_at`;

/** 0 when this act's document was there already. */
export function insertIssued(tx: Tx, row: Omit<IssuedRow, 'revokedAt'>): Promise<number> {
  return tx.run(
    `insert into documents.issued_document (document_id, kind, case_no, seq, no, language, verify_code, key, sha256, facts, signed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict on constraint issued_document_once do nothing`,
    [
      row.documentId,
      row.kind,
      row.caseNo,
      row.seq,
      row.no,
      row.language,
      row.verifyCode,
      row.key,
      row.sha256,
      JSON.stringify(row.facts),
      row.signedAt,
    ],
  );
}

export function findIssued(tx: Tx, { kind, caseNo, seq }: Pick<IssuedRow, 'kind' | 'caseNo' | 'seq'>): Promise<IssuedRow | undefined> {
  return tx.maybe<IssuedRow>(`select ${columns} from documents.issued_document where case_no = $1 and kind = $2 and seq = $3`, [
    caseNo,
    kind,
    seq,
  ]);
}

/** The latest of its kind that is in force. */
export function findInForce(tx: Tx, caseNo: string, kind: IssuedKind): Promise<IssuedRow | undefined> {
  return tx.maybe<IssuedRow>(
    `select ${columns} from documents.issued_document where case_no = $1 and kind = $2 and revoked_at is null order by seq desc limit 1`,
    [caseNo, kind],
  );
}

export function listIssuedOf(tx: Tx, caseNo: string): Promise<IssuedRow[]> {
  return tx.rows<IssuedRow>(`select ${columns} from documents.issued_document where case_no = $1 order by signed_at, seq`, [caseNo]);
}

export function findByCode(tx: Tx, verifyCode: string): Promise<IssuedRow | undefined> {
  return tx.maybe<IssuedRow>(`select ${columns} from documents.issued_document where verify_code = $1`, [verifyCode]);
}

export function findByHash(tx: Tx, sha256: string): Promise<IssuedRow | undefined> {
  return tx.maybe<IssuedRow>(`select ${columns} from documents.issued_document where sha256 = $1 limit 1`, [sha256]);
}

export function setRevoked(
  tx: Tx,
  { caseNo, kind, why, at }: { caseNo: string; kind: IssuedKind; why: string; at: Date },
): Promise<number> {
  return tx.run(
    `update documents.issued_document set revoked_at = $4, revoked_why = $3 where case_no = $1 and kind = $2 and revoked_at is null and signed_at <= $4`,
    [caseNo, kind, why, at],
  );
}
