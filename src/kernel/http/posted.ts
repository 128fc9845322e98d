import type { FastifyRequest } from 'fastify';
import { mayCall } from '../actor.ts';
import type { App } from '../app.ts';
import type { Act, Endpoint } from '../endpoint.ts';
import { perform } from '../pipeline.ts';
import { bindEndpoints } from '../app.ts';
import { isRefusal, refuse, type Refusal } from '../result.ts';
import { partsOf } from './file-body.ts';
import { storeFile } from './uploads.ts';

type Posted = { values: Record<string, unknown>; refusal?: Refusal };
type Receiver = { app: App; endpoint: Endpoint; act: Omit<Act, 'tx' | 'publish' | 'afterCommit'> };

/**
 * The fields of a posted form; several of one name become a list. Files are put away and recorded first, each through the upload endpoint,
 * and stand in the fields as their ids, so that a form without JavaScript carries files like any other answer.
 */
export async function postedFields(http: FastifyRequest, receiver: Receiver): Promise<Posted> {
  if (!http.isMultipart()) return { values: { ...(http.body as Record<string, unknown>) } };
  if (receiver.endpoint.takesFile) return { values: await partsOf(receiver.endpoint, http) };
  const values: Record<string, unknown> = {};
  let refusal: Refusal | undefined;
  const maySend = receiver.app.uploads !== undefined && mayCall(receiver.act.actor, receiver.app.uploads.endpoint.may) === 'yes';
  for await (const part of http.parts()) {
    if (part.type === 'field') add(values, part.fieldname, part.value);
    else if (part.filename === '' || !maySend) part.file.resume();
    else {
      const fileId = await receive(receiver, { name: part.filename, stream: part.file });
      part.file.resume();
      if (isRefusal(fileId)) refusal = refuse(fileId.refused, { ...fileId.facts, field: part.fieldname, name: part.filename });
      else add(values, part.fieldname, fileId);
    }
  }
  return refusal ? { values, refusal } : { values };
}

async function receive({ app, act }: Receiver, file: { name: string; stream: AsyncIterable<Buffer> }): Promise<string | Refusal> {
  const bound = app.uploads && bindEndpoints(app.modules).get(app.uploads.endpoint);
  if (!bound) return refuse('not_found');
  const stored = await storeFile(app, act.actor, file);
  if (isRefusal(stored)) return stored;
  const outcome = await perform(app, { bound, ...act, input: stored });
  if (outcome.kind === 'done') return (outcome.body as { fileId: string }).fileId;
  return outcome.kind === 'refused' ? refuse(outcome.code, outcome.facts) : refuse('invalid_input');
}

function add(values: Record<string, unknown>, name: string, value: unknown): void {
  const before = values[name];
  values[name] = before === undefined || before === '' ? value : Array.isArray(before) ? [...before, value] : [before, value];
}
