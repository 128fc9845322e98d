import { create } from 'qrcode';

const quiet = 4;

/** A QR code as one SVG path, level M, with the quiet zone inside. `title` says what it leads to, for those who cannot see it. */
export function qrSvg(content: string, title: string): string {
  const modules = create(content, { errorCorrectionLevel: 'M' }).modules;
  const side = modules.size + quiet * 2;
  const dark = Array.from({ length: modules.size }, (_, y) => rowPath(modules, y)).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img" shape-rendering="crispEdges">` +
    `<title>${escapeXml(title)}</title><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#16211F" d="${dark}"/></svg>`
  );
}

type Modules = { readonly size: number; get(row: number, column: number): number };

/** Neighbouring dark modules become one run, which keeps the picture small. */
function rowPath(modules: Modules, y: number): string {
  let path = '';
  for (let x = 0; x < modules.size; x += 1) {
    if (!modules.get(y, x)) continue;
    const from = x;
    while (x + 1 < modules.size && modules.get(y, x + 1)) x += 1;
    const run = x - from + 1;
    path += `M${from + quiet} ${y + quiet}h${run}v1h-${run}z`;
  }
  return path;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
