import { Compile, type Validator } from 'typebox/compile';
import { Format } from 'typebox/format';
import type { TSchema } from 'typebox';
import type { Facts } from './result.ts';

/** What is wrong with one place of the input: a path (`answers.area`), a code with words in every language, and the facts the words need. */
export type Problem = { readonly path: string; readonly code: string; readonly facts: Facts };

// Neither our clock nor PostgreSQL knows leap seconds or the year nought.
Format.Set('date-time', (text) => Format.IsDateTime(text) && !text.startsWith('0000') && !Number.isNaN(Date.parse(text)));

const validatorBySchema = new WeakMap<object, Validator>();

export function validatorOf(schema: TSchema): Validator {
  let validator = validatorBySchema.get(schema);
  if (!validator) {
    validator = Compile(schema);
    validatorBySchema.set(schema, validator);
  }
  return validator;
}

/** Checks input by its schema. Unknown keys of an object that forbids them are problems; nothing is converted: `"3"` stays a string. */
export function problemsOf(schema: TSchema, value: unknown): Problem[] {
  const validator = validatorOf(schema);
  if (isTooDeep(value)) return [{ path: '', code: 'invalid', facts: {} }];
  if (validator.Check(value)) return hasNul(value) ? [{ path: '', code: 'forbidden_character', facts: {} }] : [];
  const problems = validator.Errors(value).flatMap((error) => toProblems(error as unknown as SchemaError));
  return problems.length > 0 ? problems : [{ path: '', code: 'invalid', facts: {} }];
}

type SchemaError = { keyword: string; instancePath: string; params: Record<string, unknown> };

const codeByKeyword: Record<string, string> = {
  type: 'wrong_type',
  minLength: 'required',
  maxLength: 'too_long',
  pattern: 'wrong_format',
  format: 'wrong_format',
  minimum: 'too_small',
  exclusiveMinimum: 'too_small',
  maximum: 'too_large',
  exclusiveMaximum: 'too_large',
  minItems: 'too_few',
  maxItems: 'too_many',
  enum: 'not_a_choice',
  const: 'not_a_choice',
  anyOf: 'not_a_choice',
};

function toProblems({ keyword, instancePath, params }: SchemaError): Problem[] {
  const path = instancePath.split('/').slice(1).join('.');
  const below = (key: string) => (path ? `${path}.${key}` : key);
  if (keyword === 'required')
    return (params['requiredProperties'] as string[]).map((key) => ({ path: below(key), code: 'required', facts: {} }));
  // An unknown key is named by the object that forbids it.
  if (keyword === 'boolean') return [];
  if (keyword === 'additionalProperties')
    return ((params['additionalProperties'] as string[] | undefined) ?? []).map((key) => ({
      path: below(key),
      code: 'unknown_field',
      facts: {},
    }));
  return [{ path, code: codeByKeyword[keyword] ?? 'invalid', facts: { limit: params['limit'] } }];
}

const deepest = 64;

/** Nobody's form nests this deep; what walks a value by calling itself would run out of stack. */
function isTooDeep(value: unknown, levels = 0): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false;
  return levels === deepest || Object.values(value).some((child) => isTooDeep(child, levels + 1));
}

/** PostgreSQL stores no NUL character; nobody types one either. Asked here once for everything that comes in. */
function hasNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed();
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false;
  for (const [key, child] of Object.entries(value)) if (key.includes('\0') || hasNul(child)) return true;
  return false;
}

/** What a form sends for one box: a field sent twice, or as a part of something, is no text. */
export function textOf(posted: unknown): string {
  return typeof posted === 'string' ? posted : '';
}

type Tree = { [key: string]: unknown };

/** `slots.plan.fileIds` → nested objects. Keys that would reach into a prototype are left out. */
export function unflatten(fields: Readonly<Record<string, unknown>>): Tree {
  const root: Tree = Object.create(null) as Tree;
  for (const [name, value] of Object.entries(fields)) {
    const steps = name.split('.');
    if (steps.some((step) => step === '__proto__' || step === 'constructor' || step === 'prototype')) continue;
    let place = root;
    for (const step of steps.slice(0, -1)) {
      const child = place[step];
      place = (typeof child === 'object' && child !== null && !Array.isArray(child) ? child : (place[step] = Object.create(null))) as Tree;
    }
    place[steps.at(-1) as string] = value;
  }
  return root;
}

type Shape = {
  type?: string;
  properties?: Record<string, Shape>;
  items?: Shape;
  patternProperties?: Record<string, Shape>;
  anyOf?: Shape[];
};

/** A browser posts text only: blanks are dropped, numbers, yes/no and lists are read as the schema wants them. Only for forms, never for JSON. */
export function fromForm(schema: TSchema, posted: unknown): unknown {
  return convert(schema, posted);
}

function convert(shape: Shape, value: unknown): unknown {
  if (shape.type === 'object' && typeof value === 'object' && value !== null) return convertObject(shape, value as Tree);
  if (shape.type === 'array') return toList(value).map((entry) => convert(shape.items ?? {}, entry));
  if (typeof value !== 'string') return value;
  if (shape.type === 'number' || shape.type === 'integer') return /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
  if (shape.type === 'boolean')
    return value === 'true' || value === 'on' || value === 'yes' ? true : value === 'false' || value === 'no' ? false : value;
  return value;
}

function convertObject(shape: Shape, value: Tree): Tree {
  const out: Tree = {};
  const rest = Object.values(shape.patternProperties ?? {})[0] ?? {};
  for (const [key, child] of Object.entries(value)) {
    if (child === '' || child === undefined) continue;
    out[key] = convert(shape.properties?.[key] ?? rest, child);
  }
  return out;
}

function toList(value: unknown): unknown[] {
  if (value === undefined || value === '') return [];
  if (Array.isArray(value)) return value.filter((entry) => entry !== '');
  if (typeof value === 'object' && value !== null)
    return Object.keys(value)
      .sort((a, b) => Number(a) - Number(b))
      .map((key) => (value as Tree)[key]);
  return [value];
}
