import { hasRole } from '#kernel/actor.ts';
import type { Act, Action } from '#kernel/endpoint.ts';
import { newId } from '#kernel/ids.ts';
import { refuse } from '#kernel/result.ts';
import { withTraditional } from '#kernel/traditional.ts';
import type * as contract from '../contract.ts';
import { forgetDirectory, getDirectory } from '../directory.ts';
import type { ContactsChanged } from '../facts.ts';
import { lockOfficer, lockUnit, setEdition, setOfficer, setUnit } from '../queries.ts';

export const editUnit: Action<typeof contract.editUnit> = async (act, input) => {
  const unit = await lockUnit(act.tx, input.code);
  if (!unit) return refuse('not_found');
  if (!administrates(act, unit.code)) return refuse('outside_your_unit');
  if (input.headId && !(await getDirectory(act.tx)).officerById(input.headId)) return refuse('officer_unknown');
  const edited = {
    code: unit.code,
    version: input.version,
    phone: input.phone ?? unit.phone,
    headId: input.headId ?? unit.headId,
    name: input.names ? withTraditional({ ...unit.name, ...input.names }) : unit.name,
  };
  if (!(await setUnit(act.tx, edited))) return refuse('stale_version', { version: unit.version, phone: unit.phone });
  await tellChange(act, { unitCode: unit.code });
  return { code: unit.code, version: input.version + 1 };
};

export const editOfficer: Action<typeof contract.editOfficer> = async (act, input) => {
  const officer = await lockOfficer(act.tx, input.personId);
  if (!officer) return refuse('not_found');
  if (!administrates(act, officer.unitCode)) return refuse('outside_your_unit');
  const edited = {
    personId: officer.personId,
    version: input.version,
    phone: input.phone ?? officer.phone,
    title: input.title ? withTraditional({ ...officer.title, ...input.title }) : officer.title,
  };
  if (!(await setOfficer(act.tx, edited))) return refuse('stale_version', { version: officer.version, phone: officer.phone });
  await tellChange(act, { unitCode: officer.unitCode, personId: officer.personId });
  return { personId: officer.personId, version: input.version + 1 };
};

function administrates({ actor }: Act, unitCode: string): boolean {
  return actor.kind === 'system' || hasRole(actor, ['admin'], unitCode);
}

async function tellChange(act: Act, changed: ContactsChanged): Promise<void> {
  await setEdition(act.tx, newId());
  act.publish('contacts_changed', changed);
  act.afterCommit(forgetDirectory);
}
