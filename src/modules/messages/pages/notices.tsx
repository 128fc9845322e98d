import type { Act } from '#kernel/endpoint.ts';
import { type Language, isLanguage } from '#kernel/locale.ts';
import { form, page } from '#kernel/page.ts';
import { getDirectory } from '#modules/directory/index.ts';
import { isRefusal } from '#kernel/result.ts';
import { Button, Empty, Form, formatInstant, Pagination, Tag } from '#ui/index.ts';
import { listNotices } from '../actions.ts';
import * as contract from '../contract.ts';
import { linkIn } from '../link.ts';
import { wordsIn } from '../locales/index.ts';

const here = (_: unknown, { path }: { path: string }) => path;

export const noticesPage = page({
  path: '/my/notices',
  shell: 'portal',
  width: 'read',
  may: 'signed-in',
  load: async (act, { query }) => {
    const found = await listNotices(act, query['cursor'] ? { cursor: query['cursor'] } : {});
    if (isRefusal(found)) return found;
    const directory = await getDirectory(act.tx);
    return { ...found, zone: directory.zoneOf(directory.regions[0]?.code ?? 'CN') };
  },
  title: (_, { language }) => wordsIn(language).inbox.title,
  view: ({ data, act }) => {
    const words = wordsIn(act.language).inbox;
    return (
      <div class="stack">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {data.rows.length === 0 && <Empty text={words.empty} icon="post" />}
        {data.unread > 0 && (
          <Form act="readAll">
            <Button look="second">{words.readAll}</Button>
          </Form>
        )}
        {data.rows.map((notice) => (
          <OneNotice key={notice.noticeId} notice={notice} act={act} zone={data.zone} />
        ))}
        <Pagination next={data.nextCursor ? `?cursor=${data.nextCursor}` : undefined} />
      </div>
    );
  },
  forms: { read: form(contract.readNotice, here), readAll: form(contract.readNotices, here) },
});

function OneNotice({ notice, act, zone }: { notice: contract.Notice; act: Act; zone: string }) {
  const words = wordsIn(act.language).inbox;
  const written: Language = isLanguage(notice.language) ? notice.language : act.language;
  return (
    <article class="sheet stack" aria-labelledby={`n-${notice.noticeId}`}>
      <div class="head-row">
        <h2 id={`n-${notice.noticeId}`} lang={written === act.language ? undefined : written}>
          {notice.title}
        </h2>
        {!notice.readAt && <Tag tone="info">{words.unread}</Tag>}
      </div>
      <p class="small muted">
        <time dateTime={notice.at}>{formatInstant(new Date(notice.at), act.language, { zone })}</time>
        {notice.caseNo && ` · ${notice.caseNo}`}
      </p>
      <div lang={written === act.language ? undefined : written}>
        {notice.body.split('\n').map((line, index) => (
          <p key={index}>{line}</p>
        ))}
      </div>
      <div class="acts">
        <a class="btn second" href={linkIn(notice.link, act.language)}>
          {notice.caseNo ? words.open : notice.link.startsWith('/b/') ? words.openBooking : words.openDraft}
        </a>
        {!notice.readAt && (
          <Form act="read" hidden={{ noticeId: notice.noticeId }}>
            <Button look="plain">{words.read}</Button>
          </Form>
        )}
      </div>
    </article>
  );
}
