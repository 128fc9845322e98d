import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import pino from 'pino';
import type { Log } from '#kernel/app.ts';
import { whileUsed } from '#kernel/while-used.ts';

/** JSON lines on standard error. Facts are ids, codes and durations: never answers, names, tokens or addresses of people. */
export function openLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { stack: toSources },
    },
    pino.destination({ dest: 2, sync: false }),
  );
}

const placeInBuild = /file:\/\/(\/\S+\/dist\/server\/[^\s:]+):(\d+):(\d+)/g;
const mapByFile = whileUsed(() => new Map<string, SourceMap>());

/** A stack of the built server, with the places in the sources. The maps are read only when something has gone wrong. */
function toSources(stack: unknown): unknown {
  if (typeof stack !== 'string') return stack;
  return stack.replace(placeInBuild, (place, file: string, line: string, column: string) => {
    const source = mapOf(file)?.findOrigin(Number(line), Number(column));
    return source && 'fileName' in source
      ? `${source.fileName.replace(/^(\.\.\/)+/, '')}:${source.lineNumber}:${source.columnNumber}`
      : place;
  });
}

function mapOf(file: string): SourceMap | undefined {
  const known = mapByFile().get(file);
  if (known) return known;
  try {
    const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as ConstructorParameters<typeof SourceMap>[0]);
    mapByFile().set(file, map);
    return map;
  } catch {
    return undefined;
  }
}
