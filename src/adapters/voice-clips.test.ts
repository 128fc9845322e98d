import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { openVoiceClips } from './voice-clips.ts';

const own = mkdtempSync(join(tmpdir(), 'tongban-voice-'));
const clips = openVoiceClips({ own, shipped: fileURLToPath(new URL('../../data/voice/', import.meta.url)) });
afterAll(() => rmSync(own, { recursive: true }));

function record(path: string, sound: string): void {
  mkdirSync(join(own, path, 'vi'), { recursive: true });
  writeFileSync(join(own, path, 'vi', 'to.mp3'), sound);
}

describe('the clips of an announcement', () => {
  test('are shipped for every letter, every number up to sixty and the words around them', async () => {
    const names = [...'abcdefghijklmnopqrstuvwxyz', ...Array.from({ length: 61 }, (_, index) => String(index)), 'please', 'to'];
    for (const language of ['zh', 'vi', 'en']) for (const name of names) expect(await clips.find('any', language, name)).toBeDefined();
    expect(await clips.find('any', 'zh', 'window')).toBeDefined();
  });
  test('are a venue’s own recording where there is one', async () => {
    record('', 'for all');
    record('east-hall', 'for the east hall');
    expect(String(await clips.find('east-hall', 'vi', 'to'))).toBe('for the east hall');
    expect(String(await clips.find('west-hall', 'vi', 'to'))).toBe('for all');
  });
  test('are found nowhere else', async () => {
    expect(await clips.find('any', 'zh', '../../demo/centre')).toBeUndefined();
    expect(await clips.find('..', 'zh', 'a')).toBeUndefined();
    expect(await clips.find('any', 'fr', 'a')).toBeUndefined();
  });
});
