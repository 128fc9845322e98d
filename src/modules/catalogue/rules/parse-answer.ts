import { type Refusal, refuse } from '#kernel/result.ts';
import { addDays, type Day } from '#kernel/workdays.ts';
import type { Question, QuestionType, SubQuestion } from '../item.ts';
import { isCalendarDay } from './calendar-day.ts';
import { cleanText, countCharacters, toAscii } from './clean-text.ts';
import { identityNumberKind } from './identity-number.ts';

export type AnswerRefusal =
  | 'required'
  | 'forbidden_character'
  | 'too_short'
  | 'too_long'
  | 'too_small'
  | 'too_large'
  | 'not_a_number'
  | 'too_many_decimals'
  | 'not_a_date'
  | 'date_out_of_range'
  | 'not_a_choice'
  | 'too_few_choices'
  | 'too_many_choices'
  | 'bad_identity_number'
  | 'bad_phone'
  | 'bad_email'
  | 'too_few_rows'
  | 'too_many_rows'
  | 'wrong_shape'
  | 'unknown_key';

/** Null is an optional question left blank on purpose. */
export type Scalar = string | number | boolean | readonly string[] | null;
export type Row = Readonly<Record<string, Scalar>>;
export type AnswerValue = Scalar | readonly Row[];
export type Answers = Readonly<Record<string, unknown>>;

/** What a decision about answers depends on besides them: the day it is, and papers already proven. */
export type FormContext = { readonly today?: Day; readonly proven?: readonly string[] };

type Parsed = AnswerValue | Refusal<AnswerRefusal>;
type Asked = Question | SubQuestion;
type TextParser = (question: Asked, text: string, context: FormContext) => Parsed;

export const longestText: Readonly<Partial<Record<QuestionType, number>>> = { 'long-text': 2000, 'person-name': 100 };
export const mostRows = 50;
const shortText = 200;
const greatest = 1e15;
const firstDay = '1850-01-01';
const lastDay = '2199-12-31';

const parsers: Readonly<Record<Exclude<QuestionType, 'list' | 'choices' | 'yes-no'>, TextParser>> = {
  text: withinLength,
  'long-text': withinLength,
  address: withinLength,
  'person-name': (question, text) => withinLength(question, text.replace(/[•‧∙⋅・･]/g, '·')),
  number: parseNumber,
  money: parseNumber,
  date: parseDate,
  choice: (question, text) => (question.choices?.some((choice) => choice.key === text) ? text : no(question, 'not_a_choice')),
  'identity-number': parseIdentityNumber,
  phone: parsePhone,
  email: parseEmail,
};

/** One answer as a form or a program sends it → the value that is kept, or why not. Rows of a list are parsed by `checkAnswers`. */
export function parseAnswer(question: Asked, raw: unknown, context: FormContext = {}): Parsed {
  if (isBlank(raw)) return question.optional ? null : no(question, 'required');
  if (question.type === 'yes-no') return parseYesNo(question, raw);
  if (question.type === 'choices') return parseChoices(question, raw);
  if (question.type === 'list') return Array.isArray(raw) ? raw : no(question, 'wrong_shape');
  const written = writtenForm(question, raw);
  if (written === undefined) return no(question, 'wrong_shape');
  const cleaned = cleanText(written, question.type === 'long-text' ? 'many' : 'one');
  if ('forbidden' in cleaned) return no(question, 'forbidden_character', { character: cleaned.forbidden });
  if (cleaned.text === '') return question.optional ? null : no(question, 'required');
  return parsers[question.type](question, cleaned.text, context);
}

export function no(question: Asked, code: AnswerRefusal, facts: Refusal['facts'] = {}): Refusal<AnswerRefusal> {
  return refuse(code, { key: question.key, ...facts });
}

function isBlank(raw: unknown): boolean {
  return raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '');
}

/** Programs send numbers as numbers, date fields come as three parts. */
function writtenForm(question: Asked, raw: unknown): string | undefined {
  if (typeof raw === 'string') return raw;
  if (typeof raw === 'number') return question.type === 'number' || question.type === 'money' ? String(raw) : undefined;
  if (question.type !== 'date' || typeof raw !== 'object' || raw === null) return undefined;
  const parts = raw as Record<string, unknown>;
  const written = ['year', 'month', 'day'].map((part) => plainText(parts[part]).trim());
  return written.every((part) => part === '') ? '' : written.join('-');
}

function plainText(raw: unknown): string {
  return typeof raw === 'string' || typeof raw === 'number' ? String(raw) : '';
}

function parseYesNo(question: Asked, raw: unknown): Parsed {
  if (typeof raw === 'boolean') return raw;
  const said = plainText(raw).trim().toLowerCase();
  if (['yes', 'true', '1', 'on'].includes(said)) return true;
  return ['no', 'false', '0'].includes(said) ? false : no(question, 'not_a_choice');
}

function parseChoices(question: Asked, raw: unknown): Parsed {
  const chosen: unknown[] = Array.isArray(raw) ? raw : [raw];
  const offered = (question.choices ?? []).map((choice) => choice.key);
  if (chosen.some((key) => !offered.includes(key as string))) return no(question, 'not_a_choice');
  const kept = offered.filter((key) => chosen.includes(key));
  if (kept.length === 0) return question.optional ? null : no(question, 'required');
  if (question.min !== undefined && kept.length < question.min) return no(question, 'too_few_choices', { min: question.min });
  if (question.max !== undefined && kept.length > question.max) return no(question, 'too_many_choices', { max: question.max });
  return kept;
}

function withinLength(question: Asked, text: string): Parsed {
  const max = question.max ?? longestText[question.type] ?? shortText;
  const min = question.min ?? 0;
  if (text.length > max && countCharacters(text) > max) return no(question, 'too_long', { max, length: countCharacters(text) });
  return min > 0 && countCharacters(text) < min ? no(question, 'too_short', { min }) : text;
}

/** Commas may group thousands; a lone decimal comma is refused rather than misread. */
function parseNumber(question: Asked, text: string): Parsed {
  const written = toAscii(text).replace(/[\s_]/g, '').replace('−', '-');
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(written) ? written.replaceAll(',', '') : written;
  const decimals = /^-?\d+(?:\.(\d+))?$/.exec(plain);
  if (!decimals) return no(question, 'not_a_number');
  const allowed = question.decimals ?? (question.type === 'money' && question.unit !== 'VND' ? 2 : 0);
  if ((decimals[1] ?? '').replace(/0+$/, '').length > allowed) return no(question, 'too_many_decimals', { decimals: allowed });
  const value = Number(plain) || 0;
  const min = question.min ?? (question.type === 'money' ? 0 : -greatest);
  const max = question.max ?? greatest;
  if (value < min) return no(question, 'too_small', { min });
  return value > max ? no(question, 'too_large', { max }) : value;
}

const dateForms: readonly RegExp[] = [
  /^(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})$/,
  /^(?<y>\d{4})年(?<m>\d{1,2})月(?<d>\d{1,2})[日号號]?$/,
  /^(?<d>\d{1,2})[-/.](?<m>\d{1,2})[-/.](?<y>\d{4})$/,
  /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/,
];

/** Year first as in China, or day first as in Vietnam: with four digits for the year there is no doubt which. */
function parseDate(question: Asked, text: string, context: FormContext): Parsed {
  const written = toAscii(text).replace(/\s/g, '');
  const parts = datePartsOf(written);
  if (!parts || !isCalendarDay(Number(parts['y']), Number(parts['m']), Number(parts['d']))) return no(question, 'not_a_date');
  const day = `${parts['y']}-${parts['m']?.padStart(2, '0')}-${parts['d']?.padStart(2, '0')}`;
  const earliest = boundDay(question.earliest, context) ?? firstDay;
  const latest = boundDay(question.latest, context) ?? lastDay;
  return day < earliest || day > latest ? no(question, 'date_out_of_range', { earliest, latest }) : day;
}

function datePartsOf(written: string): Record<string, string> | undefined {
  for (const form of dateForms) {
    const found = form.exec(written);
    if (found) return found.groups;
  }
  return undefined;
}

/** `today+30` needs to know the day; without it the bound is left out. */
function boundDay(bound: string | undefined, { today }: FormContext): Day | undefined {
  if (!bound?.startsWith('today')) return bound;
  return today && addDays(today, Number(bound.slice('today'.length) || 0));
}

function parseIdentityNumber(question: Asked, text: string): Parsed {
  const written = toAscii(text).replace(/\s/g, '').toUpperCase();
  return identityNumberKind(written, question.accepts ?? ['cn-resident', 'vn-citizen']) ? written : no(question, 'bad_identity_number');
}

/** Mainland mobiles have eleven digits, Vietnamese ones ten; other numbers are only held against the longest a number can be (E.164). */
function parsePhone(question: Asked, text: string): Parsed {
  const [, number = '', extension] = /^(.*?)(?:\s*(?:转|轉|ext\.?|x|#)\s*(\d{1,6}))?$/i.exec(toAscii(text)) ?? [];
  const digits = number
    .replace(/[\s().-]/g, '')
    .replace(/^00(?=[1-9])/, '+')
    .replace(/^\+86(?=1[3-9]\d{9}$)/, '')
    .replace(/^\+840?(?=[35789]\d{8}$)/, '0');
  const isNumber = /^1[3-9]/.test(digits) ? /^\d{11}$/.test(digits) : /^\+?\d{7,15}$/.test(digits);
  return isNumber ? digits + (extension ? `x${extension}` : '') : no(question, 'bad_phone');
}

function parseEmail(question: Asked, text: string): Parsed {
  const written = toAscii(text);
  const [, name, domain] =
    /^([^\s@<>"(),:;\\[\]]{1,64})@((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,24})$/u.exec(written) ?? [];
  return name && domain && written.length <= 254 && !/^\.|\.\.|\.$/.test(name)
    ? `${name}@${domain.toLowerCase()}`
    : no(question, 'bad_email');
}
