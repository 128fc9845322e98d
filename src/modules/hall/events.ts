import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '#kernel/app.ts';
import { languageOf } from '#kernel/http/session.ts';
import type { Language } from '#kernel/locale.ts';
import { boardOf } from './actions/board.ts';
import type { Board } from './contract/board.ts';

const lookMs = 500;
const pingMs = 3000;
/** Waiting times move with the clock too, not only with calls. */
const refreshMs = 20_000;

type Screen = { readonly send: (text: string) => void };
type Channel = { readonly key: string; readonly screens: Set<Screen>; shown: Board | undefined; sentAt: number; pingedAt: number };

/**
 * `GET /api/v1/hall/{venue}/events?zone=&lang=`: server-sent events for call screens. Each message is a whole snapshot with its version, so a screen that
 * missed one needs no history; a `ping` says that the last snapshot still holds. Every process looks for itself at what has committed, twice a second and
 * only while somebody watches: so it does not matter which process took the call.
 */
export function mountHallEvents(server: FastifyInstance, app: App): void {
  const channels = new Map<string, Channel>();
  let looking: NodeJS.Timeout | undefined;
  let closed = false;
  const again = () => {
    looking = closed || channels.size === 0 ? undefined : setTimeout(() => void look(), lookMs);
  };
  const look = async () => {
    for (const channel of channels.values()) await refresh(app, channel);
    again();
  };
  server.addHook('preClose', async () => {
    closed = true;
    clearTimeout(looking);
    for (const channel of channels.values()) for (const screen of channel.screens) screen.send('');
    channels.clear();
  });
  server.get('/api/v1/hall/:venue/events', async (request: FastifyRequest, reply: FastifyReply) => {
    const { venue } = request.params as { venue: string };
    const { zone = 'all' } = request.query as { zone?: string };
    const language = languageOf(request, 'zh-Hans');
    const board = await read(app, { venue, zone, language });
    if (!board) return reply.code(404).header('content-type', 'application/problem+json').send({ status: 404, code: 'unknown_venue' });
    const key = JSON.stringify([venue, zone, language]);
    const channel = channels.get(key) ?? { key, screens: new Set(), shown: undefined, sentAt: 0, pingedAt: 0 };
    channels.set(key, channel);
    const screen = open(request, reply, () => {
      channel.screens.delete(screen);
      if (channel.screens.size === 0) channels.delete(key);
    });
    channel.screens.add(screen);
    screen.send(`retry: 2000\n${message(board)}`);
    looking ??= setTimeout(() => void look(), lookMs);
    return reply;
  });
}

function read(app: App, { venue, zone, language }: { venue: string; zone: string; language: Language }): Promise<Board | undefined> {
  return app.db.read((tx) => boardOf({ tx, now: app.now(), language }, venue, zone));
}

/** Sends what has changed. While the database does not answer nothing is sent, not even a ping: screens must not take the old for the present. */
async function refresh(app: App, channel: Channel): Promise<void> {
  const [venue, zone, language] = JSON.parse(channel.key) as [string, string, Language];
  const board = await read(app, { venue, zone, language }).then(
    (found) => found,
    (error: Error) => {
      app.log.warn({ cause: error.message }, 'a call screen waits for the database');
      return undefined;
    },
  );
  if (!board) return;
  const now = Date.parse(board.at);
  const changed = board.version !== channel.shown?.version || Math.abs(now - channel.sentAt) > refreshMs;
  if (!changed && Math.abs(now - channel.pingedAt) < pingMs) return;
  if (changed) Object.assign(channel, { shown: board, sentAt: now });
  channel.pingedAt = now;
  for (const screen of channel.screens) screen.send(changed ? message(board) : `event: ping\ndata: ${board.version}\n\n`);
}

function message(board: Board): string {
  return `id: ${board.version}\ndata: ${JSON.stringify(board)}\n\n`;
}

/** An empty text ends the stream. */
function open(request: FastifyRequest, reply: FastifyReply, gone: () => void): Screen {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...reply.getHeaders(),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    connection: 'keep-alive',
  } as Record<string, string>);
  request.raw.on('close', gone);
  return { send: (text) => void (text === '' ? raw.end() : raw.write(text)) };
}
