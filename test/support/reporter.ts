import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import { judgeRefusals } from './refusal-ledger.ts';

/** Ends a run with one line that says how it went, or leaves the numbers to `npm test`, which adds them up. */
export default class Totals implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    const broken = modules.filter((module) => module.errors().length > 0).length;
    const failures = judgeRefusals(modules.map((module) => module.moduleId));
    for (const failure of failures) process.stdout.write(`FAILED ${failure}\n`);
    if (failures.length > 0) process.exitCode = 1;
    const failed = tests.filter((test) => test.result().state === 'failed').length + broken + errors.length + failures.length;
    const file = process.env.TEST_TOTALS;
    if (file) writeFileSync(file, JSON.stringify({ passed, failed }));
    else process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  }
}
