import type { Tx } from '#kernel/db.ts';
import type { Day } from '#kernel/workdays.ts';

export type MandateState = 'offered' | 'active' | 'declined' | 'ended';
export type MandateRow = {
  readonly mandateId: string;
  readonly principalId: string;
  readonly principalName: string;
  readonly agentId: string;
  readonly agentName: string;
  readonly items: readonly string[] | null;
  readonly fromOn: Day;
  readonly untilOn: Day;
  readonly proof: string | null;
  readonly state: MandateState;
  readonly version: number;
  readonly offeredBy: string;
};

const mandateColumns = `m.mandate_id, m.principal_id, p.name as principal_name, m.agent_id, a.name as agent_name, m.items, m.from_on, m.until_on,
  m.proof, m.state, m.version, m.offered_by`;
const mandateTables = `identity.mandate m join identity.person p on p.person_id = m.principal_id join identity.person a on a.person_id = m.agent_id`;

/** Whether a mandate in force covers this item on this day; an empty scope covers every item. */
export async function hasMandateOn(
  tx: Tx,
  asked: { agentId: string; principalId: string; itemCode: string | undefined; on: Day },
): Promise<boolean> {
  const { found } = await tx.one<{ found: boolean }>(
    `select exists (select from identity.mandate where agent_id = $1 and principal_id = $2 and state = 'active'
       and $4::date between from_on and until_on and (items is null or $3::text = any(items))) as found`,
    [asked.agentId, asked.principalId, asked.itemCode ?? null, asked.on],
  );
  return found;
}

export function listMandates(tx: Tx, personId: string) {
  return tx.rows<MandateRow>(
    `select ${mandateColumns} from ${mandateTables} where m.principal_id = $1 or m.agent_id = $1
     order by m.state = 'offered' desc, m.state = 'active' desc, m.changed_at desc limit 200`,
    [personId],
  );
}

export function lockMandate(tx: Tx, mandateId: string) {
  return tx.maybe<MandateRow>(`select ${mandateColumns} from ${mandateTables} where m.mandate_id = $1 for update of m`, [mandateId]);
}

/** The principals somebody may act for on a day, with the items of each mandate. */
export function listPrincipals(tx: Tx, agentId: string, on: Day) {
  return tx.rows<MandateRow>(
    `select ${mandateColumns} from ${mandateTables}
     where m.agent_id = $1 and m.state = 'active' and $2::date between m.from_on and m.until_on order by p.name`,
    [agentId, on],
  );
}

type NewMandate = Omit<MandateRow, 'principalName' | 'agentName' | 'version'> & { now: Date };

export async function insertMandate(tx: Tx, mandate: NewMandate): Promise<void> {
  await tx.run(
    `insert into identity.mandate (mandate_id, principal_id, agent_id, items, from_on, until_on, proof, state, offered_by, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
    [
      mandate.mandateId,
      mandate.principalId,
      mandate.agentId,
      mandate.items,
      mandate.fromOn,
      mandate.untilOn,
      mandate.proof,
      mandate.state,
      mandate.offeredBy,
      mandate.now,
    ],
  );
}

export async function setMandateState(
  tx: Tx,
  { mandateId, version }: { mandateId: string; version: number },
  { state, now }: { state: MandateState; now: Date },
): Promise<boolean> {
  const changed = await tx.run(
    `update identity.mandate set state = $3, version = version + 1, changed_at = $4 where mandate_id = $1 and version = $2`,
    [mandateId, version, state, now],
  );
  return changed === 1;
}
