import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openMail, readOutbox } from '#adapters/mail.ts';
import { openSms, readTexts } from '#adapters/sms.ts';
import { openDevelopmentCourier } from '#adapters/courier.ts';
import { openStore } from '#adapters/object-store.ts';
import { openPrinter } from '#adapters/print.ts';
import { openSealBox } from '#adapters/seal-box.ts';
import { openSigner } from '#adapters/sign-pdf.ts';
import { openViewer } from '#adapters/viewing.ts';
import { openScanner } from '#adapters/virus-scan.ts';
import { openVoiceClips } from '#adapters/voice-clips.ts';
import type { App } from '#kernel/app.ts';
import { fileLimit } from '#kernel/http/server.ts';
import { countBookings, setPassIssuer } from '#modules/appointments/index.ts';
import { countDrafts, countItemUse } from '#modules/cases/index.ts';
import { setChannelReader, setUsageCounter } from '#modules/catalogue/index.ts';
import { channelReader, configureChannels } from '#modules/channels/index.ts';
import { configureDocuments, storeUpload, uploadEndpoint } from '#modules/documents/index.ts';
import { configureDelivery } from '#modules/delivery/index.ts';
import { configureHall, passFor } from '#modules/hall/index.ts';
import { configureIdentity } from '#modules/identity/index.ts';
import { configureMessages } from '#modules/messages/index.ts';
import type { Config } from './config.ts';
import { keyIn } from './secrets.ts';

/** Opens the outside world as the configuration says and gives each module what it needs of it. */
export function configureModules(config: Config): App['uploads'] {
  mkdirSync(config.dataFolder, { recursive: true });
  const folder = (name: string) => join(config.dataFolder, name);
  const base = config.publicUrl ?? `http://${config.host}:${config.port}`;
  configureIdentity({
    demo: config.demo,
    provider: config.oidc && { ...config.oidc, redirectUri: config.oidc.redirectUri ?? `${base}/sign-in/oidc/callback` },
    numberKey: keyIn(config.dataFolder, 'number.key'),
    factorKey: keyIn(config.dataFolder, 'factor.key'),
    zone: config.zone,
    serviceName: 'Tongban',
  });
  const store = openStore({ folder: folder('files'), ...(config.s3Url ? { s3Url: config.s3Url } : {}), maxBytes: fileLimit });
  configureDocuments({
    unscanned: config.unscanned,
    publicUrl: base,
    tools: {
      store,
      scanner: openScanner(config.clamdUrl ? { clamdUrl: config.clamdUrl } : {}),
      viewer: openViewer({}),
      printer: openPrinter({}),
      signer: openSigner({
        p12Path: config.signerP12 ?? folder('signing.p12'),
        passphrase: config.signerPassphrase,
        ...(config.signerP12 ? {} : { developmentName: 'Tongban development' }),
      }),
    },
  });
  configureDelivery({ courier: openDevelopmentCourier() });
  const voice = openVoiceClips({ own: folder('voice'), shipped: join(config.root, 'data/voice') });
  configureHall({ box: openSealBox(keyIn(config.dataFolder, 'hall.key')), dropFolder: folder('drop'), voice, demo: config.demo });
  setChannelReader(channelReader);
  setPassIssuer(passFor);
  setUsageCounter(countItemUse);
  configureChannels({ drafts: countDrafts, bookings: countBookings });
  configureMessages({
    mail: openMail({ smtpUrl: config.smtpUrl, outboxFolder: folder('outbox'), from: config.mailFrom }),
    outbox: (limit) => readOutbox(folder('outbox'), limit),
    sms: openSms({ smsUrl: config.smsUrl, token: config.smsToken, outboxFolder: folder('outbox/texts') }),
    texts: (limit) => readTexts(folder('outbox/texts'), limit),
    demo: config.demo,
    publicUrl: base,
    quietHours: config.quietHours,
  });
  return { store: storeUpload, endpoint: uploadEndpoint };
}
