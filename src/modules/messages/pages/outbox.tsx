import { page } from '#kernel/page.ts';
import { refuse } from '#kernel/result.ts';
import { centreZone } from '#modules/identity/index.ts';
import { Empty, formatInstant } from '#ui/index.ts';
import { wordsIn } from '../locales/index.ts';
import { settings } from '../settings.ts';

const mostShown = 50;
/** A mail, or a text message (which has no subject), as the stand-in kept it. */
type Kept = {
  readonly id: string;
  readonly to: string;
  readonly text: string;
  readonly language: string;
  readonly at: Date;
  readonly subject?: string;
};

/** In the demo everyone may read what went out, because nothing went out. */
export const outboxPage = page({
  path: '/demo/outbox',
  shell: 'portal',
  width: 'read',
  may: 'anyone',
  load: async () => {
    const { demo, outbox, mail, texts, sms } = settings();
    if (!demo) return refuse('not_found');
    const kept: Kept[] = [...(mail.standIn ? await outbox(mostShown) : []), ...(sms.standIn ? await texts(mostShown) : [])];
    const newest = kept.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, mostShown);
    return { standIn: mail.standIn || sms.standIn, newest };
  },
  title: (_, { language }) => wordsIn(language).outbox.title,
  view: ({ data: { standIn, newest }, act: { language } }) => {
    const words = wordsIn(language).outbox;
    return (
      <div class="stack">
        <h1>{words.title}</h1>
        <p class="lead">{standIn ? words.lead : words.none}</p>
        {standIn && newest.length === 0 && <Empty text={words.empty} icon="post" />}
        {newest.map((message) => (
          <OneMessage
            key={`${message.id}${message.subject ?? ''}`}
            message={message}
            when={formatInstant(message.at, language, { zone: centreZone() })}
            title={message.subject ?? words.text}
            to={words.to(message.to)}
          />
        ))}
      </div>
    );
  },
});

function OneMessage({ message, when, title, to }: { message: Kept; when: string; title: string; to: string }) {
  return (
    <article class="sheet stack">
      <h2 lang={message.subject ? message.language : undefined}>{title}</h2>
      <p class="small muted">
        {to} · <time dateTime={message.at.toISOString()}>{when}</time>
      </p>
      <div lang={message.language}>
        {message.text.split('\n').map((line, index) => (
          <p key={index}>{line}</p>
        ))}
      </div>
    </article>
  );
}
