import { page, redirect } from '#kernel/page.ts';
import { refuse } from '#kernel/result.ts';
import { findShortLink } from '../queries/texts.ts';

/** Where the short address of a text message leads. The message was written in one language; its link keeps it. */
export const shortLinkPage = page({
  path: '/t/:code',
  shell: 'plain',
  may: 'anyone',
  load: async ({ tx }, { params }) => {
    const link = await findShortLink(tx, params['code'] ?? '');
    return link ? redirect(link) : refuse('not_found');
  },
  title: () => '',
  view: () => null,
});
