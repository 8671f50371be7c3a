import { needsSpace } from '@pharos/contract/table/errors.ts';
import { pathNames, type Route, thingOf } from '@pharos/contract/table/route.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { recordListing } from '../audit/listing.ts';
import { recordRefusal } from '../audit/refusal.ts';
import { GuardFailed } from '../database/guard.ts';
import { Refusal, spaceLow } from '../errors/errors.ts';
import { isUuid } from '../http/parameters.ts';
import { withIdempotencyKey } from '../idempotency/with-idempotency-key.ts';
import { authorize, requireUnchanged, scopeFor } from './authorize.ts';
import type { AnyAnswer, Handler, Handlers, RouteRequest } from './handler.ts';
import { type Identified, identify } from './identify.ts';
import { namedIn, requireExistence, requireOwnLocation } from './path-things.ts';
import { readAddress } from './read-address.ts';
import { type IncomingBody, openBody } from './receive-body.ts';
import { sendAnswer } from './send-answer.ts';
import type { ServerContext } from './server-context.ts';
import { withRateLimit } from './with-rate-limit.ts';

type Table = Record<string, Record<string, Route>>;
type AnyHandler = (request: RouteRequest<Route>) => Promise<AnyAnswer>;

/** Serves every route of a table by the handler of its feature and verb, which is handed all that handlers need. */
export const serveRoutes = <T extends Table, Needs>(
  context: ServerContext,
  table: T,
  needs: Needs,
  handlers: { [F in keyof T]: Handlers<T[F], NoInfer<Needs>> },
): void => {
  for (const [feature, routes] of Object.entries(table)) {
    const verbs = handlers[feature] as Record<string, Handler<Route, Needs>>;
    for (const [verb, route] of Object.entries(routes)) {
      const handler = verbs[verb] as Handler<Route, Needs>;
      serveRoute(context, route, (request) => handler(request, needs) as Promise<AnyAnswer>);
    }
  }
};

/** Serves a route; once more where the actor has changed since they were last looked up. */
const serveRoute = (context: ServerContext, route: Route, handler: AnyHandler): void => {
  const serve = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    using body = openBody(context, route, request, reply);
    try {
      return await answer(context, route, handler, request, reply, body);
    } catch (error) {
      if (!(error instanceof GuardFailed)) throw error;
      context.authentication.forget(error.guard);
      return await answer(context, route, handler, request, reply, body);
    }
  };
  context.app.route({ method: route.method, url: fastifyPath(route.path), handler: serve });
};

/**
 * Answers a request, step by step. The first check that fails is the answer: token, level, room on the disk, address, location, the body's
 * headers, existence, body, the rate limit, the Idempotency-Key, and then the verb's own.
 */
const answer = async (
  context: ServerContext,
  route: Route,
  handler: AnyHandler,
  request: FastifyRequest,
  reply: FastifyReply,
  incoming: IncomingBody,
): Promise<FastifyReply> => {
  const identified = await identify(context, route, request);
  const identified_at = performance.now();
  const { actor } = identified;
  const database = scopeFor(context.database, identified, route);
  try {
    authorize(actor, route);
    if (context.space?.isLow() && needsSpace(route)) throw spaceLow();
    const address = readAddress(route, request);
    const named = namedIn(context.things, address.params);
    await requireOwnLocation(named, database, actor);
    const body = await incoming.receive(actor, () => requireExistence(named, database, actor, route));
    if (performance.now() - identified_at > FRESH_MS) askAgain(identified);
    if (route.body_kind === 'stream' || route.answer_kind === 'protocol') {
      await requireUnchanged(database, identified);
      askAgain(identified, { lasting: true });
    }
    const asked = { ...address, database, actor, body: body.value, signal: body.left };
    const answer = await withRateLimit(context, route, asked, (guesser) =>
      withIdempotencyKey({ database, actor, route, request: request.raw, bytes: body.bytes }, (database) =>
        handler({ ...asked, database, guesser } as RouteRequest<Route>),
      ),
    );
    // Usually the verb's first statement has asked this already.
    await requireUnchanged(database, identified);
    if (actor.kind === 'user') {
      const wanted = { url: request.url, bytes: body.bytes };
      const listing = { route, asked: wanted, subject: subjectOf(route, request), answered: answer?.data };
      await recordListing(database, actor, listing);
      context.served?.(actor.organization_uuid, route, address.params, answer?.data);
    }
    return await sendAnswer(reply, request, route, actor, answer, context.sending);
  } catch (error) {
    if (error instanceof GuardFailed) throw error;
    // Also a refusal is an answer: somebody who was shut out a moment ago gets 401 alone.
    if (error instanceof Refusal && error.status < 500) await requireUnchanged(database, identified);
    if (actor.kind === 'user') await recordRefusal(database, actor, subjectOf(route, request), error);
    throw error;
  } finally {
    // The events of the request get their links in the audit's chain soon after.
    if (actor.kind === 'user') context.sealer.soon(actor.organization_uuid);
  }
};

/** Milliseconds for which somebody is taken for who they were found to be, where a body came in the meantime. */
const FRESH_MS = 1_000;

/**
 * Has the next transaction ask whether the actor is still who they were; all of them where a body is read while the verb
 * works, which may take hours.
 */
const askAgain = ({ guard }: Identified, { lasting = false } = {}): void => {
  if (guard) Object.assign(guard, { held: false, lasting });
};

/** `/v1/calls/{call_uuid}` in Fastify's own writing. */
const fastifyPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** The thing whose uuid a path names last, for the audit. */
const subjectOf = (route: Route, request: FastifyRequest) => {
  const name = pathNames(route.path).findLast((one) => thingOf(one) !== null);
  const uuid = name && String((request.params as Record<string, string>)[name]).toLowerCase();
  return { type: (name && thingOf(name)) ?? 'organization', uuid: uuid && isUuid(uuid) ? uuid : null };
};
