import { readFileSync } from 'node:fs';
import { openApiDocument } from '@pharos/contract/openapi/openapi.ts';
import type { FastifyInstance } from 'fastify';
import { referencePage } from './reference.ts';

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; " +
    "frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};

/** Serves the pages about the API. They are made once, here: nothing of a request is ever in them. */
export const servePages = (app: FastifyInstance): void => {
  const serve = (path: string, type: string, content: string) =>
    app.get(path, (_request, reply) => reply.headers(HEADERS).type(`${type}; charset=utf-8`).send(content));

  serve('/docs', 'text/html', referencePage());
  serve('/page.css', 'text/css', beside('page.css'));
  serve('/docs.css', 'text/css', beside('contents.css') + beside('reference.css'));
  serve('/pharos.svg', 'image/svg+xml', beside('pharos.svg'));
  serve('/openapi.json', 'application/json', JSON.stringify(openApiDocument()));
};

const beside = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
