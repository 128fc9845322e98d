import type { Act } from '#kernel/endpoint.ts';
import { newDigits, newId } from '#kernel/ids.ts';
import type { Reaction, Routine } from '#kernel/module.ts';
import { findCase, findDecidedSeq, findWithheld } from '#modules/cases/index.ts';
import { issueDocument, type Paper, revokeIssued } from '#modules/documents/index.ts';
import type { ParcelWanted, ResultReady } from './facts.ts';
import { paperOf } from './papers.ts';
import { bookParcel, followParcels, serveOpened } from './parcels.ts';
import { insertHandover, setCancelled } from './queries.ts';
import { beginning } from './rules.ts';

type CaseFact = { readonly caseNo: string; readonly seq: number };

/** Each of these acts has its paper, made once, in the applicant's language. */
const paperByFact: Readonly<Record<string, Paper['kind']>> = {
  'cases.receipt_wanted': 'receipt',
  'cases.case_accepted': 'receipt',
  'cases.case_not_accepted': 'refusal',
  'cases.case_correction_asked': 'correction',
  'cases.case_decided': 'decision',
  'cases.case_apologised': 'apology',
};

const issuePapers: readonly Reaction[] = Object.entries(paperByFact).map(([on, kind]) => ({
  on,
  name: `issue-${on.slice('cases.'.length)}`,
  run: async (job, { payload }) => {
    const paper = await job.transaction((act) => (kind === 'decision' ? decisionPaper : paperOf)(act, kind, payload as CaseFact));
    if (paper) await issueDocument(job, paper);
  },
}));

/** 容缺审批: what is signed stays in the house until the paper it waits for has come. */
async function decisionPaper(act: Act, kind: Paper['kind'], fact: CaseFact): Promise<Paper | undefined> {
  return (await findWithheld(act, fact.caseNo)) ? undefined : paperOf(act, kind, fact);
}

/** The result begins its way as the applicant wished it. */
export async function beginHandover(act: Act, { caseNo, seq }: CaseFact): Promise<void> {
  const file = await findCase(act.tx, caseNo);
  if (!file || file.state !== 'decided' || (await findWithheld(act, caseNo))) return;
  const begun = beginning(file.delivery, { name: file.applicantName, phone: file.applicantPhone });
  const row = {
    ...begun,
    recipient: begun.recipient ?? null,
    handoverId: newId(),
    caseNo,
    seq,
    unitCode: file.intakeUnit,
    code: newDigits(6),
    createdAt: act.now,
  };
  if ((await insertHandover(act.tx, row)) !== 1) return;
  if (row.state === 'booking') act.publish('parcel_wanted', { handoverId: row.handoverId } satisfies ParcelWanted);
  act.publish('result_ready', { caseNo, way: row.way } satisfies ResultReady);
}

const begin: Reaction = {
  on: 'cases.case_decided',
  name: 'begin-handover',
  run: (job, { payload }) => job.transaction((act) => beginHandover(act, payload as CaseFact)),
};

/** The last paper has come: the decision that was kept back goes out as if it had been signed now. */
const release: Reaction = {
  on: 'cases.case_paper_supplied',
  name: 'release-result',
  run: async (job, { payload }) => {
    const { caseNo } = payload as CaseFact;
    const paper = await job.transaction(async (act) => {
      const seq = await findDecidedSeq(act, caseNo);
      if (seq === undefined || (await findWithheld(act, caseNo))) return undefined;
      await beginHandover(act, { caseNo, seq });
      return paperOf(act, 'decision', { caseNo, seq });
    });
    if (paper) await issueDocument(job, paper);
  },
};

/** Opened again or revoked: the decision is no longer in force, and nothing more is handed out. */
const takeBack = ['reopened', 'revoked'].map(
  (why): Reaction => ({
    on: `cases.case_${why}`,
    name: `take-back-${why}`,
    run: async (job, { payload }) => {
      const { caseNo } = payload as CaseFact;
      await job.transaction(async (act) => {
        await revokeIssued(act, { caseNo, kind: 'decision', why });
        await setCancelled(act.tx, caseNo);
      });
    },
  }),
);

const serveOnOpening: Reaction = {
  on: 'documents.document_opened',
  name: 'serve-opened',
  run: async (job, { payload, at }) => {
    const { kind, caseNo, personId } = payload as { kind: string; caseNo: string; personId: string | null };
    if (kind === 'decision') await job.transaction((act) => serveOpened(act, { caseNo, personId, at }));
  },
};

const bookOnWish: Reaction = {
  on: 'delivery.parcel_wanted',
  name: 'book-parcel',
  run: (job, { payload }) => bookParcel(job, (payload as ParcelWanted).handoverId),
};

export const reactions: readonly Reaction[] = [...issuePapers, begin, release, ...takeBack, serveOnOpening, bookOnWish];
export const routines: readonly Routine[] = [{ name: 'follow-parcels', everySeconds: 60, run: followParcels }];
