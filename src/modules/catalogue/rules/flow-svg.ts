import { type Language, textIn } from '#kernel/locale.ts';
import type { Item } from '../item.ts';
import { type FlowLane, flowOf, flowText, type FlowWords, laneName, laneNotes } from './flow.ts';

const box = { width: 168, gap: 40, pad: 12, line: 20, between: 12 };

type Drawn = { readonly lane: FlowLane; readonly name: readonly string[]; readonly notes: readonly string[]; readonly height: number };

/**
 * The flow chart as a picture, left to right, lanes under each other. Drawn on the server, without script; colours are the page's
 * (`currentColor` and the classes flow-box, flow-name, flow-note, flow-line, flow-frame). Its description is the flow in sentences.
 */
export function flowSvg(item: Pick<Item, 'code' | 'name' | 'stages' | 'unit' | 'limits'>, language: Language, words: FlowWords): string {
  const columns = flowOf(item).map((step) => step.lanes.map((lane) => measure(lane, language, words)));
  const height = Math.max(...columns.map(heightOf)) + 2 * box.pad;
  const width = columns.length * (box.width + box.gap) - box.gap + 2 * box.pad;
  const id = `flow-${item.code.replace(/[^A-Za-z0-9]/g, '-')}`;
  const drawn = columns.map((column, index) => drawColumn(column, index, height)).join('');
  const lines = columns
    .slice(1)
    .map((_, index) => drawArrow(index, height))
    .join('');
  return (
    `<svg class="flow-svg" role="img" lang="${language}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-labelledby="${id}-title ${id}-desc">` +
    `<title id="${id}-title">${escape(words.title(textIn(item.name, language)))}</title>` +
    `<desc id="${id}-desc">${escape(
      flowText(item, language, words)
        .map((line, index) => `${index + 1}. ${line}`)
        .join('\n'),
    )}</desc>` +
    `<g fill="none" stroke="currentColor" stroke-width="1.5" font-size="14">${lines}${drawn}</g></svg>`
  );
}

function measure(lane: FlowLane, language: Language, words: FlowWords): Drawn {
  const room = (box.width - 2 * box.pad) / 14;
  const name = wrap(laneName(lane, language, words), room * 0.92);
  const notes = laneNotes(lane, words).flatMap((note) => wrap(note, room * 1.1));
  return { lane, name, notes, height: (name.length + notes.length) * box.line + 2 * box.pad };
}

function heightOf(column: readonly Drawn[]): number {
  return column.reduce((sum, drawn) => sum + drawn.height, 0) + (column.length - 1) * box.between + (column.length > 1 ? 2 * box.pad : 0);
}

function drawColumn(column: readonly Drawn[], index: number, height: number): string {
  const x = box.pad + index * (box.width + box.gap);
  const top = (height - heightOf(column)) / 2;
  let y = top + (column.length > 1 ? box.pad : 0);
  const boxes = column.map((drawn) => {
    const part = drawBox(drawn, x, y);
    y += drawn.height + box.between;
    return part;
  });
  const frame = `<rect class="flow-frame" x="${x - 8}" y="${top}" width="${box.width + 16}" height="${heightOf(column)}" rx="8" stroke-dasharray="2 4"/>`;
  return (column.length > 1 ? frame : '') + boxes.join('');
}

function drawBox({ lane, name, notes, height }: Drawn, x: number, y: number): string {
  const lineAt = (row: number) => y + box.pad + row * box.line + 14;
  const write = (kind: string, weight: number) => (line: string, row: number) =>
    `<text class="${kind}" x="${x + box.pad}" y="${lineAt(row)}" fill="currentColor" stroke="none" font-weight="${weight}">${escape(line)}</text>`;
  const dashes = lane.sometimes ? ' stroke-dasharray="6 4"' : '';
  const names = name.map(write('flow-name', 700)).join('');
  const below = notes.map((line, row) => write('flow-note', 400)(line, row + name.length)).join('');
  return `<rect class="flow-box flow-${lane.kind}" x="${x}" y="${y}" width="${box.width}" height="${height}" rx="6"${dashes}/>${names}${below}`;
}

function drawArrow(index: number, height: number): string {
  const from = box.pad + index * (box.width + box.gap) + box.width + 8;
  const to = from + box.gap - 18;
  const y = height / 2;
  return `<path class="flow-line" d="M${from} ${y}H${to}m-6 -5l6 5l-6 5"/>`;
}

/** Lines no wider than `room` ems; a Chinese character fills one em and may start a line, Latin words stay whole. */
function wrap(text: string, room: number): string[] {
  const pieces = text.match(/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+|\s+/gu) ?? [];
  const lines = [''];
  for (const piece of pieces) {
    const last = lines.at(-1) as string;
    if (widthOf(last + piece.trimEnd()) <= room || last === '') lines[lines.length - 1] = last + piece;
    else lines.push(piece.trimStart());
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u2e80' ? 1 : 0.56;
  return width;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
