import { Type, type TProperties } from 'typebox';
import type { Condition as ConditionValue } from '../rules/condition.ts';

/** An object that refuses keys it does not know: a misspelt key in an item must never be silently without effect. */
export function closed<const P extends TProperties>(properties: P, description: string) {
  return Type.Object(properties, { additionalProperties: false, description });
}

export function oneOf<const V extends string>(values: readonly V[], description: string) {
  return Type.Enum(values, { description });
}

/** Plain-language text per language. zh-Hant is made from zh-Hans when absent. */
export function text(description: string) {
  const part = (language: string) => Type.Optional(Type.String({ minLength: 1, maxLength: 4000, description: `The text in ${language}` }));
  return closed(
    { 'zh-Hans': part('simplified Chinese'), 'zh-Hant': part('traditional Chinese'), vi: part('Vietnamese'), en: part('English') },
    description,
  );
}

/** A code that program and people share: `food-licensing`. */
export function code(description: string) {
  return Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,59}$', description });
}

/** The key of a question or paper: camelCase, stable across versions because answers are kept by it. */
export function fieldKey(description: string) {
  return Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,39}$', description });
}

export function day(description: string) {
  return Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description });
}

export function count(description: string, maximum = 100_000) {
  return Type.Integer({ minimum: 0, maximum, description });
}

export function condition(description: string) {
  return Type.Unsafe<ConditionValue>(
    Type.Object(
      {},
      { minProperties: 1, maxProperties: 1, description: `${description} One operator to an object; see the condition rules.` },
    ),
  );
}

/** A length of time as laws state it. */
export function limit(description: string) {
  return closed(
    { days: count('How many days; 0 means on the spot', 3650), unit: oneOf(['workday', 'day'], 'workday 工作日, day 自然日') },
    description,
  );
}

/** A code from a known list, or one of the item's own that brings its words. */
export function codeOrNamed(known: readonly string[], description: string) {
  return Type.Union(
    [
      oneOf(known, 'A known code, its words are in the locale files'),
      closed({ key: code('The code'), name: text('Its words') }, 'A code of this item'),
    ],
    {
      description,
    },
  );
}
