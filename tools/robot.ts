// Plays a thermal robot at a door: `node tools/robot.ts <server> <deviceId> <key> [readings a minute]`, or with `--folder <drop folder>` instead of a server.
// The device id and the key are shown once when a robot is added at /admin/devices.
import { createHmac, randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { folder: { type: 'string' }, once: { type: 'boolean' } } });
const [server = '', deviceId = '', key = '', perMinute = '30'] = values.folder ? ['', ...positionals] : positionals;

/** Mostly healthy, now and then near the limit, now and then a poor picture. */
function reading() {
  const odd = Math.random();
  const temperature = odd < 0.02 ? 37.4 + Math.random() : odd < 0.06 ? 37 + Math.random() * 0.3 : 36 + Math.random() * 0.8;
  return {
    id: randomUUID(),
    at: new Date().toISOString(),
    temperature: Math.round(temperature * 10) / 10,
    quality: Math.random() < 0.01 ? 'poor' : 'good',
    ambient: 26.5,
  };
}

async function send(readings: readonly ReturnType<typeof reading>[]): Promise<string> {
  const content = JSON.stringify({ readings });
  const sentAt = new Date().toISOString();
  const signature = createHmac('sha256', key).update(`${sentAt}.${content}`).digest('hex');
  const answer = await fetch(`${server}/api/v1/hall/robots/${deviceId}/readings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sentAt, content, signature }),
  });
  return `${answer.status} ${await answer.text()}`;
}

/** Written under another name first, so that nobody reads half a file. */
function drop(folder: string, readings: readonly ReturnType<typeof reading>[]): string {
  mkdirSync(join(folder, deviceId), { recursive: true });
  const path = join(folder, deviceId, `${Date.now()}.csv`);
  const lines = readings.map(({ id, at, temperature, quality }) => `${id},${at},${temperature},${quality}`);
  writeFileSync(`${path}.part`, ['id,at,temperature,quality', ...lines, ''].join('\n'));
  renameSync(`${path}.part`, path);
  return path;
}

const everySeconds = 5;
const batch = () => Array.from({ length: Math.max(1, Math.round((Number(perMinute) * everySeconds) / 60)) }, reading);

async function turn(): Promise<void> {
  console.log(values.folder ? drop(values.folder, batch()) : await send(batch()));
}

if (!deviceId || (!values.folder && !key)) {
  console.error('usage: node tools/robot.ts <server> <deviceId> <key> [readings a minute] | --folder <drop folder> <deviceId>');
  process.exitCode = 2;
} else {
  await turn();
  if (!values.once) setInterval(() => void turn(), everySeconds * 1000);
}
