import type { IncomingMessage } from 'node:http';
import type { Route } from '@pharos/contract/table/route.ts';
import type { FastifyInstance } from 'fastify';
import type { Sealer } from '../audit/seal.ts';
import type { NobodyActor } from '../auth/actor.ts';
import type { Limits } from '../auth/limits.ts';
import type { Database, ScopedDatabase } from '../database/database.ts';
import type { BodyReader } from '../http/read-body.ts';
import type { Sending } from '../http/send-large.ts';
import type { FreeSpace } from '../storage/free-space.ts';
import type { Authentication } from './authenticate.ts';
import type { Decoder } from './decoder.ts';
import type { PathThings } from './path-things.ts';

/** Everything that serving a request needs, opened once. */
export type ServerContext = {
  app: FastifyInstance;
  database: Database;
  /** People and programs by their token or session. */
  authentication: Authentication;
  /** Providers by the secret of their job. */
  authenticateCallback(request: IncomingMessage): Promise<{ organization_uuid: string }>;
  things: PathThings;
  readBody: BodyReader;
  sending: Sending;
  /** Milliseconds that a streamed body may be silent. */
  idle_ms: number;
  decoder: Decoder;
  /** Counts of wrong guesses. */
  limits: Limits;
  /** Records that too many tried to sign in as somebody; nobody waits for it. */
  recordLimited?: (database: ScopedDatabase, actor: NobodyActor, email: string) => void;
  sealer: Sealer;
  /** Room on the disks of this machine; absent: nobody looks. */
  space?: FreeSpace;
  /** Called after a user's request, with what its path named and what was answered. */
  served?: (organization_uuid: string, route: Route, params: Record<string, unknown>, data: unknown) => void;
};
