import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkLock } from './lock.ts';

function complaintsOf(packages: object, dependencies: Record<string, string> = {}): string[] {
  const root = mkdtempSync(join(tmpdir(), 'lock-'));
  writeFileSync(join(root, 'package.json'), JSON.stringify({ dependencies }));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
  const complaints = checkLock(root);
  rmSync(root, { recursive: true });
  return complaints;
}

test('a platform that the lock forgot is named', () => {
  const tool = { version: '1.0.0', optionalDependencies: { 'tool-linux': '1.0.0', 'tool-mac': '1.0.0' } };
  expect(complaintsOf({ '': {}, 'node_modules/tool': tool, 'node_modules/tool-linux': {} })).toEqual([
    expect.stringContaining('lacks tool-mac'),
  ]);
});

test('a nested package is looked for as Node does', () => {
  const nested = { 'node_modules/a': {}, 'node_modules/a/node_modules/b': { optionalDependencies: { c: '1.0.0', d: '1.0.0' } } };
  expect(complaintsOf({ ...nested, 'node_modules/a/node_modules/c': {}, 'node_modules/d': {} })).toEqual([]);
});

test('addresses and loose versions are refused', () => {
  expect(complaintsOf({ 'node_modules/a': { resolved: 'https://example.org/a.tgz' } }, { a: '^1.0.0' })).toHaveLength(2);
});
