import { isStaff } from '#kernel/actor.ts';
import type { Act } from '#kernel/endpoint.ts';
import { type PageRequest, redirect, type Redirect } from '#kernel/page.ts';
import { textIn } from '#kernel/locale.ts';
import { getDirectory } from '#modules/directory/index.ts';
import type { KioskHealth } from '../../contract/kiosk.ts';
import { findPlan, type HallPlan } from '../../plan.ts';
import { findKioskState } from '../../queries/kiosk.ts';
import { hallSettings } from '../../settings.ts';

/** The machine a kiosk page is drawn for. `base` is its address. */
export type Machine = {
  readonly base: string;
  readonly plan: HallPlan;
  readonly hallName: string;
  readonly phone: string;
  readonly name: string;
  readonly health: KioskHealth;
};

/**
 * A paired device; its token is the browser's session. Staff may look at the kiosk of their hall under its code, and in the demonstration everybody;
 * every other browser is led to pairing.
 */
export async function machineOf(act: Act, { params }: PageRequest): Promise<Machine | Redirect> {
  const { device } = act.actor;
  const named = params['device'] ?? '';
  const own = device?.scopes.includes('kiosk') && (named === device.deviceId || named === device.venue) ? device : undefined;
  if (!own && !isStaff(act.actor) && !hallSettings().demo) return redirect('/pair');
  const code = own?.venue ?? named;
  const [plan, venue] = [await findPlan(act, code), (await getDirectory(act.tx)).venueByCode.get(code)];
  if (!plan || !venue) return redirect('/pair');
  const state = own && (await findKioskState(act.tx, own.deviceId));
  return {
    base: `/kiosk/${encodeURIComponent(named)}`,
    plan,
    hallName: textIn(venue.name, act.language),
    phone: venue.phone,
    name: own ? act.actor.name : code,
    health: state ?? { paper: 'ok', reader: 'none' },
  };
}

export function isMachine(value: Machine | Redirect): value is Machine {
  return 'base' in value;
}
