import Type, { type Static } from 'typebox';
import { route } from './table/route.ts';
import { DateTime, named, nullable, oneOf, pageOf, paging, Uuid } from './table/schema.ts';
import { Level } from './users.ts';

export const SCOPES = ['read', 'write'] as const;

const Scopes = Type.Array(oneOf(SCOPES), { minItems: 1, maxItems: 2, uniqueItems: true });

/** API token of a program, which acts as the token's user. */
export const Token = named('Token', {
  uuid: Uuid,
  user_uuid: Uuid,
  name: Type.String(),
  prefix: Type.String({ description: 'Name to tell it apart from other tokens.' }),
  scopes: Scopes,
  access_level: Type.Unsafe<Static<typeof Level>>({ ...Level, description: "At most the user's own level." }),
  expires_at: nullable(DateTime),
  last_used_at: nullable(DateTime),
  created_at: DateTime,
  revoked_at: nullable(DateTime),
});
export type Token = Static<typeof Token>;

export const TokenCreate = named('TokenCreate', {
  name: Type.String({ minLength: 1, maxLength: 255 }),
  scopes: Type.Optional(Scopes),
  access_level: Type.Optional(nullable(Level)),
  expires_at: Type.Optional(nullable(DateTime)),
});
export type TokenCreate = Static<typeof TokenCreate>;

export const tokens = {
  list: route({
    method: 'GET',
    path: '/v1/tokens',
    summary: 'List your tokens, newest first, without their secrets',
    access: 'viewer',
    query: Type.Object({
      all: Type.Optional(Type.Boolean({ description: 'Include the tokens of all users; for admins. Default: false.' })),
      ...paging,
    }),
    status: 200,
    data: pageOf(Token),
  }),
  create: route({
    method: 'POST',
    path: '/v1/tokens',
    summary: 'Create a token, with at most your own level; its secret is shown once',
    access: 'viewer',
    body: TokenCreate,
    example: {
      name: 'Nightly transcripts',
      scopes: ['read', 'write'],
      expires_at: '2027-11-30T00:00:00Z',
    } satisfies TokenCreate,
    status: 201,
    data: Type.Object({ ...Token.properties, token: Type.String({ description: 'Shown only once.' }) }),
    message: 'Token created',
    shows_secret: true,
  }),
  revoke: route({
    method: 'DELETE',
    path: '/v1/tokens/{token_uuid}',
    summary: 'Revoke one of your tokens; an admin may revoke any',
    access: 'viewer',
    params: Type.Object({ token_uuid: Uuid }),
    status: 204,
    unversioned: true,
  }),
};
