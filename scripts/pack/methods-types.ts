import { FEATURES } from '@pharos/contract/openapi/features.ts';
import { namedSchemas } from '@pharos/contract/openapi/schemas.ts';
import { takesIdempotencyKey, takesIfMatch } from '@pharos/contract/table/errors.ts';
import type { Route } from '@pharos/contract/table/route.ts';
import { routes } from '@pharos/contract/table/routes.ts';
import { commentOf, fieldsOf, shapeOf, typeOf } from './type-of.ts';

/** Bodies that are sent as they are. A stream is sent once; the others can be sent again. */
const BYTES: Record<string, string> = {
  stream: 'Uint8Array | Blob | ReadableStream',
  file: 'Uint8Array | string',
  raw: 'Uint8Array | string',
};

/**
 * Declarations of client/methods.ts in plain TypeScript, from the route table: what an editor shows of the published
 * client is its fields and what the contract says of them, and no library is needed to read it.
 */
export const methodsTypes = (reply: string): string => {
  const schemas = [...namedSchemas()].map(([name, schema]) =>
    // The envelope is not named for the global class.
    [`export type ${name === 'Error' ? 'ErrorEnvelope' : name} =`, `${shapeOf(schema)};`].join(' '),
  );
  const features = Object.entries(routes).map(([feature, verbs]) => {
    const methods = Object.entries<Route>(verbs).map(([verb, route]) => `${docOf(route)}${verb}: ${methodOf(route)};`);
    return `${commentOf(FEATURES[feature as keyof typeof routes].text)}${feature}: { ${methods.join('\n')} };`;
  });
  return [
    reply,
    ...schemas,
    '/** A method for each route. */',
    `export type Client = { ${features.join('\n')} };`,
  ].join('\n\n');
};

const docOf = ({ method, path, summary, access }: Route) =>
  commentOf(`${summary}. \`${method} ${path}\`, ${access === 'public' ? 'for everyone' : `for ${access}`}.`);

const methodOf = (route: Route): string => {
  const given = [
    fieldsOf(route.params ?? {}),
    fieldsOf(route.query ?? {}),
    route.body && `body: ${BYTES[route.body_kind ?? 'json'] ?? typeOf(route.body)};`,
    takesIfMatch(route) &&
      `${commentOf('ETag of the version that was read; 412 if it has changed since.')}if_match?: string;`,
    takesIdempotencyKey(route) &&
      `${commentOf('Sent again with the same key, it does nothing and gets the first answer.')}idempotency_key?: string;`,
    'signal?: AbortSignal;',
  ];
  const needed = route.body || route.params || (route.query as { required?: string[] } | undefined)?.required?.length;
  return `(given${needed ? '' : '?'}: { ${given.filter(Boolean).join('\n')} }) => Promise<${answerOf(route)}>`;
};

const answerOf = ({ status, answer_kind, data }: Route): string => {
  if (status === 204) return 'void';
  return answer_kind === 'bytes' ? 'Response' : `Reply<${data ? typeOf(data) : 'undefined'}>`;
};
