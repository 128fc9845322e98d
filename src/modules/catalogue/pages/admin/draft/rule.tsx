import { textIn } from '#kernel/locale.ts';
import { fieldId, type Option, usePage } from '#ui/index.ts';
import { type EditorWords, editorWords } from '../../../locales/editor/index.ts';
import { type ConditionRow, rowOperators, rowsOf } from '../../../rules/condition-rows.ts';
import { Small, Tick } from './kit.tsx';
import { optionsOf } from './part.ts';
import { listOf, type Part, textOf } from './read.ts';

type RuleProps = {
  name: string;
  label: string;
  condition: unknown;
  /** What it may speak of: answers given before, papers. */
  questions: readonly Part[];
  documents: readonly Part[];
  hint?: string;
};

const blank: ConditionRow = { of: '', op: 'is', value: '' };

/** A condition put together from lines: question, comparison, value. What lines cannot say is written out by those who can. */
export function Rule({ name, label, condition, questions, documents, hint }: RuleProps) {
  const words = editorWords(usePage().language);
  const drawn = rowsOf(condition);
  const raw = condition === undefined ? '' : typeof condition === 'string' ? condition : JSON.stringify(condition, null, 2);
  const subjects = useSubjects(questions, documents);
  return (
    <fieldset class="field" id={fieldId(name)}>
      <legend>{label}</legend>
      {hint && <div class="hint">{hint}</div>}
      <input type="hidden" name={`${name}.known`} value={JSON.stringify(knownOf(questions))} />
      {drawn && (
        <>
          {[...drawn.rows, blank].map((row, index) => (
            <div key={index} class="rule-line">
              {index === 1 && <Small name={`${name}.join`} label={words.join} value={drawn.join} options={optionsOf(words.joins)} />}
              {index !== 1 && <span class="rule-word">{index === 0 ? words.when : words.joins[drawn.join]}</span>}
              <RuleLine name={`${name}.rows.${index}`} row={row} subjects={subjects} questions={questions} words={words} />
            </div>
          ))}
          <Examples name={name} questions={questions} />
        </>
      )}
      <details class="expert" open={!drawn}>
        <summary>{words.expertRule}</summary>
        <Tick name={`${name}.expert`} label={words.useExpert} on={!drawn} />
        <textarea class="input code" name={`${name}.raw`} rows={4} aria-label={words.expertRule} spellcheck={false}>
          {raw}
        </textarea>
      </details>
    </fieldset>
  );
}

type LineProps = { name: string; row: ConditionRow; subjects: readonly Option[]; questions: readonly Part[]; words: EditorWords };

function RuleLine({ name, row, subjects, questions, words }: LineProps) {
  const question = questions.find(({ key }) => key === row.of);
  const values = useValues(question, words);
  const isListed = values !== undefined && row.op !== 'one-of';
  const named = row.value.split(', ').map((key) => values?.find(({ value }) => value === key)?.label ?? key);
  return (
    <>
      <Small name={`${name}.of`} label={words.question} value={row.of} options={subjects} none={words.noLine} />
      <Small
        name={`${name}.op`}
        label={words.comparison}
        value={row.op}
        options={rowOperators.map((op) => ({ value: op, label: words.operators[op] }))}
      />
      {isListed ? (
        <Small name={`${name}.value`} label={words.value} value={row.value} options={values} none="—" />
      ) : (
        <div class="field">
          <label for={fieldId(`${name}.value`)}>{words.value}</label>
          <input
            class="input"
            id={fieldId(`${name}.value`)}
            name={`${name}.value`}
            value={named.join(words.and)}
            list={fieldId(`${name.split('.')[0]}.examples`)}
            autocomplete="off"
          />
        </div>
      )}
    </>
  );
}

function useSubjects(questions: readonly Part[], documents: readonly Part[]): Option[] {
  const { language } = usePage();
  const words = editorWords(language);
  const asked = questions.flatMap(({ key, ask, type }) => {
    const label = textIn(ask as never, language) || textOf(key);
    const own = { value: textOf(key), label };
    return type === 'list' ? [own, { value: `${textOf(key)}.count`, label: words.countOf(label) }] : [own];
  });
  return [
    ...asked,
    ...documents.map(({ key, name }) => ({ value: textOf(key), label: words.paperOf(textIn(name as never, language) || textOf(key)) })),
  ];
}

/** What can be chosen for a question, or nothing when its answer is written. */
function useValues(question: Part | undefined, words: EditorWords): Option[] | undefined {
  const { language } = usePage();
  if (question?.['type'] === 'yes-no') return optionsOf(words.yesNo);
  const choices = listOf(question?.['choices']);
  if (choices.length === 0) return undefined;
  return choices.map(({ key, name }) => ({ value: textOf(key), label: textIn(name as never, language) || textOf(key) }));
}

/** The choices of all questions by their words, offered while a value is written. */
function Examples({ name, questions }: { name: string; questions: readonly Part[] }) {
  const { language } = usePage();
  const names = questions.flatMap(({ choices }) => listOf(choices).map((choice) => textIn(choice['name'] as never, language)));
  return (
    <datalist id={fieldId(`${name}.examples`)}>
      {[...new Set(names)].filter(Boolean).map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
    </datalist>
  );
}

function knownOf(questions: readonly Part[]) {
  return questions.map(({ key, type, choices }) => ({
    key,
    type,
    ...(Array.isArray(choices) && { choices: listOf(choices).map((choice) => ({ key: choice['key'], name: choice['name'] ?? {} })) }),
  }));
}
