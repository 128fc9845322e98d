import { page } from '#kernel/page.ts';
import { BackLink } from '#ui/index.ts';
import { wordsIn } from '../locales/index.ts';

/** What somebody gets who takes their data with them, and the way to it. */
export const dataPage = page({
  path: '/my/data',
  shell: 'portal',
  width: 'read',
  may: 'signed-in',
  load: async () => ({}),
  title: (_, { language }) => wordsIn(language).data.title,
  view: ({ act: { language } }) => {
    const words = wordsIn(language).data;
    return (
      <div class="stack">
        <BackLink href={`/${language}/my/profile`}>{words.back}</BackLink>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <ul class="dots">
          {words.holds.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>{words.not}</p>
        <p>
          <a class="btn" href="/api/v1/privacy/my-data" download>
            {words.download}
          </a>
        </p>
        <p class="plainlinks">
          <a href={`/${language}/my/views`}>{words.views}</a>
        </p>
      </div>
    );
  },
});
