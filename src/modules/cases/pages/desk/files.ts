import type { Act } from '#kernel/endpoint.ts';
import { page, type PageRequest } from '#kernel/page.ts';
import { refuse } from '#kernel/result.ts';
import { type Look, sendStored } from '#modules/documents/index.ts';
import { logLook } from '../../actions/look.ts';
import { viewCase } from '../../actions/read.ts';
import { listActions } from '../../queries/case.ts';
import { listCaseMessages } from '../../queries/lists.ts';
import { deskWords } from '../../locales/desk/index.ts';
import { deskRoles } from './address.ts';
import { fileIdsOf } from './papers.ts';

/** A file of a case for whoever may see the case; that no unchecked file is opened is the documents' own rule. Opening one leaves a line in the log of looks. */
async function send(act: Act, { params }: PageRequest, look: Look) {
  const { caseNo = '', fileId = '' } = params;
  const seen = await viewCase(act, caseNo);
  if (!seen) return refuse('not_found');
  const { file } = seen;
  const [log, messages] = [await listActions(act.tx, file.caseId), await listCaseMessages(act.tx, file.caseId)];
  if (!fileIdsOf(file, log, messages).includes(fileId)) return refuse('not_found');
  logLook(act, file, 'document');
  return sendStored(act, fileId, look);
}

const filePage = (path: string, look: Look) =>
  page({
    path,
    shell: 'desk',
    may: deskRoles,
    load: (act, request) => send(act, request, look),
    title: (_, act) => deskWords(act.language).papers.label,
    view: () => null,
  });

export const filePages = [
  filePage('/desk/cases/:caseNo/files/:fileId', 'original'),
  filePage('/desk/cases/:caseNo/files/:fileId/view', 'view'),
];
