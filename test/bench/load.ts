import autocannon from 'autocannon';

export type Shot = {
  readonly method: 'GET' | 'POST';
  /** Asked again for each request when it is a function. */
  readonly path: string | (() => string);
  readonly token?: string;
  readonly body?: () => string;
  readonly expect: number;
};
export type Measured = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly wrong: number;
  /** Processor time of one request, in the server and in PostgreSQL: what stays when a machine is shared. */
  readonly serverCpuMs: number;
  readonly databaseCpuMs: number;
};
export type Target = { readonly base: string; readonly serverCpuMs: () => number; readonly databaseCpuMs: () => number };

let serial = 0;

/** Asks one thing over and over from `clients` connections for some seconds. An answer of another status counts as wrong. */
export async function measure(target: Target, shot: Shot, { clients, seconds }: { clients: number; seconds: number }): Promise<Measured> {
  const before = { server: target.serverCpuMs(), database: target.databaseCpuMs() };
  const result = await autocannon({
    url: target.base,
    connections: clients,
    duration: seconds,
    requests: [
      {
        method: shot.method,
        path: '/',
        setupRequest: (request) => ({
          ...request,
          path: typeof shot.path === 'string' ? shot.path : shot.path(),
          headers: headersOf(shot),
          ...(shot.body ? { body: shot.body() } : {}),
        }),
      },
    ],
  });
  const counted = result.statusCodeStats?.[String(shot.expect)]?.count ?? 0;
  const used = { server: target.serverCpuMs() - before.server, database: target.databaseCpuMs() - before.database };
  return {
    perSecond: counted / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    wrong: result.requests.total - counted + result.errors,
    serverCpuMs: used.server / result.requests.total,
    databaseCpuMs: used.database / result.requests.total,
  };
}

function headersOf({ token, body }: Shot): Record<string, string> {
  serial += 1;
  return {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(body ? { 'content-type': 'application/json', 'idempotency-key': `bench-${process.pid}-${serial}` } : {}),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
