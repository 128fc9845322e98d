import type { FastifyInstance } from 'fastify';
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { May } from '#kernel/actor.ts';
import type { Endpoint } from '#kernel/endpoint.ts';
import { languageOf } from '#kernel/http/session.ts';
import type { Language } from '#kernel/locale.ts';
import type { Module } from '#kernel/module.ts';
import { LanguageLinks, Plain, uiWords } from '#ui/index.ts';
import type { Assets } from './assets.ts';
import { mainWords } from './locales/index.ts';

const openApiPath = '/api/v1/openapi.json';

/** `/api/docs`: every endpoint for people who write programs, out of the same contracts as OpenAPI. Asks nothing of the database. */
export function mountApiDocs(server: FastifyInstance, modules: readonly Module[], assets: Assets): void {
  server.get('/api/docs', (request, reply) => {
    const language = languageOf(request, 'en');
    return reply.header('content-type', 'text/html; charset=utf-8').send(drawApiDocs({ modules, language, assets }));
  });
}

type Drawn = { readonly modules: readonly Module[]; readonly language: Language; readonly assets: Assets };

export function drawApiDocs({ modules, language, assets }: Drawn): string {
  const words = mainWords(language).api;
  const shell = {
    language,
    title: words.title,
    care: false,
    path: '/api/docs',
    agencyName: uiWords(language).shell.product,
    assets: { css: assets.citizen },
  };
  const talking = modules.filter(({ contract }) => Object.keys(contract).length > 0);
  return `<!doctype html>${renderToString(
    <Plain {...shell}>
      <div class="wrap main stack">
        <nav aria-label={uiWords(language).shell.language}>
          <ul class="langs">
            <LanguageLinks path="/api/docs" />
          </ul>
        </nav>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <p>
          <a href={openApiPath}>{openApiPath}</a>
        </p>
        <p class="small muted">{words.always}</p>
        <p>
          {talking.map(({ name }, index) => (
            <span key={name}>
              {index > 0 && ' · '}
              <a href={`#${name}`}>{name}</a>
            </span>
          ))}
        </p>
        {talking.map((module) => (
          <ModuleDocs key={module.name} module={module} language={language} />
        ))}
      </div>
    </Plain>,
  )}`;
}

function ModuleDocs({ module, language }: { module: Module; language: Language }) {
  const endpoints = Object.values(module.contract).sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return (
    <section class="stack" id={module.name}>
      <h2>{module.name}</h2>
      {endpoints.map((endpoint) => (
        <EndpointDocs key={`${endpoint.method} ${endpoint.path}`} module={module.name} endpoint={endpoint} language={language} />
      ))}
    </section>
  );
}

function EndpointDocs({ module, endpoint, language }: { module: string; endpoint: Endpoint; language: Language }) {
  const words = mainWords(language).api;
  const path = `/${module}${endpoint.path}`.replace(/:(\w+)/g, '{$1}');
  return (
    <div>
      <h3>
        {endpoint.method} <InEnglish>{path}</InEnglish>
      </h3>
      <p>
        <InEnglish>{endpoint.about}</InEnglish>
      </p>
      <p class="small muted">{[words.who(whoMay(endpoint.may, language)), ...notesOf(endpoint, language)].join(' · ')}</p>
      {Object.keys(endpoint.refusals).length > 0 && (
        <p class="small muted">
          {words.refusals} <InEnglish>{refusalsOf(endpoint)}</InEnglish>
        </p>
      )}
    </div>
  );
}

/** What the contracts say of themselves is English in every language. */
function InEnglish({ children }: { children: ComponentChildren }) {
  return <span lang="en">{children}</span>;
}

function whoMay(may: May, language: Language): string {
  const { roles, api } = mainWords(language);
  if (may === 'anyone') return api.anyone;
  return may === 'signed-in' ? api.signedIn : [...new Set(may)].map((role) => roles[role]).join(', ');
}

function notesOf({ creates, perMinute, sends, takesFile }: Endpoint, language: Language): string[] {
  const words = mainWords(language).api;
  return [
    creates ? '201 · Idempotency-Key' : '',
    perMinute ? words.perMinute(perMinute) : '',
    takesFile ? words.takesFile : '',
    sends ?? '',
  ].filter(Boolean);
}

function refusalsOf({ refusals }: Endpoint): string {
  return Object.entries(refusals)
    .sort(([, a], [, b]) => a - b)
    .map(([code, status]) => `${status} ${code}`)
    .join(', ');
}
