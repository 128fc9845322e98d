import type { Page } from '#kernel/page.ts';
import { calendarsPage } from './calendars.tsx';
import { contactsPage } from './contacts.tsx';
import { hallsPage } from './halls.tsx';

export const pages: readonly Page[] = [contactsPage, hallsPage, calendarsPage];
