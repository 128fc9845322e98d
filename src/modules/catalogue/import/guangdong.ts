import { readJson } from '#adapters/text-file.ts';
import { type Refusal, refuse } from '#kernel/result.ts';
import { type Candidate, type Notes, notesOn } from './candidate.ts';
import { isNothing, plainText } from './plain-text.ts';

export type ReadCandidate = Candidate | Notes;

const mostLines = 50_000;
const from = 'guangdong';

/** One JSON object a line (or one list of them), as the province's portal serves them. */
export function readGuangdong(text: string): readonly ReadCandidate[] | Refusal<'not_this_format' | 'too_many_rows'> {
  const lines = linesOf(text);
  if (lines.length > mostLines) return refuse('too_many_rows', { most: mostLines });
  const rows = lines.map(({ row, value }) => (isRecord(value) ? toCandidate(row, value) : unreadable(row)));
  return lines.some(({ value }) => isRecord(value) && ('TASK_CODE' in value || 'TASK_NAME' in value)) ? rows : refuse('not_this_format');
}

function linesOf(text: string): { row: number; value: unknown }[] {
  const whole = text.trimStart().startsWith('[') ? readJson(text)?.value : undefined;
  if (Array.isArray(whole)) return whole.map((value, index) => ({ row: index + 1, value }));
  const lines = text.split(/\r\n|\n|\r/).map((line, index) => ({ row: index + 1, line }));
  return lines.filter(({ line }) => line.trim() !== '').map(({ row, line }) => ({ row, value: readJson(line)?.value }));
}

function unreadable(row: number): Notes {
  const notes = notesOn(row);
  notes.reject('not_json');
  return notes;
}

type Row = Record<string, unknown>;

function toCandidate(row: number, value: Row): Candidate {
  const text = (key: string) => (typeof value[key] === 'string' || typeof value[key] === 'number' ? plainText(String(value[key])) : '');
  const said = (key: string) => (isNothing(text(key)) ? '' : text(key));
  const code = text('TASK_CODE');
  return {
    row,
    from,
    jurisdiction: 'CN',
    code,
    name: text('TASK_NAME'),
    kind: said('TASK_TYPE') || said('TASK_TYPE_TEXT') || said('matter_type'),
    handling: '',
    bodyId: code.slice(0, 18),
    bodyName: said('DEPT_NAME'),
    region: said('AREACODE'),
    level: said('matter_level'),
    statutory: said('handle_time'),
    promised: said('handle_time_limit'),
    visits: text('visit_number') || text('LIMIT_SCENE_NUM'),
    visitsWhy: '',
    audience: listOf(value['service_object_name']) ?? [],
    themes: listOf(value['theme_category']) ?? [],
    words: [said('matter_short'), said('matter_daily')].flatMap((words) => words.split(/[,，、;；\s]+/)).filter(Boolean),
    materials: listOf(value['material_intro']),
    phone: said('consult_phone'),
    supervision: said('complain_phone'),
    place: text('handle_location').startsWith('无') ? '' : said('handle_location').replace(/^办理地点[：:]/, ''),
    conditions: said('accept_standard').replace(/^无[。.]$/, ''),
    basis: '',
    fee: '',
    result: '',
    ways: [],
    online: text('ONLINECHECK') === '1' || text('visit_number') === '0',
    post: text('courier_service') === '是',
    appointment: text('online_book') === '是',
  };
}

/** 无 is a list of nothing; an empty list or no list says nothing. */
function listOf(value: unknown): readonly string[] | undefined {
  const list = Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
  const texts = list.map((one) => (typeof one === 'string' ? plainText(one) : '')).filter(Boolean);
  if (texts.length === 0) return undefined;
  return texts.filter((text) => !isNothing(text));
}

function isRecord(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
