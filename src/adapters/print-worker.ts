import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { charactersOf } from './font-coverage.ts';
import type { PrintAnswer, PrintOrder } from './print.ts';

/** Runs as a process of its own: typesetting is synchronous and keeps about 60 MB that a process can only give back by ending. */
const folder = process.argv[2] as string;
const { resolve } = createRequire(import.meta.url);
const sans = dirname(resolve('@expo-google-fonts/noto-sans/package.json'));
const chinese = dirname(resolve('@expo-google-fonts/noto-sans-sc/package.json'));
const fontPaths = [sans, chinese].flatMap((font) => [join(font, '400Regular'), join(font, '700Bold')]);

const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths }] });
const drawable = new Set([
  ...charactersOf(join(sans, '400Regular/NotoSans_400Regular.ttf')),
  ...charactersOf(join(chinese, '400Regular/NotoSansSC_400Regular.ttf')),
]);

process.on('message', (order: PrintOrder) => process.send?.(answer(order)));

function answer({ orderNo, template, data }: PrintOrder): PrintAnswer {
  const { json, missing } = drawn(data);
  const compiled = compiler.compile({ mainFilePath: join(folder, `${template}.typ`), inputs: { data: json } });
  const problems = compiled.takeDiagnostics();
  if (!compiled.result) return { orderNo, problem: JSON.stringify(problems && compiler.fetchDiagnostics(problems)) };
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'a-2a' });
  compiler.evictCache(0);
  return { orderNo, pdf, missing };
}

/** A character that no font has would print as nothing; it prints as its code instead, and the caller is told. */
function drawn(data: unknown): { json: string; missing: string[] } {
  const missing = new Set<string>();
  const visible = (text: string) =>
    text
      .replace(/\p{Script=Latin}\p{M}+/gu, (letter) => letter.normalize('NFC'))
      .replace(/[^\n\t\p{Default_Ignorable_Code_Point}]/gu, (character) => {
        const code = character.codePointAt(0) as number;
        if (drawable.has(code)) return character;
        missing.add(character);
        return `〔U+${code.toString(16).toUpperCase().padStart(4, '0')}〕`;
      });
  const json = JSON.stringify(data, (_, value: unknown) => (typeof value === 'string' ? visible(value) : value));
  return { json, missing: [...missing] };
}
