import type { Language } from '#kernel/locale.ts';
import { Icon, languageNames } from '#ui/index.ts';
import type { Draft } from '../../../contract/drafts.ts';
import { editorWords } from '../../../locales/editor/index.ts';
import { guideWords } from '../../../locales/guide/index.ts';
import { problemWords } from '../../../locales/problems/index.ts';
import { draftHref } from './frame.tsx';
import { lanesOf, stageName } from './parts/stage.tsx';
import { entryName, placeOf } from './place.ts';
import { listOf, type Part } from './read.ts';

export type Problem = Draft['problems'][number];
type Props = { draftId: string; item: Part; problems: readonly Problem[]; language: Language };

/** What keeps an item from being published and what is doubtful about it, each line leading to its field. */
export function Problems({ draftId, item, problems, language }: Props) {
  const words = editorWords(language);
  const ordered = [...problems].sort((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning'));
  if (problems.length === 0)
    return (
      <p class="problem-none">
        <Icon name="tick" /> {words.noProblems}
      </p>
    );
  return (
    <ul class="problems">
      {ordered.map((problem, index) => {
        const place = placeOf(problem.path, item, language);
        return (
          <li key={index} class={problem.level}>
            <Icon name={problem.level === 'error' ? 'cross' : 'warn'} />
            <span>
              <span class="hide">{problem.level === 'error' ? words.error : words.warning} </span>
              <a href={draftHref(draftId, place.href)}>{place.names.join(' › ')}</a>
              <br />
              {problemText(problem, item, language)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The sentence of a problem, with questions, papers and stages by the names people gave them. */
export function problemText({ code, facts }: Problem, item: Part, language: Language): string {
  const said = (problemWords(language) as Readonly<Record<string, string | ((facts: never) => string) | undefined>>)[code];
  const named = Object.fromEntries(
    Object.entries({ ...facts, ...otherThan(facts) }).map(([name, value]) => [name, nameOf(name, value, item, language)]),
  );
  return typeof said === 'function' ? said(named as never) : (said ?? code);
}

/** Of two lists only what one has and the other lacks: a test of twenty questions differs in one. */
function otherThan({ expected, found }: Problem['facts']): Part {
  if (!Array.isArray(expected) || !Array.isArray(found)) return {};
  return { more: found.filter((one) => !expected.includes(one)), less: expected.filter((one) => !found.includes(one)) };
}

function nameOf(fact: string, value: unknown, item: Part, language: Language): unknown {
  if (Array.isArray(value)) return value.map((one) => nameOf(fact, one, item, language)).join(editorWords(language).and);
  if (typeof value !== 'string') return value;
  if (fact === 'language') return languageNames[value as Language]?.full ?? value;
  if (fact === 'type') return editorWords(language).values.types[value as 'text'] ?? value;
  const key = value.replace(/\.count$/, '');
  if (fact === 'stage' || value.includes('+'))
    return value
      .split('+')
      .map((one) => laneName(one, item, language))
      .join(' + ');
  const entries = [
    ...listOf(item['questions']).map((one) => [one, 'questions'] as const),
    ...listOf(item['documents']).map((one) => [one, 'documents'] as const),
  ];
  const found = entries.find(([entry]) => entry['key'] === key);
  if (found) return `“${entryName(found[0], found[1], language)}”`;
  return fact === 'more' || fact === 'less' ? laneName(value, item, language) : (fieldOf(value, language) ?? value);
}

function laneName(key: string, item: Part, language: Language): string {
  const lane = lanesOf(item).find((one) => one['key'] === key);
  return lane ? stageName(lane, language) : (guideWords(language).stages[key] ?? key);
}

function fieldOf(key: string, language: Language): string | undefined {
  const names: Readonly<Record<string, string>> = editorWords(language).fields;
  return names[`questions.${key}`] ?? names[key];
}
