import { answers, item, paperIds, wrongAnswers } from './form.ts';
import type { Shot } from './load.ts';

/** One thing to do: ours, and what a bare server does for the same purpose. `least`: the least that can bear the same name. */
export type Work = {
  readonly name: string;
  readonly clients: number;
  readonly product: Shot;
  readonly reference?: Shot;
  readonly least?: Shot;
};
export type Ready = {
  readonly citizen: string;
  readonly supervisor: string;
  readonly body: (given: object) => string;
  readonly caseNo: string;
};

async function call(base: string, path: string, { token, body }: { token?: string; body?: unknown } = {}): Promise<Record<string, string>> {
  const answer = await fetch(`${base}/api/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Record<string, string>;
}

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

async function uploadOne(base: string, token: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([Buffer.from(onePixel, 'base64')], { type: 'image/png' }), 'paper.png');
  const answer = await fetch(`${base}/api/v1/documents/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  return ((await answer.json()) as { fileId: string }).fileId;
}

/** People signed in, the item published, two papers uploaded and one application made. */
export async function prepare(base: string): Promise<Ready> {
  const signIn = async (username: string) =>
    (await call(base, '/identity/sessions', { body: { username, password: 'tongban-demo' } }))['token'] as string;
  const [citizen, supervisor, admin] = [await signIn('citizen'), await signIn('supervisor'), await signIn('admin')];
  await call(base, '/catalogue/imports', { token: admin, body: { format: 'tongban', content: JSON.stringify([item]) } });
  const fileIds = [await uploadOne(base, citizen), await uploadOne(base, citizen)];
  const body = (given: object) =>
    JSON.stringify({
      itemCode: item.code,
      answers: given,
      slots: { identity: { fileIds: [fileIds[0]] }, plan: { fileIds: [fileIds[1]] } },
      delivery: { way: 'electronic' },
    });
  const { caseNo = '' } = await call(base, '/cases', { token: citizen, body: JSON.parse(body(answers)) });
  return { citizen, supervisor, body, caseNo };
}

/** The cursor that fifty pages lead to. */
export async function pageFifty(base: string, token: string): Promise<string> {
  let cursor = '';
  for (let page = 1; page < 50; page += 1)
    cursor = ((await call(base, `${workList}${cursor && `&cursor=${cursor}`}`, { token }))['nextCursor'] as string) ?? cursor;
  return cursor;
}

const workList = '/cases?unit=bench/unit7&limit=50';

/** Words that people look for, names of items and parts of them. */
const sought = [
  '食品经营',
  '营业执照',
  '驾驶证',
  '不动产登记',
  '结婚登记',
  '社会保险',
  '医师',
  '公积金提取',
  '占用',
  '登记',
  '许可',
  '养老',
  '户口',
  '税务',
];
const signs = '。，！？；：';
let searches = 0;

/** One word after the other on both sides. What was asked before is held by ours; closing signs, which nobody's search looks at, make a question a new one. */
function search(name: string, isNew: boolean): Work {
  let theirs = 0;
  const word = (turn: number) => encodeURIComponent(sought[turn % sought.length] as string);
  const sign = (digit: string) => encodeURIComponent(signs[Number(digit)] as string);
  const ours = () => {
    searches += 1;
    return word(searches) + (isNew ? Array.from(searches.toString(signs.length), sign).join('') : '');
  };
  return {
    name,
    clients: 8,
    product: { method: 'GET', path: () => `/api/v1/catalogue/items?q=${ours()}&limit=20`, expect: 200 },
    reference: { method: 'GET', path: () => `/items?q=${word((theirs += 1))}`, token: 'bench', expect: 200 },
  };
}

/** What is read comes first: a submission leaves work behind that would weigh on whatever follows. */
export function worksOf(ready: Ready & { page50: string }): Work[] {
  const token = 'bench';
  const { citizen, supervisor, body, caseNo, page50 } = ready;
  const given = JSON.stringify({ answers, files: paperIds });
  const wrong = JSON.stringify({ answers: wrongAnswers, files: paperIds });
  const submit = (clients: number): Work => ({
    name: `submit, ${clients} clients`,
    clients,
    product: { method: 'POST', path: '/api/v1/cases', token: citizen, body: () => body(answers), expect: 201 },
    reference: { method: 'POST', path: '/applications', token, body: () => given, expect: 201 },
    least: { method: 'POST', path: '/applications/least', token, body: () => given, expect: 201 },
  });
  const get = (name: string, path: string, reference?: string, who?: string): Work => ({
    name,
    clients: 8,
    product: { method: 'GET', path, ...(who ? { token: who } : {}), expect: 200 },
    ...(reference ? { reference: { method: 'GET', path: reference, token, expect: 200 } } : {}),
  });
  return [
    {
      name: 'invalid refused',
      clients: 8,
      product: { method: 'POST', path: '/api/v1/cases', token: citizen, body: () => body(wrongAnswers), expect: 400 },
      reference: { method: 'POST', path: '/applications', token, body: () => wrong, expect: 400 },
    },
    {
      name: 'status read',
      clients: 8,
      product: { method: 'GET', path: `/api/v1/cases/${caseNo}`, token: citizen, expect: 200 },
      reference: { method: 'GET', path: '/applications/S77', token, expect: 200 },
    },
    get('work list, page 1', `/api/v1${workList}`, '/applications?page=1', supervisor),
    get('work list, page 50', `/api/v1${workList}&cursor=${page50}`, '/applications?page=50', supervisor),
    search('search, asked before', false),
    search('search, never asked before', true),
    get('guide page', '/zh-Hans/services/440131904206'),
    submit(8),
    submit(32),
  ];
}
