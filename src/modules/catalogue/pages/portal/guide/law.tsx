import { type Language, textIn } from '#kernel/locale.ts';
import { Details, Section } from '#ui/index.ts';
import type { Item } from '../../../item.ts';
import { guideWords } from '../../../locales/guide/index.ts';

type Basis = NonNullable<Item['basis']>[number];

/** Laws keep the language of their country. */
function BasisList({ bases, item, language }: { bases: readonly Basis[]; item: Item; language: Language }) {
  const written = item.jurisdiction === 'VN' ? 'vi' : 'zh-Hans';
  const words = guideWords(written);
  return (
    <ul class="dots">
      {bases.map(({ law, number = '', article, text }) => (
        <li key={law + article}>
          <span lang={written === language ? undefined : written}>
            {words.lawName(law, number)}
            {article && (written === 'vi' ? `, ${words.article(article)}` : words.article(article))}
          </span>
          {text && <p class="small muted">{text}</p>}
        </li>
      ))}
    </ul>
  );
}

export function Law({ item, language }: { item: Item; language: Language }) {
  const words = guideWords(language);
  return (
    <>
      {item.fee.basis && (
        <Section title={words.fee} id="fee">
          <BasisList bases={item.fee.basis} item={item} language={language} />
        </Section>
      )}
      {item.basis && (
        <Section title={words.law} id="law">
          <BasisList bases={item.basis} item={item} language={language} />
        </Section>
      )}
    </>
  );
}

export function Faq({ item: { faq = [] }, language, open = false }: { item: Item; language: Language; open?: boolean }) {
  if (faq.length === 0) return null;
  return (
    <Section title={guideWords(language).faq} id="faq">
      {faq.map(({ ask, answer }, index) => (
        <Details key={index} summary={textIn(ask, language)} icon="next" open={open || index === 0}>
          <p>{textIn(answer, language)}</p>
        </Details>
      ))}
    </Section>
  );
}

export function Who({ item, language }: { item: Item; language: Language }) {
  const words = guideWords(language);
  const names = item.audience.map((one) => words.audience[one]).join(language.startsWith('zh') ? '、' : ', ');
  return (
    <Section title={words.who} id="who">
      <p>{words.audienceIs(names)}</p>
      {item.conditions && (
        <ul class="dots">
          {item.conditions.map(({ text }, index) => (
            <li key={index}>{textIn(text, language)}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}
