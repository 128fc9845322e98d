import type { Page } from '#kernel/page.ts';
import { doorPage } from './door.tsx';
import { chooseDoor, manifest } from './doors.tsx';
import { pairPage } from './pair.tsx';

/** What stands at the doors: tablets and phones of staff, devices that were paired. */
export const gatePages: readonly Page[] = [manifest, doorPage, chooseDoor, pairPage];
