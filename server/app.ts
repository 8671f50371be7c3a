import { randomUUID } from 'node:crypto';
import { maxHeaderSize } from 'node:http';
import { routes } from '@pharos/contract/table/routes.ts';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { servePages } from './about/pages.ts';
import { aboutRoutes } from './about/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { authenticateCallback } from './callbacks/authenticate.ts';
import { callbackRoutes } from './callbacks/routes.ts';
import { requireLocation } from './calls/location.ts';
import { callRoutes, requireCall } from './calls/routes.ts';
import { caseRoutes, requireCase } from './cases/routes.ts';
import { serveConsole } from './console/serve.ts';
import { demoRoutes } from './demo/routes.ts';
import { requireTemplate, templateRoutes } from './generation-templates/routes.ts';
import { invitationRoutes } from './invitations/routes.ts';
import { jobRoutes } from './jobs/routes.ts';
import { locationRoutes } from './locations/routes.ts';
import { meRoutes } from './me/routes.ts';
import { organizationRoutes } from './organizations/routes.ts';
import { openSealer, type Sealer } from './platform/audit/seal.ts';
import type { JwtSettings } from './platform/auth/jwt.ts';
import { openLimits } from './platform/auth/limits.ts';
import type { Database } from './platform/database/database.ts';
import { answerClientError } from './platform/http/client-errors.ts';
import { type Deadlines, openBodyReader } from './platform/http/read-body.ts';
import { requireHost } from './platform/http/require-host.ts';
import { noQueue } from './platform/queue/no-queue.ts';
import { answerBadAddress, answerErrors, described } from './platform/serving/answer-errors.ts';
import { openAuthentication } from './platform/serving/authenticate.ts';
import { openDecoder } from './platform/serving/decode-pool.ts';
import { logRequests } from './platform/serving/log-requests.ts';
import { type ServerContext, serveRoutes } from './platform/serving/serve-routes.ts';
import type { Storage } from './platform/storage/storage.ts';
import { recordingRoutes } from './recordings/routes.ts';
import { serveUploads } from './recordings/tus.ts';
import { openDrawing } from './recordings/waveforms.ts';
import { requireHeldCase, retentionRoutes } from './retention/routes.ts';
import { sessionRoutes } from './sessions/routes.ts';
import { tokenRoutes } from './tokens/routes.ts';
import { starterOf, type Transcription } from './transcription/job-starter.ts';
import { openUpkeep, type UpkeepTimes } from './upkeep/upkeep.ts';
import { userRoutes } from './users/routes.ts';

export type AppOptions = {
  database: Database;
  /** Where recordings' bytes live. */
  storage: Storage;
  jwt: JwtSettings;
  /** Where people find the server, if a proxy stands in front of it. */
  public_url?: string;
  /** Where links lead; asked for once the server listens. */
  address: () => string;
  /** Absent: nothing is transcribed here. */
  transcription?: Transcription;
  log: FastifyBaseLogger;
  deadlines?: Deadlines;
  /** When the server purges by itself; absent: never. */
  upkeep?: UpkeepTimes;
};

const UPLOAD_MS = 6 * 60 * 60_000;
const NOTHING: Transcription = { queue: noQueue, providers: [], findRecording: async () => null };

const DEADLINES: Deadlines = { idle_ms: 20_000, total_ms: 120_000 };

/** The whole server as a function of its database: nothing listens yet, and nothing is read from the environment. */
export const createApp = ({
  database,
  storage,
  jwt,
  public_url,
  upkeep,
  address,
  transcription = NOTHING,
  log,
  deadlines = DEADLINES,
}: AppOptions): FastifyInstance => {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    genReqId: () => randomUUID(),
    // Bodies that are held have deadlines of their own; a recording over a slow line takes hours.
    requestTimeout: UPLOAD_MS,
    forceCloseConnections: 'idle',
    // As long as headers may be: a parameter that is too long is refused in its turn, as one that is wrong.
    routerOptions: { maxParamLength: maxHeaderSize },
    clientErrorHandler: answerClientError,
    frameworkErrors: answerBadAddress,
    http: {
      headersTimeout: deadlines.idle_ms,
      connectionsCheckingInterval: Math.min(5_000, deadlines.idle_ms),
      requireHostHeader: false,
    },
  });
  const decoder = openDecoder();
  app.addHook('onClose', () => decoder.close());
  const sealer = openSealer(database, (error) => log.warn({ error: described(error) }, 'audit events wait for links'));
  app.addHook('onReady', () => sealer.sealAll());
  app.addHook('onClose', () => sealer.close());
  if (upkeep) startUpkeep(app, upkeep, { database, storage }, sealer);
  // A body is read by its route, after every check that needs only headers: Fastify leaves it alone.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  // Nor does Fastify see the type, which it would refuse before the token is asked for where it is malformed.
  app.addHook('onRequest', async (request) => {
    request.headers = { 'content-type': undefined };
  });
  // Likewise "100 Continue" is sent by whoever reads the body, not by Node on arrival.
  app.server.on('checkContinue', (request, response) => app.server.emit('request', request, response));
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));

  logRequests(app);
  requireHost(app);
  answerErrors(app, serveConsole(app));
  const context: ServerContext = {
    app,
    database,
    authenticate: openAuthentication(database, { jwt, public_url }),
    decoder,
    readBody: openBodyReader(deadlines),
    idle_ms: deadlines.idle_ms,
    sealer,
    requireLocation,
  };
  serveRoutes(context, 'calls', routes.calls, callRoutes, requireCall);
  serveRoutes(context, 'cases', routes.cases, caseRoutes, requireCase);
  const drawing = openDrawing(storage);
  app.addHook('onClose', () => drawing.close());
  const recordingTools = { database, storage, drawing, address };
  serveRoutes(context, 'recordings', routes.recordings, recordingRoutes(recordingTools), requireCall);
  serveUploads(app, { ...recordingTools, authenticate: context.authenticate, sealer });
  serveRoutes(context, 'jobs', routes.jobs, jobRoutes(starterOf(transcription)));
  const callbackContext = { ...context, authenticate: authenticateCallback(database) };
  serveRoutes(callbackContext, 'callbacks', routes.callbacks, callbackRoutes(transcription.queue, sealer.soon));
  serveRoutes(context, 'generationTemplates', routes.generationTemplates, templateRoutes, requireTemplate);
  serveRoutes(context, 'retention', routes.retention, retentionRoutes, requireHeldCase);
  const limits = openLimits();
  serveRoutes(context, 'me', routes.me, meRoutes(limits));
  serveRoutes(context, 'sessions', routes.sessions, sessionRoutes({ limits, sealer, public_url }));
  serveRoutes(context, 'invitations', routes.invitations, invitationRoutes({ limits, sealer, public_url }));
  serveRoutes(context, 'users', routes.users, userRoutes(address));
  serveRoutes(context, 'tokens', routes.tokens, tokenRoutes);
  serveRoutes(context, 'locations', routes.locations, locationRoutes);
  serveRoutes(context, 'organizations', routes.organizations, organizationRoutes(address, sealer));
  serveRoutes(context, 'audit', routes.audit, auditRoutes);
  serveRoutes(context, 'demo', routes.demo, demoRoutes(storage));
  serveRoutes(context, 'about', routes.about, aboutRoutes);
  servePages(app);
  return app;
};

/** Closed before the sealer, which was there first: hooks of a close run in reverse. */
const startUpkeep = (
  app: FastifyInstance,
  times: UpkeepTimes,
  kept: { database: Database; storage: Storage },
  sealer: Sealer,
) => {
  const upkeep = openUpkeep({
    ...times,
    ...kept,
    onRecorded: sealer.soon,
    onError: (error) => app.log.error({ error: described(error) }, 'upkeep failed; it is tried again'),
  });
  app.addHook('onReady', async () => upkeep.start());
  app.addHook('onClose', () => upkeep.close());
};
