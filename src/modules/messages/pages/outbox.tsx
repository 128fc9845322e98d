import type { SentMail } from '#adapters/mail.ts';
import { page } from '#kernel/page.ts';
import { refuse } from '#kernel/result.ts';
import { centreZone } from '#modules/identity/index.ts';
import { Empty, formatInstant } from '#ui/index.ts';
import { wordsIn } from '../locales/index.ts';
import { settings } from '../settings.ts';

const mostShown = 50;
/** In the demo everyone may read what went out, because nothing went out. */
export const outboxPage = page({
  path: '/demo/outbox',
  shell: 'portal',
  width: 'read',
  may: 'anyone',
  load: async () => {
    const { demo, outbox, mail } = settings();
    return demo ? { standIn: mail.standIn, mails: mail.standIn ? await outbox(mostShown) : [] } : refuse('not_found');
  },
  title: (_, { language }) => wordsIn(language).outbox.title,
  view: ({ data: { standIn, mails }, act: { language } }) => {
    const words = wordsIn(language).outbox;
    return (
      <div class="stack">
        <h1>{words.title}</h1>
        <p class="lead">{standIn ? words.lead : words.smtp}</p>
        {standIn && mails.length === 0 && <Empty text={words.empty} icon="post" />}
        {mails.map((mail) => (
          <OneMail key={mail.id} mail={mail} when={formatInstant(mail.at, language, { zone: centreZone() })} to={words.to(mail.to)} />
        ))}
      </div>
    );
  },
});

function OneMail({ mail, when, to }: { mail: SentMail; when: string; to: string }) {
  return (
    <article class="sheet stack">
      <h2 lang={mail.language}>{mail.subject}</h2>
      <p class="small muted">
        {to} · <time dateTime={mail.at.toISOString()}>{when}</time>
      </p>
      <div lang={mail.language}>
        {mail.text.split('\n').map((line, index) => (
          <p key={index}>{line}</p>
        ))}
      </div>
    </article>
  );
}
