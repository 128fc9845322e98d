import type { Tx } from '#kernel/db.ts';
import type { Text } from '#kernel/locale.ts';

export type GreenFigure = {
  readonly itemCode: string;
  readonly itemName: Text;
  readonly opened: number;
  readonly decided: number;
  readonly onTime: number;
};

/** How often the green channel was opened for each item since an instant, and what came of it. No case, no person. */
export function listGreenFigures(tx: Tx, since: Date): Promise<GreenFigure[]> {
  return tx.rows<GreenFigure>(
    `select item_code, (array_agg(item_name order by received_at desc))[1] as item_name, count(*) as opened, count(decided_at) as decided,
       count(*) filter (where decision->>'onTime' = 'true') as on_time
     from cases.case_file where lane = 'green' and received_at >= $1 group by item_code order by opened desc, item_code`,
    [since],
  );
}
