import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const everyMs = 5_000;
const restingShare = 0.1;
const worthwhile = 24 * 2 ** 20;

type Collect = (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/**
 * Gives memory back to the system when nobody is being served. Node's engine collects only when it must, so that what a start, an import or a rush left
 * behind would stay taken for hours. The look is free; a collection takes a fifth of a second and comes only after more has been left than is worth it.
 */
export function keepSmall(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as Collect;
  let before = performance.eventLoopUtilization();
  let keptBytes = 0;
  setInterval(() => {
    const { utilization } = performance.eventLoopUtilization(before);
    before = performance.eventLoopUtilization();
    if (utilization > restingShare || process.memoryUsage().heapTotal - keptBytes < worthwhile) return;
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    keptBytes = process.memoryUsage().heapTotal;
    before = performance.eventLoopUtilization();
  }, everyMs).unref();
}
