import type { Page } from '#kernel/page.ts';
import { alertPage } from './alert.tsx';
import { alertsPage } from './alerts.tsx';
import { devicesPage } from './devices.tsx';
import { exposuresPage } from './exposures.tsx';
import { hallPage } from './hall.tsx';
import { policiesPage } from './policies.tsx';

/** What staff, supervisors and administrators see of the door. */
export const doorPages: readonly Page[] = [hallPage, exposuresPage, alertsPage, alertPage, devicesPage, policiesPage];
