import { hasRole, type Role } from '#kernel/actor.ts';
import type { Act } from '#kernel/endpoint.ts';
import type { Language } from '#kernel/locale.ts';
import type { MenuEntry, Tab } from '#ui/index.ts';
import { mainWords } from './locales/index.ts';

type Entry = {
  href: string;
  label: keyof ReturnType<typeof mainWords>['menu'];
  icon: MenuEntry['icon'];
  roles: readonly Role[];
  group: string;
};

const caseRoles: readonly Role[] = ['window', 'reviewer', 'signer', 'head', 'supervisor'];

const entries: readonly Entry[] = [
  { href: '/desk', label: 'today', icon: 'calendar', roles: caseRoles, group: 'work' },
  { href: '/desk/inbox', label: 'inbox', icon: 'post', roles: caseRoles, group: 'work' },
  { href: '/desk/window', label: 'window', icon: 'door', roles: ['window', 'reviewer'], group: 'work' },
  {
    href: '/desk/appointments',
    label: 'appointments',
    icon: 'clock',
    roles: ['window', 'hotline', 'planner', 'supervisor', 'head', 'admin'],
    group: 'work',
  },
  {
    href: '/desk/hall',
    label: 'hall',
    icon: 'people',
    roles: ['gate', 'window', 'supervisor', 'head', 'planner', 'inspector'],
    group: 'work',
  },
  { href: '/desk/alerts', label: 'alerts', icon: 'thermometer', roles: ['gate', 'supervisor', 'head'], group: 'work' },
  { href: '/desk/issue', label: 'issue', icon: 'doc', roles: ['window'], group: 'work' },
  { href: '/desk/supervision', label: 'supervision', icon: 'flag', roles: ['supervisor', 'head', 'signer'], group: 'watch' },
  { href: '/desk/hall/queue', label: 'queue', icon: 'chart', roles: ['planner', 'supervisor', 'head'], group: 'watch' },
  { href: '/desk/ratings', label: 'ratings', icon: 'star', roles: ['supervisor', 'head', 'signer'], group: 'watch' },
  { href: '/desk/rules', label: 'rules', icon: 'tick', roles: ['admin', 'supervisor', 'head', 'signer'], group: 'watch' },
  { href: '/admin/items', label: 'items', icon: 'grid', roles: ['admin'], group: 'set' },
  { href: '/admin/imports', label: 'imports', icon: 'up', roles: ['admin'], group: 'set' },
  { href: '/admin/suspensions', label: 'suspensions', icon: 'warn', roles: ['admin', 'supervisor'], group: 'set' },
  { href: '/admin/halls', label: 'halls', icon: 'door', roles: ['planner', 'admin'], group: 'set' },
  { href: '/admin/policies', label: 'policies', icon: 'mask', roles: ['admin', 'supervisor'], group: 'set' },
  { href: '/admin/devices', label: 'devices', icon: 'mobile', roles: ['admin', 'operator', 'supervisor'], group: 'set' },
  { href: '/admin/calendars', label: 'calendars', icon: 'calendar', roles: ['admin'], group: 'set' },
  { href: '/admin/people', label: 'people', icon: 'people', roles: ['admin'], group: 'set' },
  { href: '/admin/retention', label: 'retention', icon: 'shield', roles: ['admin'], group: 'set' },
  {
    href: '/contacts',
    label: 'contacts',
    icon: 'phone',
    roles: [...caseRoles, 'admin', 'operator', 'planner', 'inspector', 'gate', 'hotline'],
    group: 'look',
  },
];

const own = {
  '': 'matters',
  '/appointments': 'appointments',
  '/notices': 'notices',
  '/acting': 'acting',
  '/views': 'views',
  '/profile': 'profile',
} as const;

/** The reader's own pages, on each of them and nowhere else. */
export function ownMenu(language: Language, path: string): Tab[] | undefined {
  const words = mainWords(language).own;
  const tabs = Object.entries(own).map(([rest, word]) => ({ href: `/${language}/my${rest}`, label: words[word] }));
  return tabs.some(({ href }) => href === path) ? tabs.map((tab) => ({ ...tab, current: tab.href === path })) : undefined;
}

/** Only what the reader's roles open. */
export function menuFor(act: Act): MenuEntry[] {
  const { menu } = mainWords(act.language);
  return entries
    .filter(({ roles }) => hasRole(act.actor, roles))
    .map(({ href, label, icon, group }) => ({ href, label: menu[label], icon, group }));
}
