import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Endpoint } from '../endpoint.ts';
import { fromForm } from '../parse.ts';

const parsed = ['application/json', 'text/plain', 'application/octet-stream', 'application/x-www-form-urlencoded'];

/** In this scope a body is bytes, whatever it calls itself: `curl --data-binary` says it is a form, a browser says it does not know. */
export function keepBodies(scope: FastifyInstance): void {
  scope.removeContentTypeParser(parsed);
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

/** The file of a call and what came with it. */
export async function fileOf(endpoint: Endpoint, request: FastifyRequest): Promise<Record<string, unknown>> {
  if (request.isMultipart()) return fromForm(endpoint.input, await partsOf(endpoint, request)) as Record<string, unknown>;
  const bytes = request.body as Buffer | undefined;
  return (bytes && wrapped(request, bytes)) ?? { content: bytes ?? Buffer.alloc(0) };
}

/** The fields of a form with one file: its bytes as `content`. */
export async function partsOf({ bodyLimit }: Endpoint, request: FastifyRequest): Promise<Record<string, unknown>> {
  const fields: Record<string, unknown> = {};
  for await (const part of request.parts({ limits: { files: 1, ...(bodyLimit ? { fileSize: bodyLimit } : {}) } })) {
    if (part.type === 'field') fields[part.fieldname] = part.value;
    else Object.assign(fields, { content: await part.toBuffer(), ...(part.filename ? { fileName: part.filename } : {}) });
  }
  return fields;
}

/** A program may send `{ "content": "…" }` instead; any other JSON is itself the file. */
function wrapped(request: FastifyRequest, bytes: Buffer): Record<string, unknown> | undefined {
  if (!request.headers['content-type']?.startsWith('application/json')) return undefined;
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null && 'content' in value ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
