import { resolve } from 'node:path';

/** Everything that is set from outside, read once from the environment. `docs/operate/install.md` lists the names. */
export type Config = ReturnType<typeof readConfig>;

const root = new URL('../../', import.meta.url).pathname;

export function readConfig(env: NodeJS.ProcessEnv = process.env) {
  const host = env['HOST'] ?? '127.0.0.1';
  const isLocal = host === '127.0.0.1' || host === '::1' || host === 'localhost';
  const demo = env['TONGBAN_DEMO'] === undefined ? isLocal && env['NODE_ENV'] !== 'production' : env['TONGBAN_DEMO'] === '1';
  if (demo && !isLocal)
    throw new Error(
      `Demo accounts have a known password, so TONGBAN_DEMO=1 is refused while HOST is ${host}. Use HOST=127.0.0.1 or TONGBAN_DEMO=0.`,
    );
  const dataFolder = resolve(root, env['TONGBAN_DATA'] ?? 'var');
  return {
    root,
    host,
    port: wholeNumber(env, 'PORT', 8080),
    demo,
    dataFolder,
    databaseUrl: env['DATABASE_URL'],
    databaseAppUrl: env['DATABASE_APP_URL'],
    /** Off behind a pooler that mixes connections. */
    namedStatements: env['TONGBAN_NAMED_STATEMENTS'] !== '0',
    poolSize: wholeNumber(env, 'TONGBAN_POOL', 16),
    publicUrl: env['PUBLIC_URL'],
    trustProxy: wholeNumber(env, 'TRUST_PROXY', 0),
    zone: zoneIn(env, 'TONGBAN_ZONE', 'Asia/Shanghai'),
    startsAt: instant(env, 'TONGBAN_NOW'),
    smtpUrl: env['SMTP_URL'],
    mailFrom: env['MAIL_FROM'] ?? 'Tongban <no-reply@tongban.invalid>',
    smsUrl: env['SMS_URL'],
    smsToken: env['SMS_TOKEN'],
    /** When mails and text messages wait for the morning, `HH:MM-HH:MM`; `off` sends them at any hour. */
    quietHours: env['TONGBAN_QUIET_HOURS'] ?? '21:00-08:00',
    clamdUrl: env['CLAMD_URL'],
    /** What happens to files nobody has scanned: `serve` shows them marked as not scanned, `hold` keeps them back. */
    unscanned: env['TONGBAN_UNSCANNED'] === 'hold' ? ('hold' as const) : ('serve' as const),
    s3Url: env['S3_URL'],
    oidc: env['OIDC_ISSUER']
      ? {
          issuer: env['OIDC_ISSUER'],
          clientId: env['OIDC_CLIENT_ID'] ?? 'tongban',
          clientSecret: env['OIDC_CLIENT_SECRET'] ?? '',
          redirectUri: env['OIDC_REDIRECT_URI'],
        }
      : undefined,
    signerP12: env['SIGNER_P12'],
    signerPassphrase: env['SIGNER_PASSPHRASE'] ?? '',
    logLevel: env['LOG_LEVEL'] ?? 'info',
    /** Where spans are sent; OpenTelemetry's own variables say the rest. */
    otlpEndpoint: env['OTEL_EXPORTER_OTLP_ENDPOINT'],
    serviceName: env['OTEL_SERVICE_NAME'] ?? 'tongban',
  };
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const value = env[name];
  if (value === undefined || value === '') return fallback;
  if (!/^\d{1,5}$/.test(value)) throw new Error(`${name} must be a whole number, it is “${value}”.`);
  return Number(value);
}

function zoneIn(env: NodeJS.ProcessEnv, name: string, fallback: string): string {
  const zone = env[name] || fallback;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    throw new Error(`${name} must be a time zone like Asia/Ho_Chi_Minh, it is “${zone}”.`);
  }
}

function instant(env: NodeJS.ProcessEnv, name: string): Date | undefined {
  const value = env[name];
  if (!value) return undefined;
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) throw new Error(`${name} must be an instant like 2020-07-30T12:59:00+07:00, it is “${value}”.`);
  return at;
}
