import type { Tx } from '#kernel/db.ts';
import { todayAt } from '../held.ts';
import { listBodiesInForce } from '../queries/items.ts';

const batchSize = 500;

/** Every item in force as JSON in our own format, one a line, which an import reads again. */
export async function exportCatalogue(tx: Tx, now: Date): Promise<string> {
  const lines: string[] = [];
  for (let after = ''; ; ) {
    const rows = await listBodiesInForce(tx, todayAt(now), { after, limit: batchSize });
    lines.push(...rows.map(({ body }) => JSON.stringify(body)));
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) return `[\n${lines.join(',\n')}\n]\n`;
    after = last.code;
  }
}
