import { expect, test } from 'vitest';
import { languages } from '#kernel/locale.ts';
import { drawApiDocs } from './api-docs.tsx';
import { modules } from './modules.ts';

const assets = { citizen: '/assets/citizen.css', desk: '/assets/desk.css', loader: undefined };

test.each(languages)('the page in %s has every endpoint with what it refuses, and nothing that the page’s policy forbids', (language) => {
  const html = drawApiDocs({ modules, language, assets });
  for (const { name, contract } of modules)
    for (const { method, path, refusals } of Object.values(contract)) {
      expect(html).toContain(`${method} <span lang="en">/${name}${path.replace(/:(\w+)/g, '{$1}')}</span>`);
      for (const [code, status] of Object.entries(refusals)) expect(html).toContain(`${status} ${code}`);
    }
  expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=|undefined/);
  expect(html).toContain('href="/api/v1/openapi.json"');
});
