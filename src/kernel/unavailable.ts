const lost = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
]);
const full = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EMFILE', 'ENFILE', 'EIO']);
/** Connection lost, resources exhausted, shutting down or starting up (classes 08, 53, 57P of PostgreSQL's error codes). */
const databaseAway = /^(08...|53...|57P0[1-5])$/;
/** What the driver says without a code. */
const driverAway =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed) and is not queryable)/;

/** The database is away, which will pass by itself: not a bug, and nothing was done, or a retry with the same key tells. */
export function isUnavailable(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return (
    (typeof code === 'string' && (lost.has(code) || databaseAway.test(code))) || (typeof message === 'string' && driverAway.test(message))
  );
}

/** The store takes no file now: its disk is full, it cannot be written, or it does not answer. */
export function isStorageTrouble(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && (full.has(code) || lost.has(code));
}
