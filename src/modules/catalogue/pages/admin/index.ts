import type { Page } from '#kernel/page.ts';
import { entryPage } from './draft/entry-page.tsx';
import { draftPage } from './draft/overview.tsx';
import { previewPage } from './draft/preview.tsx';
import { publishPage } from './draft/publish.tsx';
import { sectionPage } from './draft/section-page.tsx';
import { importFilePage } from './import-file.tsx';
import { importReportCsv, importReportPage } from './import-report.tsx';
import { importsPage } from './imports.tsx';
import { itemPage, newItemPage } from './item.tsx';
import { itemsPage } from './items.tsx';
import { synonymsPage } from './synonyms.tsx';
import { translationsPage } from './translations.tsx';

export const adminPages: readonly Page[] = [
  itemsPage,
  newItemPage,
  itemPage,
  draftPage,
  publishPage,
  previewPage,
  sectionPage,
  entryPage,
  translationsPage,
  importsPage,
  importFilePage,
  importReportPage,
  importReportCsv,
  synonymsPage,
];
