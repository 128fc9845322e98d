import { type Language, textIn } from '#kernel/locale.ts';
import { Button, Choice, fieldText, Form, NumberInput, type Option, Select, TextArea, TextInput, YesNo } from '#ui/index.ts';
import type { Item } from '../../../item.ts';
import { editorWords } from '../../../locales/editor/index.ts';
import { Tick } from './kit.tsx';
import { laneNames, type Outcome, outcomeOf, paperNames } from './outcome.ts';
import type { PreviewProps } from './preview.tsx';
import type { Part } from './read.ts';

type Query = Readonly<Record<string, string>>;
type Question = Item['questions'][number];

/** The form on one page: what is answered decides what else is asked, which papers are needed and which stages run. Nothing is kept. */
export function Run({ data, item, act: { language }, request: { query } }: PreviewProps) {
  const words = editorWords(language);
  const checkable = item.documents.filter(({ from }) => from.some((source) => !('upload' in source)));
  const proven = checkable.flatMap(({ key }) => (query[`p.${key}`] ? [key] : []));
  const outcome = outcomeOf(item, answersIn(item.questions, query), proven);
  return (
    <section class="section" id="run" aria-labelledby="run-title">
      <h2 id="run-title">{words.runTitle}</h2>
      <p class="hint mb-4">{words.runHint}</p>
      <div class="run">
        <form action="#run" aria-label={words.runTitle}>
          {outcome.asked.map((question) => (
            <Asked key={question.key} question={question} query={query} outcome={outcome} language={language} />
          ))}
          {checkable.length > 0 && (
            <fieldset class="field">
              <legend>{words.provenPapers}</legend>
              <div class="ticks">
                {checkable.map(({ key, name }) => (
                  <Tick key={key} name={`p.${key}`} label={textIn(name, language)} on={proven.includes(key)} />
                ))}
              </div>
            </fieldset>
          )}
          <p class="acts mt-4">
            <Button>{words.tryAnswers}</Button>
          </p>
        </form>
        <Result outcome={outcome} item={data.item} draft={data.draft} language={language} />
      </div>
    </section>
  );
}

type ResultProps = { outcome: Outcome; item: Part; draft: PreviewProps['data']['draft']; language: Language };

function Result({ outcome: { asked, walk }, item, draft, language }: ResultProps) {
  const words = editorWords(language);
  return (
    <aside class="run-result" aria-label={words.whatComesOut}>
      <h3>{words.whatComesOut}</h3>
      <dl>
        <dt>{words.fields['walks.asked']}</dt>
        <dd>{words.askedCount(asked.length, item['questions'] instanceof Array ? item['questions'].length : 0)}</dd>
        <dt>{words.fields['walks.papers']}</dt>
        <dd>{paperNames(item, walk.papers, language) || words.nothing}</dd>
        <dt>{words.fields['walks.stages']}</dt>
        <dd>{laneNames(item, walk.stages, language)}</dd>
      </dl>
      <Form act="record" hidden={{ version: draft.version, walk: JSON.stringify(walk) }}>
        <Button look="second" size="small" icon="plus">
          {words.keepAsWalk}
        </Button>
        <p class="hint small mt-2">{words.keepAsWalkHint}</p>
      </Form>
    </aside>
  );
}

type AskedProps = { question: Question; query: Query; outcome: Outcome; language: Language };

function Asked({ question, query, outcome, language }: AskedProps) {
  const words = editorWords(language);
  const problem = outcome.problems.find(({ path }) => path === question.key);
  const name = `a.${question.key}`;
  const facts = problem?.facts ?? {};
  const field = {
    name,
    label: textIn(question.ask, language) || question.key,
    value: query[name],
    error: problem && fieldText(language, problem.code, { ...facts, limit: facts['max'] ?? facts['min'] }),
    optional: question.optional === true,
  };
  switch (question.type) {
    case 'yes-no':
      return <YesNo {...field} value={query[name] === undefined ? undefined : query[name] === 'true'} />;
    case 'choice': {
      const options = optionsOf(question, language);
      return options.length > 7 ? <Select {...field} options={options} /> : <Choice {...field} options={options} />;
    }
    case 'choices':
      return <Several question={question} query={query} label={field.label} language={language} />;
    case 'list':
      return <NumberInput {...field} hint={words.howManyRows} />;
    case 'number':
    case 'money':
      return <NumberInput {...field} decimal />;
    case 'long-text':
      return <TextArea {...field} />;
    case 'date':
      return <TextInput {...field} hint={words.dateHint} width="short" />;
    default:
      return <TextInput {...field} />;
  }
}

function Several({ question, query, label, language }: Omit<AskedProps, 'outcome'> & { label: string }) {
  return (
    <fieldset class="field">
      <legend>{label}</legend>
      <div class="ticks">
        {(question.choices ?? []).map((choice) => {
          const name = `a.${question.key}.${choice.key}`;
          return <Tick key={choice.key} name={name} label={textIn(choice.name, language)} on={query[name] !== undefined} />;
        })}
      </div>
    </fieldset>
  );
}

function optionsOf(question: Question, language: Language): Option[] {
  return (question.choices ?? []).map(({ key, name }) => ({ value: key, label: textIn(name, language) }));
}

/** The answers of the address; of a list only how many rows it has. */
function answersIn(questions: readonly Question[], query: Query): Record<string, unknown> {
  const given = questions.map(({ key, type, choices }) => {
    const said = query[`a.${key}`]?.trim();
    if (type === 'choices') return [key, choices?.flatMap((choice) => (query[`a.${key}.${choice.key}`] ? [choice.key] : []))] as const;
    if (type === 'list') return [key, said ? Array.from({ length: Math.min(Number(said) || 0, 50) }, () => ({})) : undefined] as const;
    return [key, said || undefined] as const;
  });
  return Object.fromEntries(given.filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)));
}
