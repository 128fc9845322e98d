import { isTest, moduleOf, type Rule } from './rule.ts';
import { lineOf, type Source } from './source.ts';

// House style writes SQL in small letters, older habits in capitals; prose begins with one capital.
const sqlShapes = [
  String.raw`select\s[\s\S]*\b(from|where|limit)\s`,
  String.raw`select\s+\w+(\.\w+)?\(`,
  String.raw`insert\s+into\s+\w`,
  String.raw`update\s+[\w.]+\s+(\w+\s+)?set\s`,
  String.raw`delete\s+from\s+\w`,
  String.raw`with\s+(recursive\s+)?\w+(\s*\([^)]*\))?\s+as\s`,
  String.raw`(create|alter|drop)\s+(or\s+replace\s+)?(table|index|schema|view|function|role|extension|database|sequence)\s`,
];
const start = String.raw`^\s*(--[^\n]*\n\s*)*`;
const shapesOf = (letters: (shape: string) => string) => new RegExp(`${start}(${sqlShapes.map(letters).join('|')})`);
const sql = shapesOf((shape) => shape);
const shoutedSql = shapesOf((shape) => shape.replace(/\\.|[a-z]+/g, (part) => (part.startsWith('\\') ? part : part.toUpperCase())));
const isSql = (text: string) => sql.test(text) || shoutedSql.test(text);

const sqlPlace = /^src\/(modules\/[^/]+\/(queries[./]|migrations\/)|kernel\/|main\/(postgres|backup)[./])/;

/** SQL stands in queries and migrations only (and in the kernel's and the launcher's own house). */
export const sqlOnlyInQueries: Rule = ({ sources }) =>
  sources
    .filter(({ path }) => path.startsWith('src/') && !sqlPlace.test(path) && !isTest(path) && !path.includes('/locales/'))
    .flatMap(({ path, strings }) =>
      strings.filter(({ what }) => isSql(what)).map(({ line }) => ({ path, line, what: 'SQL belongs in queries or migrations' })),
    );

/** A schema is named only inside its module; others may use what it publishes as `x.public_…`. */
export const schemaOwner: Rule = ({ sources }) => {
  const schemas = [...new Set(sources.map(({ path }) => moduleOf(path)).filter((name) => name !== undefined)), 'kernel'];
  // The kernel's functions are there to be called, its tables are not.
  const foreign = new RegExp(String.raw`(?<![\w.$])(${schemas.join('|')})\.(?!public_)(\w+)(\s*\()?`, 'g');
  return sources.flatMap((source) => {
    const own = moduleOf(source.path);
    if (!own || isTest(source.path)) return [];
    return sqlOf(source).flatMap(({ line, what }) =>
      [...what.matchAll(foreign)]
        .filter(([, schema, , call]) => schema !== own && !(schema === 'kernel' && call))
        .map((match) => ({
          path: source.path,
          line: line + lineOf(what, match.index) - 1,
          what: `names ${match[1]}.${match[2]}, which belongs to another schema`,
        })),
    );
  });
};

function sqlOf({ path, text, strings }: Source) {
  if (path.endsWith('.sql')) return [{ line: 1, what: text.replace(/--[^\n]*/g, '').replace(/'[^'\n]*'/g, "''") }];
  return sqlPlace.test(path) ? strings.filter(({ what }) => isSql(what)) : [];
}

/** The clock and chance come from the kernel, so that a test can hold them still. */
export const clockOnlyInKernel: Rule = ({ sources }) =>
  sources
    .filter(({ path }) => path.startsWith('src/') && !path.startsWith('src/kernel/') && !isTest(path))
    .flatMap(({ path, clocks }) => clocks.map(({ line, what }) => ({ path, line, what: `${what} belongs in the kernel` })));

/** Refusals are data and bugs throw: modules and the interface catch nothing. */
export const catchOnlyOutside: Rule = ({ sources }) =>
  sources
    .filter(({ path }) => /^src\/(modules|ui)\//.test(path) && !isTest(path))
    .flatMap(({ path, catches }) => catches.map(({ line, what }) => ({ path, line, what: `${what} hides a bug or a refusal` })));

const workplace = [
  /\b(issue|pull request|merge request|PR) ?#\d+/gi,
  new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME'].join('|')})\\b`, 'g'),
  /https?:\/\/[\w.-]*registry[\w.-]*/g,
  /(?<![\w.])\/(work|home|root|Users)\/[\w.-]+/g,
];

/** The code speaks of the office, not of the workshop it was written in. */
export const noWorkplaceWords: Rule = ({ sources }) =>
  sources
    .filter(({ path }) => !path.startsWith('tools/walls/'))
    .flatMap(({ path, text }) =>
      workplace.flatMap((words) =>
        [...text.matchAll(words)].map((match) => ({ path, line: lineOf(text, match.index), what: `“${match[0]}” speaks of the workshop` })),
      ),
    );
