import type { Import, Source } from './source.ts';
import { isTest, moduleOf, type Rule } from './rule.ts';

/** Between modules only the door, the facts and the types of a contract. */
export const moduleDoor: Rule = ({ sources }) =>
  sources.flatMap((source) =>
    source.imports
      .filter(({ what, isType }) => {
        const [own, other] = [moduleOf(source.path), moduleOf(what)];
        if (!own || !other || own === other) return false;
        const file = what.slice(`src/modules/${other}/`.length);
        if (file === 'index.ts' || file === 'facts.ts') return false;
        if (file === 'testing.ts' && isTest(source.path)) return false;
        return !(isType && /^contract[./]/.test(file));
      })
      .map(({ line, what }) => ({ path: source.path, line, what: `reaches past the door of another module: ${what}` })),
  );

/** A module uses only modules that stand before it in src/main/modules.ts. */
export const moduleOrder: Rule = ({ sources, order }) =>
  sources.flatMap((source) =>
    source.imports
      .filter(({ what }) => {
        const [own, other] = [moduleOf(source.path), moduleOf(what)];
        return own && other && own !== other && !isTest(source.path) && order.length > 0 && !(order.indexOf(other) < order.indexOf(own));
      })
      .map(({ line, what }) => ({ path: source.path, line, what: `uses a module that comes later: ${what}` })),
  );

/** Kernel, interface and adapters know no module, and nobody knows the composition root. */
export const layers: Rule = ({ sources }) =>
  sources.flatMap((source) =>
    source.imports
      .filter(({ what }) => {
        if (isTest(source.path) || !/^src\/(kernel|ui|adapters|modules)\//.test(source.path)) return false;
        return what.startsWith('src/main/') || (what.startsWith('src/modules/') && !moduleOf(source.path));
      })
      .map(({ line, what }) => ({ path: source.path, line, what: `may not know ${what}` })),
  );

/** `node:module` only loads a package when it is first needed. */
const impurePackage = /^(node:(?!(crypto|module)$).+|pg|pg-.+|fastify|@fastify\/.+|graphile-worker|nodemailer|pino|sharp)$/;
const impureFile =
  /^src\/(kernel\/(clock|db|jobs|migrate|queries)\.ts$|kernel\/http\/|adapters\/|main\/|modules\/[^/]+\/(queries|actions|reactions|index|pages)[./])/;

/** The decisions of a module reach no clock, no database and nothing outside, by whatever way. */
export const rulesPure = reachesNothingImpure(/^src\/modules\/[^/]+\/rules[./]/);
/** What the browser loads reaches nothing that only a server has. */
export const browserSafe = reachesNothingImpure(/^src\/(modules\/[^/]+|ui)\/(contract[./]|islands\/(?!build\.ts))/);

function reachesNothingImpure(start: RegExp): Rule {
  return ({ sources }) => {
    const byPath = new Map(sources.map((source) => [source.path, source]));
    return sources
      .filter(({ path }) => start.test(path) && !isTest(path))
      .flatMap((source) => {
        const way = wayToImpure(source, byPath, new Set());
        return way ? [{ path: source.path, line: way[0]?.line ?? 1, what: `reaches ${way.map(({ what }) => what).join(' → ')}` }] : [];
      });
  };
}

function wayToImpure(source: Source, byPath: ReadonlyMap<string, Source>, seen: Set<string>): Import[] | undefined {
  seen.add(source.path);
  for (const used of source.imports.flatMap((one) => throughDoor(one, byPath))) {
    if (used.isType || seen.has(used.what)) continue;
    if (impurePackage.test(used.what) || impureFile.test(used.what)) return [used];
    const next = byPath.get(used.what);
    const rest = next && wayToImpure(next, byPath, seen);
    if (rest) return [used, ...rest];
  }
  return undefined;
}

/** What a door only passes on comes from the room behind it; it does not matter what else that door passes on. */
function throughDoor(used: Import, byPath: ReadonlyMap<string, Source>): Import[] {
  const door = used.what.endsWith('/index.ts') && used.names.length > 0 ? byPath.get(used.what) : undefined;
  if (!door) return [used];
  return used.names.map((name) => ({ ...used, what: door.passedOn.get(name) ?? used.what, names: [name] }));
}

/** No file needs itself, by whatever way. Types do not count. */
export const noCycles: Rule = ({ sources }) => {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const cycles: ReturnType<Rule> = [];
  const visit = (source: Source, way: readonly string[]) => {
    if (way.includes(source.path)) {
      cycles.push({
        path: source.path,
        line: 1,
        what: `needs itself: ${[...way.slice(way.indexOf(source.path)), source.path].join(' → ')}`,
      });
      return;
    }
    if (done.has(source.path)) return;
    for (const { what, isType } of source.imports) {
      const next = isType ? undefined : byPath.get(what);
      if (next) visit(next, [...way, source.path]);
    }
    done.add(source.path);
  };
  for (const source of sources) visit(source, []);
  return cycles;
};
