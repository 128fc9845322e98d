import type { Language } from '#kernel/locale.ts';
import { page } from '#kernel/page.ts';
import { Section } from '#ui/index.ts';
import { type HelpWords, helpWords } from '../../locales/help/index.ts';

/** Text with a way to go on below each part. */
function textPage(path: string, name: keyof HelpWords) {
  return page({
    path,
    shell: 'portal',
    width: 'read',
    may: 'anyone',
    load: async () => ({}),
    title: (_, { language }) => helpWords(language)[name].title,
    view: ({ act: { language } }) => {
      const { title, lead, sections } = helpWords(language)[name];
      return (
        <>
          <h1>{title}</h1>
          <p class="lead mt-2">{lead}</p>
          {sections.map((section) => (
            <Part key={section.id} section={section} language={language} />
          ))}
        </>
      );
    },
  });
}

function Part({ section: { id, title, text, links }, language }: { section: HelpWords['help']['sections'][number]; language: Language }) {
  return (
    <Section title={title} id={id}>
      {text.map((paragraph) => (
        <p key={paragraph} class="mb-2">
          {paragraph}
        </p>
      ))}
      {links.length > 0 && (
        <p class="plainlinks">
          {links.map(({ href, label }) => (
            <a key={label} href={`/${language}${href}`}>
              {label}
            </a>
          ))}
        </p>
      )}
    </Section>
  );
}

export const helpPage = textPage('/help', 'help');
export const accessibilityPage = textPage('/accessibility', 'accessibility');
