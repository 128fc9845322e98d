import { textIn } from '#kernel/locale.ts';
import type { Question, SubQuestion } from '#modules/catalogue/index.ts';
import {
  Choice,
  Choices,
  DateInput,
  type DateParts,
  NumberInput,
  type Option,
  Select,
  TextArea,
  TextInput,
  type TextInputProps,
  usePage,
  YesNo,
} from '#ui/index.ts';
import { labelOf, unitOf } from './answer-text.tsx';

export type AskedField = {
  readonly question: Question | SubQuestion;
  readonly name: string;
  /** As typed before, else as kept. */
  readonly value: unknown;
  readonly error?: string | undefined;
  readonly source?: string | undefined;
  /** The question is the page's heading. */
  readonly asHeading?: boolean;
};

/** Beyond this many choices nobody reads them all. */
const mostShown = 9;

/** One question of any type but a list, as a field of a plain form. */
export function QuestionField({ question, name, value, error, source, asHeading = false }: AskedField) {
  const { language } = usePage();
  const field = {
    name,
    label: labelOf(question, language),
    hint: textIn(question.hint, language) || undefined,
    error,
    source,
    optional: question.optional === true,
    asHeading,
  };
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const unit = unitOf(question, language);
  const isChosen = typeof value === 'boolean' || text !== '';
  switch (question.type) {
    case 'number':
    case 'money':
      return <NumberInput {...field} value={text} {...(unit ? { unit } : {})} decimal={(question.decimals ?? 0) > 0} />;
    case 'date':
      return <DateInput {...field} value={partsOf(value)} />;
    case 'yes-no':
      return <YesNo {...field} value={isChosen ? value === true || value === 'true' : undefined} />;
    case 'choice':
      return <OneOf {...field} options={optionsOf(question, language)} value={text} />;
    case 'choices':
      return <Choices {...field} options={optionsOf(question, language)} values={[value ?? []].flat().map(String)} />;
    case 'long-text':
      return <TextArea {...field} value={text} rows={6} />;
    default:
      return <TextInput {...field} value={text} {...kindOf(question.type)} />;
  }
}

type Labelled = Parameters<typeof Choice>[0];
function OneOf({ options, ...field }: Labelled & { options: readonly Option[] }) {
  return options.length > mostShown ? <Select {...field} options={options} /> : <Choice {...field} options={options} />;
}

function optionsOf(question: Question | SubQuestion, language: Parameters<typeof textIn>[1]): Option[] {
  return (question.choices ?? []).map(({ key, name, hint }) => ({
    value: key,
    label: textIn(name, language),
    ...(hint ? { hint: textIn(hint, language) } : {}),
  }));
}

/** What the browser may fill in, and which keys a phone shows. */
function kindOf(type: Question['type']): Partial<TextInputProps> {
  if (type === 'phone') return { type: 'tel', autocomplete: 'tel', width: 'short' };
  if (type === 'email') return { type: 'email', autocomplete: 'email' };
  if (type === 'address') return { autocomplete: 'street-address' };
  if (type === 'person-name') return { autocomplete: 'off' };
  return type === 'identity-number' ? { autocomplete: 'off' } : {};
}

function partsOf(value: unknown): DateParts {
  if (typeof value === 'string') {
    const [year, month, day] = value.split('-');
    return { year, month, day };
  }
  return value ?? {};
}
