import type { Module } from '#kernel/module.ts';
import { appointmentsModule } from '#modules/appointments/index.ts';
import { casesModule } from '#modules/cases/index.ts';
import { catalogueModule } from '#modules/catalogue/index.ts';
import { channelsModule } from '#modules/channels/index.ts';
import { deliveryModule } from '#modules/delivery/index.ts';
import { directoryModule } from '#modules/directory/index.ts';
import { documentsModule } from '#modules/documents/index.ts';
import { hallModule } from '#modules/hall/index.ts';
import { identityModule } from '#modules/identity/index.ts';
import { messagesModule } from '#modules/messages/index.ts';
import { privacyModule } from '#modules/privacy/index.ts';
import { supervisionModule } from '#modules/supervision/index.ts';

/** The one ordered list: a module may use only those above it. Migrations, routes and walls follow it. */
export const modules: readonly Module[] = [
  identityModule,
  directoryModule,
  catalogueModule,
  channelsModule,
  documentsModule,
  casesModule,
  deliveryModule,
  appointmentsModule,
  hallModule,
  messagesModule,
  supervisionModule,
  privacyModule,
];
