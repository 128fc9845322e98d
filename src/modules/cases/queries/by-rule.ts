import type { Tx } from '#kernel/db.ts';
import type { Text } from '#kernel/locale.ts';

export type Switch = {
  readonly switchId: string;
  readonly itemCode: string;
  readonly isOff: boolean;
  readonly at: Date;
  readonly byId: string | null;
  readonly byName: string;
  readonly reason: string;
};
const columns = 'switch_id, item_code, is_off, at, by_id, by_name, reason';

export async function insertSwitch(tx: Tx, row: Switch): Promise<void> {
  await tx.run(`insert into cases.rule_switch (${columns}) values ($1, $2, $3, $4, $5, $6, $7)`, [
    row.switchId,
    row.itemCode,
    row.isOff,
    row.at,
    row.byId,
    row.byName,
    row.reason,
  ]);
}

/** What holds for an item: off for all is off for each; else its own last word. */
export function findSwitch(tx: Tx, itemCode: string): Promise<Switch | undefined> {
  return tx.maybe<Switch>(
    `select ${columns} from (select distinct on (item_code) ${columns} from cases.rule_switch where item_code in ('', $1) order by item_code, at desc, switch_id desc) as last
     order by is_off desc, item_code desc limit 1`,
    [itemCode],
  );
}

export type RuleFigure = {
  readonly itemCode: string;
  readonly itemName: Text;
  readonly approved: number;
  readonly left: number;
  readonly toCheck: number;
  readonly checked: number;
  readonly wrong: number;
  readonly reversed: number;
};

/** What rules decided since an instant, by item, and what became of it. */
export function listRuleFigures(tx: Tx, since: Date): Promise<RuleFigure[]> {
  const check = (condition: string) => `jsonb_path_exists(marks, '$.checks[*] ? (@.what == "decision" && ${condition})')`;
  return tx.rows<RuleFigure>(
    `select item_code, (array_agg(item_name order by received_at desc))[1] as item_name, count(*) filter (where marks->'rule'->>'result' = 'approved') as approved,
       count(*) filter (where marks->'rule'->>'result' = 'person') as "left",
       count(*) filter (where ${check('!exists(@.doneAt)')}) as to_check,
       count(*) filter (where ${check('exists(@.doneAt)')}) as checked,
       count(*) filter (where ${check('@.result == "wrong"')}) as wrong,
       count(*) filter (where marks->'rule'->>'result' = 'approved' and (outcome = 'revoked' or decision->>'byRule' is null)) as reversed
     from cases.case_file where marks ? 'rule' and received_at >= $1 group by item_code order by approved desc, item_code`,
    [since],
  );
}
