import type { TSchema } from 'typebox';
import type { Endpoint } from './endpoint.ts';
import type { Module } from './module.ts';

type Shape = TSchema & { properties?: Record<string, TSchema>; required?: string[] };

/** OpenAPI 3.1 out of the contracts: a schema is JSON Schema already. */
export function openApi(modules: readonly Module[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const module of modules) {
    for (const [name, endpoint] of Object.entries(module.contract)) {
      const path = `/${module.name}${endpoint.path}`.replace(/:(\w+)/g, '{$1}');
      paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(module.name, name, endpoint) };
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Tongban', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/api/v1' }],
    paths,
    components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } }, schemas: { Problem: problemSchema } },
  };
}

const problemSchema = {
  type: 'object',
  required: ['status', 'code'],
  properties: {
    status: { type: 'integer' },
    code: { type: 'string' },
    facts: { type: 'object' },
    paths: { type: 'array' },
    incident: { type: 'string' },
  },
};

function operation(module: string, name: string, endpoint: Endpoint): object {
  const params = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1] as string);
  const { properties = {}, required = [] } = endpoint.input as Shape;
  const inQuery =
    endpoint.method === 'GET' || endpoint.takesFile
      ? Object.keys(properties).filter((key) => !params.includes(key) && key !== 'content')
      : [];
  const body = Object.fromEntries(Object.entries(properties).filter(([key]) => !params.includes(key)));
  return {
    operationId: `${module}.${name}`,
    tags: [module],
    summary: endpoint.about,
    ...(endpoint.may === 'anyone' ? {} : { security: [{ session: [] }] }),
    parameters: [
      ...params.map((key) => ({ name: key, in: 'path', required: true, schema: properties[key] ?? { type: 'string' } })),
      ...inQuery.map((key) => ({ name: key, in: 'query', required: required.includes(key), schema: properties[key] })),
      ...(endpoint.creates ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } }] : []),
    ],
    ...(endpoint.method === 'GET'
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              ...(endpoint.takesFile ? { 'application/octet-stream': {} } : {}),
              'application/json': {
                schema: { type: 'object', properties: body, required: required.filter((key) => !params.includes(key)) },
                ...(endpoint.example ? { example: endpoint.example } : {}),
              },
            },
          },
        }),
    responses: responses(endpoint),
  };
}

function responses(endpoint: Endpoint): Record<string, object> {
  const codesByStatus: Record<string, string[]> = {
    400: ['invalid_input'],
    ...(endpoint.may === 'anyone' ? {} : { 401: ['sign_in_needed'], 403: ['forbidden'] }),
  };
  for (const [code, status] of Object.entries(endpoint.refusals)) codesByStatus[status] = [...(codesByStatus[status] ?? []), code];
  const problems = Object.entries(codesByStatus).map(([status, codes]) => [
    status,
    { description: codes.join(', '), content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
  ]);
  return {
    [endpoint.creates ? '201' : '200']: {
      description: 'done',
      content: endpoint.sends ? { [endpoint.sends]: {} } : { 'application/json': { schema: endpoint.output } },
    },
    ...Object.fromEntries(problems),
  };
}
