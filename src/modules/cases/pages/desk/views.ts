import { type Actor, hasRole, type Role } from '#kernel/actor.ts';
import type { Act } from '#kernel/endpoint.ts';
import { deskWords } from '../../locales/desk/index.ts';
import type { ViewName } from './address.ts';

/** The views in the order of their tabs, and for whom they hold anything; without roles, for everybody. */
const views: readonly { name: ViewName; roles?: readonly Role[] }[] = [
  { name: 'all' },
  { name: 'unclaimed' },
  { name: 'mine' },
  { name: 'due-today' },
  { name: 'overdue' },
  { name: 'paused' },
  { name: 'opinions', roles: ['reviewer', 'head'] },
  { name: 'deciding', roles: ['reviewer', 'signer', 'head', 'supervisor'] },
  { name: 'deliver', roles: ['window', 'supervisor'] },
  { name: 'to-verify', roles: ['reviewer', 'head', 'supervisor'] },
];

export function viewsFor(actor: Actor): ViewName[] {
  return views.filter(({ roles }) => !roles || hasRole(actor, roles)).map(({ name }) => name);
}

/** Supervision sees every unit, so its first view is called differently. */
export function viewLabel(view: ViewName, { actor, language }: Act): string {
  const words = deskWords(language);
  return view === 'all' && hasRole(actor, ['supervisor']) ? words.everyUnit : words.views[view];
}
