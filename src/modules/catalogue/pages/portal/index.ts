import type { Page } from '#kernel/page.ts';
import { faviconIco, faviconSvg } from './favicon.ts';
import { guideCheckPage } from './guide-check.tsx';
import { flowPicture, paperFile } from './guide-files.ts';
import { guidePrintPage } from './guide-print.tsx';
import { guidePage } from './guide.tsx';
import { accessibilityPage, helpPage } from './help.tsx';
import { homePage } from './home.tsx';
import { departmentsPage, directoriesPage, placesPage, themesPage } from './lists.tsx';
import { servicesPage } from './services.tsx';

export const portalPages: readonly Page[] = [
  homePage,
  servicesPage,
  guidePage,
  guidePrintPage,
  guideCheckPage,
  flowPicture,
  paperFile,
  themesPage,
  departmentsPage,
  placesPage,
  directoriesPage,
  helpPage,
  accessibilityPage,
  faviconSvg,
  faviconIco,
];
