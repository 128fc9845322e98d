import { create } from 'qrcode';
import { useWords } from '../context.tsx';

/** Every dark run of a row as one stroke: a path a tenth as long as one square per module. */
function runs(size: number, isDark: (row: number, column: number) => boolean): string {
  const strokes: string[] = [];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!isDark(row, column)) continue;
      const from = column;
      while (column < size && isDark(row, column)) column++;
      strokes.push(`M${from + 4} ${row + 4.5}h${column - from}`);
    }
  }
  return strokes.join('');
}

/** A code to scan, with its text below: whoever cannot scan can type. Level M, quiet zone 4. */
export function Qr({ text, caption, alt }: { text: string; caption?: string; alt?: string }) {
  const words = useWords().qr;
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 8;
  return (
    <figure class="qr">
      <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={alt ?? words.alt} shape-rendering="crispEdges">
        <rect width={side} height={side} fill="#fff" />
        <path stroke="#000" d={runs(modules.size, (row, column) => modules.get(row, column) === 1)} />
      </svg>
      <figcaption>{caption ?? words.hint}</figcaption>
    </figure>
  );
}
