import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { zipOf } from './zip.ts';

test('an archive is laid out as its readers expect', () => {
  const entries = [
    { name: 'data.json', content: Buffer.from('{"a":1}') },
    { name: 'files/身份证.jpg', content: Buffer.from([0, 1, 2, 255]) },
  ];
  const zip = zipOf(entries);
  const end = zip.lastIndexOf('PK\u0005\u0006');
  expect([zip.readUInt16LE(end + 10), zip.readUInt32LE(zip.readUInt32LE(end + 16))]).toEqual([2, 0x02014b50]);
  const second = zip.readUInt32LE(end + 16) + 46 + 'data.json'.length;
  const local = zip.readUInt32LE(second + 42);
  const name = zip.readUInt16LE(local + 26);
  expect(zip.subarray(local + 30, local + 30 + name).toString()).toBe('files/身份证.jpg');
  expect([...zip.subarray(local + 30 + name, local + 30 + name + 4)]).toEqual([0, 1, 2, 255]);
});

test('a reader of others unpacks it', ({ skip }) => {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-zip-'));
  const path = join(folder, 'a.zip');
  writeFileSync(path, zipOf([{ name: 'data.json', content: Buffer.from('{"a":1}') }]));
  try {
    expect(execFileSync('python3', ['-m', 'zipfile', '-t', path]).toString()).toContain('Done testing');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') skip();
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
});
