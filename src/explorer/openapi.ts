import { api } from '../model/api/api.ts';
import { type Endpoint, jsonSchema, Refusal } from '../model/api/endpoint.ts';

type Description = Readonly<Record<string, unknown>>;

/** The API as an OpenAPI 3.1 document, made from the schemas that requests are held against. */
export function openapi(): Description {
  const paths: Record<string, Record<string, Description>> = {};
  for (const [key, one] of Object.entries(api)) {
    const [method = '', path = ''] = key.split(' ');
    const template = path.replace(/:(\w+)/g, '{$1}');
    paths[template] = { ...paths[template], [method.toLowerCase()]: operation(path, one as AnyEndpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Titrate explorer', version: '1', description: 'What the pages of `titrate serve` ask.' },
    paths,
  };
}

type AnyEndpoint = Endpoint<unknown, unknown, unknown>;

function operation(path: string, { summary, input, body, answer, media }: AnyEndpoint): Description {
  const schema = jsonSchema(input, 'input') as {
    properties?: Record<string, Description>;
    required?: readonly string[];
  };
  const inPath = new Set([...path.matchAll(/:(\w+)/g)].map(([, name]) => name));
  const parameters = Object.entries(schema.properties ?? {}).map(([name, one]) => ({
    name,
    in: inPath.has(name) ? 'path' : 'query',
    required: inPath.has(name) || (schema.required ?? []).includes(name),
    schema: one,
  }));
  const good =
    answer === null
      ? { [media ?? 'application/octet-stream']: {} }
      : { 'application/json': { schema: jsonSchema(answer, 'output') } };
  return {
    summary,
    parameters,
    ...(body === null
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchema(body, 'input') } },
          },
        }),
    responses: {
      200: { description: summary, content: good },
      default: {
        description: 'why the request could not be met',
        content: { 'application/json': { schema: jsonSchema(Refusal, 'output') } },
      },
    },
  };
}
