import pino from 'pino';
import type { Log } from '#kernel/app.ts';

/** JSON lines on standard error. Facts are ids, codes and durations: never answers, names, tokens or addresses of people. */
export function openLog(level: string): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } },
    pino.destination({ dest: 2, sync: false }),
  );
}
