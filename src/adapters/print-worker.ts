import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { charactersOf } from './font-coverage.ts';
import { serve } from './helper-process.ts';
import type { Printed, PrintOrder } from './print.ts';

const folder = fileURLToPath(new URL('../../data/print', import.meta.url));
const { resolve } = createRequire(import.meta.url);
const sans = dirname(resolve('@expo-google-fonts/noto-sans/package.json'));
const chinese = dirname(resolve('@expo-google-fonts/noto-sans-sc/package.json'));
const fontPaths = [sans, chinese].flatMap((font) => [join(font, '400Regular'), join(font, '700Bold')]);

const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths }] });
const drawable = new Set([
  ...charactersOf(join(sans, '400Regular/NotoSans_400Regular.ttf')),
  ...charactersOf(join(chinese, '400Regular/NotoSansSC_400Regular.ttf')),
]);

serve(({ template, data }: PrintOrder): Printed => {
  const { json, missing } = drawn(data);
  const compiled = compiler.compile({ mainFilePath: join(folder, `${template}.typ`), inputs: { data: json } });
  const problems = compiled.takeDiagnostics();
  if (!compiled.result)
    throw new Error(`the ${template} could not be set: ${JSON.stringify(problems && compiler.fetchDiagnostics(problems))}`);
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'a-2a' });
  compiler.evictCache(0);
  return { pdf, missing };
});

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
