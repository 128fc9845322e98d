import type { Act } from '#kernel/endpoint.ts';
import { Section } from '#ui/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import type { Paper } from './papers-of.ts';

/** What to bring, as a plain list; on the ticket it says besides how to show it beforehand. */
export function Bring({ papers, act: { language }, item }: { papers: readonly Paper[]; act: Act; item?: string | null | undefined }) {
  const words = portalWords(language).ticket;
  return (
    <Section title={words.papers} id="papers">
      {papers.length === 0 ? (
        <p>{words.papersNone}</p>
      ) : (
        <>
          <ul class="dots">
            {papers.map(({ key, name, some }) => (
              <li key={key}>
                {name} {some && <span class="muted">({words.papersSome})</span>}
              </li>
            ))}
          </ul>
          {item && <p class="mt-3">{words.papersLead}</p>}
        </>
      )}
      {item && (
        <p class="plainlinks">
          {papers.length > 0 && <a href={`/${language}/apply/${item}`}>{words.papersShow}</a>}
          <a href={`/${language}/services/${item}`}>{words.papersGuide}</a>
        </p>
      )}
    </Section>
  );
}
