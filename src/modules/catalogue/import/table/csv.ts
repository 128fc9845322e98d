/** RFC 4180 with any delimiter; a quote inside an unquoted cell is a character. `openSince`: the row whose quote never closes. */
export type Csv = { readonly rows: readonly (readonly string[])[]; readonly openSince?: number };

export const delimiters = [',', ';', '\t', '|', '，'] as const;

export function readCsv(text: string, delimiter: string): Csv {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const cell = text[at] === '"' ? quoted(text, at) : bare(text, at, delimiter);
    row.push(cell.text);
    if (cell.open) return { rows: [...rows, row], openSince: rows.length + 1 };
    at = cell.end;
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (at >= text.length) break;
  }
  return { rows };

  function bare(from: string, start: number, until: string): Cell {
    let end = start;
    while (end < from.length && from[end] !== until && from[end] !== '\n' && from[end] !== '\r') end += 1;
    return { text: from.slice(start, end), end, open: false };
  }

  function quoted(from: string, start: number): Cell {
    let content = '';
    let search = start + 1;
    for (;;) {
      const close = from.indexOf('"', search);
      if (close < 0) return { text: content + from.slice(search), end: from.length, open: true };
      content += from.slice(search, close);
      if (from[close + 1] !== '"') {
        const rest = bare(from, close + 1, delimiter);
        return { text: content + rest.text.trim(), end: rest.end, open: false };
      }
      content += '"';
      search = close + 2;
    }
  }
}

type Cell = { readonly text: string; readonly end: number; readonly open: boolean };
