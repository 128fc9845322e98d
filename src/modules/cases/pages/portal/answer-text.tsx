import type { ComponentChildren } from 'preact';
import { type Language, textIn } from '#kernel/locale.ts';
import { isDay } from '#kernel/workdays.ts';
import type { Question, SubQuestion } from '#modules/catalogue/index.ts';
import { formatDay, formatNumber, Prose, uiWords } from '#ui/index.ts';
import { portalWords } from '../../locales/portal/index.ts';
import { joined } from './said.tsx';

type Asked = Question | SubQuestion;

/** What a question is called where it stands in a list; columns that ask nothing are called by their type. */
export function labelOf(question: Asked, language: Language): string {
  return textIn(question.ask, language) || portalWords(language).types[question.type];
}

/** One answer as its giver would say it; undefined when there is none. */
export function answerText(question: Asked, value: unknown, language: Language): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const words = uiWords(language).form;
  const nameOf = (key: unknown) => textIn(question.choices?.find((choice) => choice.key === key)?.name, language) || String(key);
  switch (question.type) {
    case 'yes-no':
      return value === true ? words.yes : words.no;
    case 'choice':
      return nameOf(value);
    case 'choices':
      return Array.isArray(value) ? joined(value.map(nameOf), language) : nameOf(value);
    case 'number':
    case 'money':
      return typeof value === 'number'
        ? withUnit(formatNumber(value, language, question.decimals ?? 2), question, language)
        : asText(value);
    case 'date':
      return typeof value === 'string' && isDay(value) ? formatDay(value, language, 'day') : asText(value);
    default:
      return asText(value);
  }
}

/** Kept as it was typed; whatever is no text has no words. */
function asText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

export function unitOf(question: Asked, language: Language): string | undefined {
  const units: Readonly<Record<string, string>> = portalWords(language).units;
  const unit = question.unit ?? (question.type === 'money' ? 'CNY' : undefined);
  return unit && (units[unit] ?? unit);
}

function withUnit(number: string, question: Asked, language: Language): string {
  const unit = unitOf(question, language);
  if (!unit) return number;
  return language.startsWith('zh') ? `${number}${unit}` : `${number} ${unit}`;
}

/** An answer on a page of answers: lists row by row. */
export function Answer({ question, value, language }: { question: Question; value: unknown; language: Language }): ComponentChildren {
  if (question.type !== 'list' || !Array.isArray(value)) return answerText(question, value, language);
  return (
    <Prose>
      <ol>
        {value.map((row, index) => (
          <li key={index}>{rowText(question, row, language)}</li>
        ))}
      </ol>
    </Prose>
  );
}

function rowText(question: Question, row: unknown, language: Language): string {
  const cells = (row ?? {}) as Record<string, unknown>;
  return (question.of ?? []).flatMap((column) => answerText(column, cells[column.key], language) ?? []).join(' · ');
}
