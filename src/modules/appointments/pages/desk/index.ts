import type { Page } from '#kernel/page.ts';
import { appointmentsPage } from './day.tsx';
import { phonePage } from './phone.tsx';

export const deskPages: readonly Page[] = [appointmentsPage, phonePage];
