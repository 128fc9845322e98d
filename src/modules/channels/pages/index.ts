import type { Page } from '#kernel/page.ts';
import { howNowItemPage, howNowPage } from './how-now.tsx';
import { noticesPage } from './notices.tsx';
import { suspendPage } from './suspend.tsx';
import { suspensionsPage } from './suspensions.tsx';

export const pages: readonly Page[] = [howNowPage, howNowItemPage, noticesPage, suspensionsPage, suspendPage];
