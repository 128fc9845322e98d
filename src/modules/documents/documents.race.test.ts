import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mediaTypes } from '#adapters/sniff.ts';
import { pdf, picture } from '#adapters/sniff-samples.ts';
import { jobOf } from '#kernel/jobs.ts';
import { type Desk, type Office, openOffice } from '#test/support/office.ts';
import { configureDocuments, documentTools, eraseFiles, type Paper, removeErased, revokeIssued } from './index.ts';
import { issueDocument } from './issue.ts';
import { scanWaiting } from './reactions.ts';
import { scanFile } from './scan.ts';
import { scannerThat } from './testing.ts';

let office: Office;
let citizen: Desk;
let neighbour: Desk;
let photo: Buffer;
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-', 'TEST-FILE!$H+H*'].join('');
const withVirus = () => Buffer.concat([photo, Buffer.from(eicar)]);
const job = (shiftMs = 0) => {
  const real = jobOf(office.app, 'documents');
  return { ...real, now: () => new Date(real.now().getTime() + shiftMs) };
};

beforeAll(async () => {
  office = await openOffice();
  [citizen, neighbour] = await Promise.all([office.as('citizen'), office.as('elder')]);
  photo = await picture(400, 300)
    .withExif({ IFD0: { Copyright: 'secret place' } })
    .jpeg()
    .toBuffer();
}, 60_000);
afterAll(() => office.close());

type Part = { content: Buffer; name?: string; field?: string };

async function post(url: string, { content, name = '门头.jpg', field = 'file' }: Part, token?: string) {
  const boundary = 'test-boundary';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: application/x-php\r\n\r\n`;
  return office.http.inject({
    method: 'POST',
    url,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...(token ? { authorization: `Bearer ${token}` } : {}) },
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
}
async function upload(content: Buffer, desk = citizen): Promise<{ fileId: string; mediaType: string; scan: string; bytes: number }> {
  const answer = await post('/api/v1/documents/files', { content }, desk.token);
  expect(answer.statusCode).toBe(201);
  return answer.json();
}
const open = (path: string, desk = citizen) =>
  office.http.inject({ url: path, headers: desk.token ? { authorization: `Bearer ${desk.token}` } : {} });

describe('uploads', () => {
  test('what a file is, is seen from its bytes, whatever it is called', async () => {
    const sent = await upload(photo);
    expect(sent).toMatchObject({ scan: 'pending', mediaType: mediaTypes.jpg, bytes: photo.length });
    expect(
      (await post('/api/v1/documents/files', { content: Buffer.from('#!/bin/sh'), name: 'a.jpg' }, citizen.token)).json(),
    ).toMatchObject({
      status: 415,
      code: 'unsupported_media_type',
    });
  });

  test('a file with two faces is refused', async () => {
    const twoFaced = Buffer.concat([photo, Buffer.from('<script>alert(1)</script>')]);
    const answer = await post('/api/v1/documents/files', { content: twoFaced }, citizen.token);
    expect(answer.json()).toMatchObject({ status: 415, facts: { why: 'file_two_faced' } });
  });

  test('a file beyond 20 MiB is refused', async () => {
    const answer = await post('/api/v1/documents/files', { content: Buffer.concat([photo, Buffer.alloc(20 * 1_048_576)]) }, citizen.token);
    expect(answer.json()).toMatchObject({ status: 413, code: 'too_large' });
  });

  test('a JSON body cannot pretend to be a file that was put away', async () => {
    const forged = { key: 'issued/x', name: 'a.pdf', bytes: 1, sha256: 'a'.repeat(64), mediaType: mediaTypes.pdf };
    expect((await citizen.post('/documents/files', forged)).status).toBe(400);
  });

  test('the same file sent twice under one idempotency key is one file', async () => {
    const send = () =>
      office.http.inject({
        method: 'POST',
        url: '/api/v1/documents/files',
        headers: {
          'content-type': 'multipart/form-data; boundary=b',
          authorization: `Bearer ${citizen.token}`,
          'idempotency-key': 'photo-1',
        },
        payload: Buffer.concat([
          Buffer.from('--b\r\nContent-Disposition: form-data; name="f"; filename="a.jpg"\r\n\r\n'),
          photo,
          Buffer.from('\r\n--b--\r\n'),
        ]),
      });
    const [first, second] = [await send(), await send()];
    expect(first.json()).toEqual(second.json());
  });

  test('my earlier files are listed for using them again, nobody else’s', async () => {
    const { fileId } = await upload(photo, neighbour);
    const listed = await neighbour.get('/documents/files?limit=100');
    expect(listed.body['rows']).toEqual([expect.objectContaining({ fileId, name: '门头.jpg', bytes: photo.length, scan: 'pending' })]);
    const first = await citizen.get('/documents/files?limit=1');
    const rest = await citizen.get(`/documents/files?limit=100&cursor=${String(first.body['nextCursor'])}`);
    expect((rest.body['rows'] as { fileId: string }[]).map((row) => row.fileId)).not.toContain(
      (first.body['rows'] as { fileId: string }[])[0]?.fileId,
    );
    expect((await citizen.get('/documents/files?cursor=nonsense')).body.code).toBe('bad_cursor');
  });
});

describe('the virus scan', () => {
  test('a file is not opened before it is scanned; then its owner sees the original and a copy without metadata', async () => {
    const { fileId } = await upload(photo);
    expect((await open(`/files/${fileId}`)).statusCode).toBe(409);
    await scanFile(job(), fileId);
    const original = await open(`/files/${fileId}`);
    expect(original.headers).toMatchObject({
      'content-disposition': expect.stringContaining('attachment'),
      'x-content-type-options': 'nosniff',
    });
    expect(original.rawPayload.equals(photo)).toBe(true);
    const view = await open(`/files/${fileId}/view`);
    expect(view.headers).toMatchObject({ 'content-type': 'image/webp', 'content-security-policy': expect.stringContaining('sandbox') });
    expect(photo.includes('secret place')).toBe(true);
    expect(view.rawPayload.includes('secret place')).toBe(false);
  });

  test('somebody else’s file does not exist', async () => {
    const { fileId } = await upload(photo);
    await scanFile(job(), fileId);
    expect((await open(`/files/${fileId}`, neighbour)).statusCode).toBe(404);
    expect((await open('/files/not-an-id')).statusCode).toBe(404);
  });

  test('a virus is never served and cannot stand in an application', async () => {
    const { fileId } = await upload(withVirus());
    await scanFile(job(), fileId);
    const listed = (await citizen.get('/documents/files?limit=100')).body['rows'] as { fileId: string; scan: string; viewable: boolean }[];
    expect(listed.find((row) => row.fileId === fileId)).toMatchObject({ scan: 'infected', viewable: false });
    for (const path of [`/files/${fileId}`, `/files/${fileId}/view`]) expect((await open(path)).statusCode).toBe(409);
  });

  test('while the scanner is away files wait; when it is back they are scanned, and one that chokes it does not hold up the others', async () => {
    const tools = documentTools();
    const [first, second] = [await upload(photo), await upload(pdf)];
    configureDocuments({ tools: { ...tools, scanner: scannerThat(() => Promise.reject(new Error('no answer'))) } });
    await expect(scanFile(job(), first.fileId)).rejects.toThrow('no answer');
    await expect(scanWaiting(job(120_000))).rejects.toThrow('no answer');
    configureDocuments({
      tools: {
        ...tools,
        scanner: scannerThat(async (body) => {
          for await (const piece of body) if (Buffer.from(piece).equals(photo)) throw new Error('choked');
          return { verdict: 'clean' };
        }),
      },
    });
    for (let turn = 0; turn < 20; turn += 1)
      await scanWaiting(job(300_000 + turn)).catch((error: Error) => expect(error.message).toBe('choked'));
    const byId = async () =>
      new Map(
        ((await citizen.get('/documents/files?limit=100')).body['rows'] as { fileId: string; scan: string }[]).map((row) => [
          row.fileId,
          row.scan,
        ]),
      );
    expect((await byId()).get(second.fileId)).toBe('clean');
    expect((await byId()).get(first.fileId)).toBe('pending');
    configureDocuments({ tools: { ...tools, scanner: scannerThat(async () => ({ verdict: 'clean' })) } });
    await scanWaiting(job(900_000));
    expect((await byId()).get(first.fileId)).toBe('clean');
    configureDocuments({ tools });
  });

  test('an erased file is gone for good, unless another one has the same content', async () => {
    const content = await picture(35, 35).png().toBuffer();
    const [mine, same] = [await upload(content), await upload(content, neighbour)];
    for (const { fileId } of [mine, same]) await scanFile(job(), fileId);
    const erase = async (fileId: string) => {
      expect(await job().transaction(({ tx, now }) => eraseFiles(tx, [fileId], now))).toBe(1);
      await removeErased(job());
    };
    await erase(mine.fileId);
    expect((await open(`/files/${mine.fileId}`)).statusCode).toBe(409);
    expect((await open(`/files/${same.fileId}`, neighbour)).statusCode).toBe(200);
    const kept = async () => {
      let count = 0;
      for await (const _ of documentTools().store.list('files/')) count += 1;
      return count;
    };
    const before = await kept();
    await erase(same.fileId);
    expect(await kept()).toBe(before - 1);
  });

  test('a file whose bytes are gone or changed is told as lost, not served', async () => {
    const content = await picture(33, 33).png().toBuffer();
    const { fileId } = await upload(content);
    await scanFile(job(), fileId);
    for await (const key of documentTools().store.list('files/')) {
      const stream = await documentTools().store.get(key);
      if (stream && Buffer.concat(await stream.toArray()).equals(content)) await documentTools().store.put(key, Buffer.from('else'));
    }
    expect((await open(`/files/${fileId}`)).statusCode).toBe(409);
  });
});

const paper: Paper = {
  kind: 'decision',
  caseNo: 'HC7K-4M2P-9XQ6',
  seq: 9,
  language: 'zh-Hans',
  jurisdiction: 'CN',
  zone: 'Asia/Shanghai',
  at: new Date('2020-07-30T02:12:00Z'),
  centre: '禾川市政务服务中心',
  agency: '市场监督管理局',
  hotline: '0600-610 2010',
  itemName: '食品经营许可（新办）',
  applicant: '王秀兰',
  receivedAt: new Date('2020-07-27T01:00:00Z'),
  outcome: 'approved',
  reason: '',
  basis: ['《中华人民共和国食品安全法》第三十五条'],
  validUntil: '2025-07-29',
};

describe('issued documents and their verification', () => {
  let code = '';
  let issued = Buffer.alloc(0);
  beforeAll(async () => {
    await Promise.all([issueDocument(job(), paper), issueDocument(job(), paper)]);
    await issueDocument(job(), paper);
    const keys: string[] = [];
    for await (const key of documentTools().store.list('issued/')) keys.push(key);
    expect(keys).toHaveLength(1);
    const stream = await documentTools().store.get(keys[0] ?? '');
    issued = Buffer.concat(await (stream?.toArray() ?? []));
  }, 30_000);
  const verify = async (content: Buffer) =>
    (await post('/api/v1/documents/verify', { content, name: 'a.pdf' })).json() as {
      verdict: string;
      code: string;
      document: Record<string, unknown>;
    };

  test('made twice at once and once more, there is one; the file itself is genuine', async () => {
    const found = await verify(issued);
    expect(found).toMatchObject({
      verdict: 'genuine',
      document: { kind: 'decision', outcome: 'approved', holder: '王**', validUntil: '2025-07-29', no: 'HC7K-4M2P-9XQ6/9' },
    });
    expect(JSON.stringify(found)).not.toContain('王秀兰');
    code = found.code;
  });

  test('by its code anyone sees the public facts; a mistyped or unknown code finds nothing', async () => {
    const anyone = await office.as();
    expect((await anyone.get(`/documents/verify/${code.toLowerCase().replaceAll('-', '')}`)).body).toMatchObject({
      verdict: 'genuine',
      code,
    });
    expect((await anyone.get('/documents/verify/VC22-2222-2222')).body.code).toBe('not_found');
    expect((await anyone.get('/documents/verify/VC22-2222-222')).body.code).toBe('not_found');
  });

  test('one changed byte makes it altered, and it still says which document it claims to be', async () => {
    const copy = Buffer.from(issued);
    copy.writeUInt8(copy.readUInt8(5_000) ^ 1, 5_000);
    expect(await verify(copy)).toMatchObject({ verdict: 'altered', code });
    expect(await verify(Buffer.concat([issued, Buffer.from('\n% added')]))).toMatchObject({ verdict: 'altered', code });
  });

  test('what we never issued is unknown, and no file is no question', async () => {
    expect(await verify(pdf)).toMatchObject({ verdict: 'unknown', code: null, document: null });
    expect((await post('/api/v1/documents/verify', { content: Buffer.alloc(0) })).json()).toMatchObject({ code: 'no_file', status: 422 });
  });

  test('the page answers without JavaScript, in four languages, by code and by file', async () => {
    for (const language of ['zh-Hans', 'zh-Hant', 'vi', 'en']) {
      const answer = await office.http.inject({ url: `/${language}/verify/${code}` });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('HC7K-4M2P-9XQ6/9');
      expect(answer.body).not.toContain('王秀兰');
    }
    const typed = await office.http.inject({ url: `/en/verify?code=${code.replaceAll('-', '')}` });
    expect(typed.headers.location).toBe(`/en/verify/${code}`);
    const dropped = await post('/en/verify?do=file', { content: issued, name: 'a.pdf', field: 'content' });
    expect(dropped.statusCode).toBe(303);
    expect((await office.http.inject({ url: String(dropped.headers.location) })).body).toContain('We issued this file. It is valid.');
    expect((await office.http.inject({ url: '/en/verify?code=VC22-2222-2222' })).body).toContain('mistyped');
  });

  test('a decision that was opened again is shown as revoked', async () => {
    await job().transaction((act) => revokeIssued(act, { caseNo: paper.caseNo, kind: 'decision', why: 'reopened' }));
    expect(await verify(issued)).toMatchObject({ verdict: 'revoked', document: { no: 'HC7K-4M2P-9XQ6/9' } });
    expect((await office.http.inject({ url: `/vi/verify/${code}` })).body).toContain('Đã thu hồi');
  });
});
