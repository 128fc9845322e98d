import { Errors } from 'typebox/value';

/** A JSON Schema as the item's schema uses it; more keywords exist, these are the ones that lead deeper. */
export type Schema = {
  readonly type?: string;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
};
export type ShapeProblem = { readonly path: string; readonly message: string };

/** What is wrong with a value's shape, in terms of the writer: of several alternatives only the one that was evidently meant is explained. */
export function explainShape(schema: Schema, value: unknown, path = ''): ShapeProblem[] {
  if (schema.anyOf) return explainShape(closest(schema.anyOf, value), value, path);
  if (schema.type === 'array' && Array.isArray(value)) {
    return [
      ...ownProblems({ ...schema, items: {} }, value, path),
      ...value.flatMap((one, index) => explainShape(schema.items ?? {}, one, join(path, String(index)))),
    ];
  }
  if (schema.type === 'object' && schema.properties && isObject(value)) return explainObject(schema, value, path);
  return ownProblems(schema, value, path);
}

function explainObject({ properties = {}, required = [] }: Schema, value: Record<string, unknown>, path: string): ShapeProblem[] {
  const missing = required.filter((key) => !Object.hasOwn(value, key));
  const unknown = Object.keys(properties).length > 0 ? Object.keys(value).filter((key) => !Object.hasOwn(properties, key)) : [];
  return [
    ...missing.map((key) => ({ path: join(path, key), message: 'is missing' })),
    ...unknown.map((key) => ({ path: join(path, key), message: `is not a known key; known are ${Object.keys(properties).join(', ')}` })),
    ...Object.keys(properties).flatMap((key) =>
      Object.hasOwn(value, key) ? explainShape(properties[key] as Schema, value[key], join(path, key)) : [],
    ),
  ];
}

/** The alternative that shares most keys with the value and has fewest problems. */
function closest(alternatives: readonly Schema[], value: unknown): Schema {
  const ranked = alternatives.map((schema) => ({
    schema,
    shared: sharedKeys(schema, value),
    problems: explainShape(schema, value).length,
  }));
  return ranked.sort((a, b) => b.shared - a.shared || a.problems - b.problems)[0]?.schema ?? {};
}

function sharedKeys({ properties = {} }: Schema, value: unknown): number {
  return isObject(value) ? Object.keys(value).filter((key) => Object.hasOwn(properties, key)).length : 0;
}

function ownProblems(schema: Schema, value: unknown, path: string): ShapeProblem[] {
  return Errors(schema, value).map((error) => ({ path, message: messageOf(error.keyword, error.params as Facts, error.message) }));
}

type Facts = { readonly allowedValues?: readonly unknown[]; readonly pattern?: string };

function messageOf(keyword: string, facts: Facts, message: string): string {
  if (keyword === 'enum') return `must be one of ${facts.allowedValues?.join(', ')}`;
  return keyword === 'pattern' ? `must match ${facts.pattern}` : message;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(path: string, key: string): string {
  return path ? `${path}.${key}` : key;
}
