import { type Language, textIn } from '#kernel/locale.ts';
import type { Directory as Places } from '#modules/directory/index.ts';
import { Flow, Section, type FlowStep as Drawn } from '#ui/index.ts';
import type { Item } from '../../../item.ts';
import { guideWords } from '../../../locales/guide/index.ts';
import { portalWords } from '../../../locales/portal/index.ts';
import { type FlowStep, flowOf, type FlowWords, laneName, laneNotes } from '../../../rules/flow.ts';
import { limitText, promiseOf } from './limits.ts';
import type { Guide } from './load.ts';

/** The words of the drawing: units by their names of today. */
export function flowWords({ unitByCode }: Pick<Places, 'unitByCode'>, language: Language): FlowWords {
  const words = guideWords(language);
  return {
    title: words.flowTitle,
    stage: (key) => words.stages[key] ?? key,
    unit: (path, post) => {
      const name = path === 'window' ? words.window : textIn(unitByCode.get(path)?.name, language);
      return post === 'head' && name ? words.head(name) : name;
    },
    limit: (limit) => limitText(limit, language),
    by: words.by,
    sometimes: words.sometimes,
    join: words.join,
  };
}

/** How it goes: the very stages a case of this version runs through. */
export function Course({ guide: { item, places }, language }: { guide: Guide; language: Language }) {
  const words = guideWords(language);
  const promised = promiseOf(item);
  const steps = flowOf(item).map((step) => drawn(step, flowWords(places, language), language));
  return (
    <Section title={words.flow} id="flow">
      {item.guide?.before && (
        <p>
          <b>{words.before}</b> {textIn(item.guide.before, language)}
        </p>
      )}
      <Flow steps={[{ title: words.apply, who: words.you, days: words.anyTime }, ...steps]} />
      {promised && promised.days > 0 && <p class="muted small mt-4">{words.promiseSum(limitText(promised, language))}</p>}
      <p class="small plainlinks">
        <a href={`/${language}/services/${item.code}/flow.svg`}>{words.flowPicture}</a>
      </p>
      <Special item={item} language={language} />
      <Result item={item} language={language} />
    </Section>
  );
}

function drawn({ join, lanes }: FlowStep, words: FlowWords, language: Language): Drawn {
  const [first, ...others] = lanes;
  if (first && others.length === 0) {
    const { limit, ...rest } = first;
    return {
      title: laneName(first, language, words),
      who: laneNotes(rest, words).join(' · '),
      ...(limit ? { days: words.limit(limit) } : {}),
    };
  }
  return {
    title: words.join(join, lanes.length),
    lanes: lanes.map((lane) => ({ title: laneName(lane, language, words), who: laneNotes(lane, words).join(' · ') })),
  };
}

function Special({ item, language }: { item: Item; language: Language }) {
  const words = guideWords(language);
  const known: Readonly<Record<string, string>> = words.pauses;
  const names = (item.limits.notCounted ?? []).map((pause) => {
    if (typeof pause === 'string') return known[pause] ?? pause;
    if ('name' in pause) return textIn(pause.name, language);
    return words.usually(known[pause.key] ?? pause.key, limitText({ days: pause.days, unit: item.limits.promised.unit }, language));
  });
  const hasLengths = item.limits.notCounted?.some((pause) => typeof pause !== 'string' && 'days' in pause);
  const lines = [
    textIn(item.guide?.special, language),
    (!item.guide?.special || hasLengths) && (names.length > 0 ? words.notCounted(names.join(portalWords(language).and)) : words.allCounted),
    item.green && words.green(limitText(item.green.promised, language)),
    item.auto && words.auto,
  ];
  return (
    <div class="mt-4" id="special">
      <h3 class="mb-2">{words.special}</h3>
      <ul class="dots">{lines.map((line) => line && <li key={line}>{line}</li>)}</ul>
      {(item.green || item.auto) && (
        <p class="mt-2">
          <a href={`/${language}/figures`}>{words.figures}</a>
        </p>
      )}
    </div>
  );
}

function Result({ item: { result, guide }, language }: { item: Item; language: Language }) {
  const words = guideWords(language);
  if (!result) return null;
  const valid = Object.entries(result.validFor ?? {}).map(([unit, count]) => words.validFor[unit as 'years'](count));
  const ways = result.delivery.map((way) => words.delivery[way]);
  const text = [textIn(result.name, language), ...valid, ways.join(words.or)].filter(Boolean).join(' · ');
  return (
    <div class="mt-4" id="result">
      <h3 class="mb-2">{words.result}</h3>
      <p>{text}</p>
      {guide?.after && (
        <p class="mt-2">
          <b>{words.after}</b> {textIn(guide.after, language)}
        </p>
      )}
    </div>
  );
}
