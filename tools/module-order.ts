import { existsSync, readFileSync } from 'node:fs';
import { parseSync } from 'rolldown/utils';

const list = new URL('../src/main/modules.ts', import.meta.url);

/** The names in the array `modules` of src/main/modules.ts, first to last; of these, those that are `present`. */
export function moduleOrder(present: readonly string[], source = readList()): string[] {
  const { program } = parseSync('modules.ts', source);
  const nameByLocal = new Map<string, string>();
  const ordered: string[] = [];
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') {
      const module = /^#modules\/([^/]+)\//.exec(statement.source.value)?.[1];
      for (const { local } of statement.specifiers) if (module) nameByLocal.set(local.name, module);
    }
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration') continue;
    const [declared] = statement.declaration.declarations;
    if (declared?.id.type !== 'Identifier' || declared.id.name !== 'modules' || declared.init?.type !== 'ArrayExpression') continue;
    for (const element of declared.init.elements)
      if (element?.type === 'Identifier') ordered.push(nameByLocal.get(element.name) ?? element.name);
  }
  return ordered.filter((name) => present.includes(name));
}

function readList(): string {
  return existsSync(list) ? readFileSync(list, 'utf8') : '';
}
