import type { Scanner } from '#adapters/virus-scan.ts';

/** A real scanner's place taken by one whose answers a test decides. */
export function scannerThat(scan: Scanner['scan']): Scanner {
  return { standIn: false, scan };
}
