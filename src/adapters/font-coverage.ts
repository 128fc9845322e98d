import { readFileSync } from 'node:fs';

/** The characters a TrueType font can draw, read from its character map (formats 4 and 12, all that our fonts use). */
export function charactersOf(path: string): Set<number> {
  const font = readFileSync(path);
  const table = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + i * 16).find(
    (at) => font.toString('latin1', at, at + 4) === 'cmap',
  );
  if (table === undefined) throw new Error(`no character map in ${path}`);
  const cmap = font.subarray(font.readUInt32BE(table + 8));
  const characters = new Set<number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i += 1)
    for (const [first, last] of rangesIn(cmap.subarray(cmap.readUInt32BE(8 + i * 8))))
      for (let character = first; character <= last; character += 1) characters.add(character);
  return characters;
}

type Range = readonly [first: number, last: number];

function rangesIn(map: Buffer): Range[] {
  const format = map.readUInt16BE(0);
  if (format === 12)
    return Array.from({ length: map.readUInt32BE(12) }, (_, i) => [map.readUInt32BE(16 + i * 12), map.readUInt32BE(20 + i * 12)]);
  if (format !== 4) return [];
  const segments = map.readUInt16BE(6) / 2;
  // The last segment only closes the table.
  return Array.from({ length: segments - 1 }, (_, i) => [map.readUInt16BE(16 + (segments + i) * 2), map.readUInt16BE(14 + i * 2)]);
}
