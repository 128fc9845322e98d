import { page } from '#kernel/page.ts';
import { isRefusal, refuse } from '#kernel/result.ts';
import { type IssuedKind, openIssued } from '#modules/documents/index.ts';
import { casesWords } from '../../locales/index.ts';
import { loadOwnCase } from './own-case.ts';

const kinds: readonly IssuedKind[] = ['receipt', 'decision', 'correction', 'refusal', 'apology'];

/** A signed paper of one's own case, to keep. That a decision was opened here is its proof of delivery. */
export const issuedPaperPage = page({
  path: '/my/cases/:caseNo/papers/:kind',
  shell: 'portal',
  may: 'signed-in',
  load: async (act, { params }) => {
    const kind = kinds.find((one) => one === params['kind']);
    const own = await loadOwnCase(act, params['caseNo']);
    if (isRefusal(own)) return own;
    return kind ? openIssued(act, own.file.caseNo, kind) : refuse('not_found');
  },
  title: (_, { language }) => casesWords(language).acts.submit,
  view: () => null,
});
