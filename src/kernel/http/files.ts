import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { File, Stream } from '../page.ts';

export function isFile(value: unknown): value is File {
  return typeof value === 'object' && value !== null && 'send' in value && 'type' in value;
}

export function isStream(value: unknown): value is Stream {
  return typeof value === 'object' && value !== null && 'stream' in value && 'type' in value && 'fileName' in value;
}

/** Offered for saving; sent as fast as it is taken, never faster. */
export function sendStreamBody(
  reply: FastifyReply,
  { stream, type, fileName }: Stream,
  read: Parameters<Stream['stream']>[0],
): FastifyReply {
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .header('content-type', type)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .send(Readable.from(stream(read), { objectMode: false }));
}

/** What is not a page of ours is offered for saving under a harmless name, or shown alone with nothing allowed to run in it. */
export function sendFileBody(reply: FastifyReply, file: File): FastifyReply {
  if (file.fileName) reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`);
  else reply.header('content-security-policy', alone(file.type));
  return reply
    .header('content-type', file.type)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', file.immutable ? 'private, max-age=31536000, immutable' : 'no-store')
    .send(typeof file.send === 'string' ? file.send : Buffer.from(file.send));
}

/** A browser's own PDF reader does not open inside a sandbox; a PDF is only ever ours or one that was looked at byte by byte. */
function alone(type: string): string {
  const nothing = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  return type === 'application/pdf' ? `${nothing}; object-src 'self'` : `${nothing}; sandbox`;
}
