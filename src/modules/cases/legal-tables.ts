import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { LegalTable } from './rules/clock.ts';

function read(name: string): LegalTable {
  return parse(readFileSync(new URL(`../../../data/limits/${name}.yaml`, import.meta.url), 'utf8')) as LegalTable;
}

/** The dated tables of each jurisdiction's time limits, data/limits. */
export const legalTables: Readonly<Record<'CN' | 'VN', LegalTable>> = { CN: read('cn'), VN: read('vn') };
