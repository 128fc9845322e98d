import type { Act } from '#kernel/endpoint.ts';
import { type File, page, type PageRequest, sendFile } from '#kernel/page.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/result.ts';
import { dayOf } from '#kernel/workdays.ts';
import { textIn } from '#kernel/locale.ts';
import { viewCase } from '#modules/cases/index.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { documentTools, openIssued, previewPaper } from '#modules/documents/index.ts';
import { getDelivery } from '../actions.ts';
import { wordsIn } from '../locales/index.ts';
import { draftOf } from '../papers.ts';
import { officeOf, toAddress } from '../parcels.ts';

type Load = (act: Act, request: PageRequest) => Promise<File | Refusal>;

/** For the counter: the decision to print and put in the envelope. Printed by an officer, it has not been opened by the applicant. */
const decision: Load = async (act, { params }) => {
  const seen = await viewCase(act, params['caseNo'] ?? '');
  return seen ? openIssued(act, seen.file.caseNo, 'decision') : refuse('not_found');
};

/** The decision as drafted, with the stamp of the unit that will issue it, for whoever is about to sign. */
const preview: Load = async (act, { params }) => {
  const seen = await viewCase(act, params['caseNo'] ?? '');
  if (!seen) return refuse('not_found');
  const paper = await draftOf(act, seen.file.caseNo);
  return paper ? sendFile({ send: await previewPaper(paper), type: 'application/pdf' }) : refuse('no_draft');
};

/** The sheet that goes on the parcel, 100 by 150 millimetres. */
const label: Load = async (act, { params }) => {
  const delivery = await getDelivery(act, { caseNo: params['caseNo'] ?? '' });
  if (isRefusal(delivery)) return delivery;
  const { trackingNo, recipient, caseNo } = delivery;
  if (!trackingNo || !recipient) return refuse('no_label');
  const words = wordsIn(act.language).label;
  const directory = await getDirectory(act.tx);
  const sheet = {
    language: act.language,
    agency: textIn(directory.agencyName, act.language),
    title: words.title,
    date: dayOf(act.now, directory.zoneOf(directory.regions[0]?.code ?? 'CN')),
    number: { label: words.no, value: trackingNo },
    qr: { content: trackingNo, title: trackingNo, caption: words.scan },
    from: { label: words.from, ...(await officeOf(act, caseNo)) },
    to: { label: words.to, ...toAddress(recipient) },
    note: words.note,
  };
  const { pdf } = await documentTools().printer.printPdf('courier-label', sheet);
  return sendFile({ send: pdf, type: 'application/pdf', fileName: `${trackingNo}.pdf` });
};

function sheet(path: string, load: Load) {
  return page({
    path,
    shell: 'plain',
    may: ['window', 'reviewer', 'signer', 'head'],
    load,
    title: (_, act) => wordsIn(act.language).desk.title,
    view: () => null,
  });
}

export const sheets = [
  sheet('/desk/issue/:caseNo/decision.pdf', decision),
  sheet('/desk/issue/:caseNo/label.pdf', label),
  sheet('/desk/cases/:caseNo/preview.pdf', preview),
];
