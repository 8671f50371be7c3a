import type { Logger } from 'pino';
import type { Actor } from './auth/actor.ts';
import type { JwtSettings } from './auth/jwt.ts';
import type { Database } from './database/database.ts';
import type { Deadlines } from './http/read-body.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
  }
}

export type AppOptions = { database: Database; jwt: JwtSettings; log: Logger; deadlines?: Deadlines };

const _DEADLINES: Deadlines = { idle_ms: 20_000, total_ms: 120_000 };
