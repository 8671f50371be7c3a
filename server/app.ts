import { protocolRoutes, routes } from '@pharos/contract/table/routes.ts';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { servePages } from './about/pages.ts';
import { aboutRoutes } from './about/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import type { BackupState } from './backups/get.ts';
import { backupRoutes } from './backups/routes.ts';
import { warningsOf } from './backups/warnings.ts';
import { authenticateCallback } from './callbacks/authenticate.ts';
import { callbackRoutes } from './callbacks/routes.ts';
import { openExportPool } from './calls/exports/export-pool.ts';
import { openReadingPool } from './calls/readings/reading-pool.ts';
import { callInPath, callRoutes } from './calls/routes.ts';
import { openDiffPool } from './calls/versions/diff-pool.ts';
import { caseInPath, caseRoutes } from './cases/routes.ts';
import { changeRoutes } from './changes/routes.ts';
import { openWatch } from './changes/watch.ts';
import { openAnswerPool } from './chat/answer-pool.ts';
import { chatRoutes } from './chat/routes.ts';
import { serveConsole } from './console/serve.ts';
import { demoRoutes } from './demo/routes.ts';
import { templateInPath, templateRoutes } from './generation-templates/routes.ts';
import { openAnalysisPool } from './generations/analysis-pool.ts';
import { noticed } from './generations/noticed.ts';
import { generationRoutes, valueInPath } from './generations/routes.ts';
import { generationRunRoutes } from './generations/runs/routes.ts';
import { startAnalyser } from './generations/start-analyser.ts';
import { inboxRoutes } from './inbox/routes.ts';
import { invitationRoutes } from './invitations/routes.ts';
import { jobRoutes } from './jobs/routes.ts';
import { locationInPath, locationRoutes } from './locations/routes.ts';
import { meRoutes } from './me/routes.ts';
import { type Measured, openMetrics } from './metrics/open-metrics.ts';
import { serveMetrics } from './metrics/serve.ts';
import { openModels } from './models/ask-model.ts';
import type { Model } from './models/model.ts';
import { organizationInPath, organizationRoutes } from './organizations/routes.ts';
import { openSealer } from './platform/audit/seal.ts';
import type { JwtSettings } from './platform/auth/jwt.ts';
import { openLimit, openLimits } from './platform/auth/limits.ts';
import type { Vault } from './platform/auth/vault.ts';
import type { Database } from './platform/database/database.ts';
import { openHeldMemory } from './platform/http/held-memory.ts';
import { type Deadlines, openBodyReader } from './platform/http/read-body.ts';
import { noQueue } from './platform/queue/no-queue.ts';
import { answerErrors, described } from './platform/serving/answer-errors.ts';
import { openAuthentication } from './platform/serving/authenticate.ts';
import { openDecoder } from './platform/serving/decoder.ts';
import { openHttpServer } from './platform/serving/http-server.ts';
import { serveRoutes } from './platform/serving/serve-routes.ts';
import type { ServerContext } from './platform/serving/server-context.ts';
import type { FreeSpace } from './platform/storage/free-space.ts';
import type { UpkeepTimes } from './platform/upkeep/upkeep.ts';
import type { Recordings } from './recordings/open-recordings.ts';
import { recordingRoutes } from './recordings/routes.ts';
import { uploadRoutes } from './recordings/uploads/routes.ts';
import { openUploads } from './recordings/uploads/tus.ts';
import { retentionRoutes } from './retention/routes.ts';
import { startUpkeep } from './schedule.ts';
import { searchRoutes } from './search/routes.ts';
import { openRecordLimited } from './sessions/record-refused.ts';
import { sessionRoutes } from './sessions/routes.ts';
import { INTERNET, type Network } from './sources/fetching/network.ts';
import { intakeRoutes, sourceInPath, sourceRoutes } from './sources/routes.ts';
import type { OwnSpeech } from './speech/own-providers.ts';
import { speechRoutes } from './speech/routes.ts';
import { tokenRoutes } from './tokens/routes.ts';
import { starterOf, type Transcription } from './transcription/job-starter.ts';
import { userInPath, userRoutes } from './users/routes.ts';
import { vconRoutes } from './vcons/routes.ts';
import { webhookInPath, webhookRoutes } from './webhooks/routes.ts';
import type { SenderOptions } from './webhooks/sender.ts';
import { startSending } from './webhooks/start-sending.ts';

export type AppOptions = {
  database: Database;
  recordings: Recordings;
  /** Encrypts the secrets of sources. */
  vault: Vault;
  /** Speech services of organizations. */
  speech: OwnSpeech;
  jwt: JwtSettings;
  /** URL at which people reach the server, if a proxy stands in front of it. */
  public_url?: string;
  /** Proxies whose X-Forwarded-For is believed. */
  trusted_proxies?: readonly string[];
  /** Base URL of links to the console; called only once the server listens. */
  address: () => string;
  /** Transcription of calls; absent: nothing is transcribed here. */
  transcription?: Transcription;
  /** The network that sources are asked over. */
  network?: Network;
  /** Language model that organizations may switch on; absent: there is none. */
  model?: Model;
  /** Hosts inside that webhooks may call, and how they are sent; absent: nothing is sent here. */
  webhooks?: Pick<SenderOptions, 'inside' | 'lease_seconds' | 'wait_seconds'>;
  log: FastifyBaseLogger;
  deadlines?: Deadlines;
  /** Room on the disks of this machine: while little is left, what would be added is refused. */
  space?: FreeSpace;
  /** Token that reads `/metrics`, and what they need besides; absent: there are none. */
  metrics?: { token: string; min_free_bytes: number };
  /** State of the backups; absent: there are none. */
  backups?: BackupState;
  /** Times of the server's own upkeep, with its purges, in ms; absent: none. */
  upkeep?: UpkeepTimes;
  /** Times of the rounds that look for calls which wait for their templates; absent: those run only when asked for. */
  analysing?: UpkeepTimes;
};

const NOTHING: Transcription = { queue: noQueue, providers: [], findRecording: async () => null };

/** Refused messages of a source that are kept in its log, in a quarter of an hour. */
const REFUSED_MESSAGES = 2_000;

const NO_BACKUPS: BackupState = { settings: {}, newest: async () => null };

const DEADLINES: Deadlines = { idle_ms: 20_000, total_ms: 120_000 };

/** The whole server as a function of its database: nothing listens yet, and nothing is read from the environment. */
export const createApp = ({
  database,
  recordings,
  vault,
  speech,
  jwt,
  public_url,
  trusted_proxies,
  upkeep,
  analysing,
  address,
  transcription = NOTHING,
  model,
  network = INTERNET,
  webhooks,
  log,
  deadlines = DEADLINES,
  space,
  metrics,
  backups = NO_BACKUPS,
}: AppOptions): FastifyInstance => {
  const app = openHttpServer(log, { ...deadlines, public_url, trusted_proxies });
  answerErrors(app, serveConsole(app));
  const decoder = openDecoder();
  app.addHook('onClose', () => decoder.close());
  const sealer = openSealer(database, (error) => log.warn({ error: described(error) }, 'audit events wait for links'));
  app.addHook('onReady', () => sealer.sealAll());
  app.addHook('onClose', () => sealer.close());
  const watch = openWatch(database, sealer, (error) =>
    log.warn({ error: described(error) }, 'changes wait to be told'),
  );
  app.addHook('preClose', async () => watch.close());
  if (webhooks) startSending(app, { database, sealer, vault, ...webhooks });
  if (upkeep) startUpkeep(app, upkeep, database, recordings.storage, sealer);

  const [exports, diffs, readings] = [openExportPool(), openDiffPool(), openReadingPool()];
  const [analyses, answers, models] = [openAnalysisPool(), openAnswerPool(), openModels(model ?? null)];
  const pools = [exports, diffs, readings, analyses, answers, models.threads];
  app.addHook('onClose', () => Promise.all(pools.map((pool) => pool.close())));

  const analyser = analysing && startAnalyser(app, analysing, { database, pool: analyses, models }, sealer);

  const memory = { bodies: openHeldMemory('bodies'), answers: openHeldMemory('answers') };
  if (metrics) {
    const { token, min_free_bytes } = metrics;
    const measured: Measured = {
      min_free_bytes,
      newest_backup: backups.newest,
      connections: database.connections,
      queue: transcription.queue.waiting,
      held: () => ({ bodies: memory.bodies.all(), answers: memory.answers.all() }),
      seal_lag_ms: sealer.lag_ms,
      free_bytes: () => space?.free() ?? null,
    };
    serveMetrics(app, openMetrics(measured), token);
  }

  const context: ServerContext = {
    app,
    database,
    authentication: openAuthentication(database, { jwt, public_url }),
    authenticateCallback: authenticateCallback(database),
    things: {
      call: callInPath,
      case: caseInPath,
      generation_template: templateInPath,
      generation_value: valueInPath,
      location: locationInPath,
      organization: organizationInPath,
      source: sourceInPath,
      user: userInPath,
      webhook: webhookInPath,
    },
    readBody: openBodyReader(deadlines, memory.bodies),
    sending: { deadlines, memory: memory.answers },
    ...{ idle_ms: deadlines.idle_ms, decoder },
    ...{ limits: openLimits(), recordLimited: openRecordLimited(sealer, log) },
    sealer,
    space,
    served: analyser && noticed(analyser),
  };
  const { queue } = transcription;
  const refusals = openLimit(REFUSED_MESSAGES);
  const receiving = { vault, queue, refusals, base: () => public_url ?? address(), network, log };
  const needs = {
    backups,
    warnings: warningsOf({ space, sealer, backups }),
    ...{ database, recordings, sealer, address, public_url, queue, receiving, starter: starterOf(transcription) },
    ...{ speech, decoder },
    ...{
      watch,
      hooking: { vault, inside: webhooks?.inside ?? new Set() },
      exports,
      diffs,
      readings,
      analyses,
      answers,
      models,
    },
    uploads: openUploads(recordings, { log, idle_ms: deadlines.idle_ms }),
  };
  serveRoutes(context, routes, needs, {
    calls: { ...callRoutes, ...inboxRoutes },
    cases: caseRoutes,
    recordings: recordingRoutes,
    jobs: jobRoutes,
    callbacks: callbackRoutes,
    generationTemplates: templateRoutes,
    generations: generationRoutes,
    generationRuns: generationRunRoutes,
    chat: chatRoutes,
    search: searchRoutes,
    retention: retentionRoutes,
    me: meRoutes,
    sessions: sessionRoutes,
    invitations: invitationRoutes,
    users: userRoutes,
    tokens: tokenRoutes,
    locations: locationRoutes,
    organizations: organizationRoutes,
    sources: sourceRoutes,
    vcons: vconRoutes,
    speech: speechRoutes,
    intake: intakeRoutes,
    audit: auditRoutes,
    changes: changeRoutes,
    webhooks: webhookRoutes,
    backups: backupRoutes,
    demo: demoRoutes,
    about: aboutRoutes,
  });
  serveRoutes(context, protocolRoutes, needs, { uploads: uploadRoutes });
  servePages(app);
  return app;
};
