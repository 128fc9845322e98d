import type { Page } from '#kernel/page.ts';
import { plansPage } from './halls.tsx';
import { planPage } from './plan.tsx';

export const plannerPages: readonly Page[] = [plansPage, planPage];
