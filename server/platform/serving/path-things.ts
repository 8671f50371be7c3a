import type { Thing } from '@pharos/contract/table/refusals.ts';
import { type Route, thingOf } from '@pharos/contract/table/route.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Static, TObject, TSchema } from 'typebox';
import type { Actor, NobodyActor } from '../auth/actor.ts';
import { limitOf } from '../auth/location.ts';
import type { Transaction } from '../database/database.ts';
import { notFound } from '../errors/errors.ts';

/** A kind of thing that paths name, as its feature finds it. */
export type PathThing = {
  /** Tells whether the organization has one with this uuid; with `deleted_too`, a deleted one will do as well. */
  exists(tx: Transaction, organization_uuid: string, uuid: string, deleted_too: boolean): Promise<unknown>;
  /** Throws 403 where it is of a location that is not the actor's. Absent: it is of none. */
  requireLocation?(tx: Transaction, actor: Actor, uuid: string): Promise<void>;
};

type Named<R> = R extends { params: infer P extends TObject; body: TSchema } ? keyof Static<P> : never;
type NamedBy<F> = { [V in keyof F]: Named<F[V]> }[keyof F];
type KindOf<Parameter> = Parameter extends `${infer Kind extends Thing}_uuid` ? Kind : never;

/** Every kind of thing that the path of a route with a body names. */
export type PathThings = Record<KindOf<{ [F in keyof Routes]: NamedBy<Routes[F]> }[keyof Routes]>, PathThing>;

/** A thing that a path names: its kind, how it is found, and its uuid. */
type NamedThing = PathThing & { kind: Thing; uuid: string };

/** The things that a path names, the outermost first, of the kinds that have a finder. */
export const namedIn = (things: PathThings, params: Record<string, string | number>): NamedThing[] =>
  Object.entries(params).flatMap(([parameter, uuid]) => {
    const kind = thingOf(parameter) as keyof PathThings;
    return things[kind] ? [{ ...things[kind], kind, uuid: String(uuid) }] : [];
  });

/** Throws 404 where a path names something that the actor may not know of. */
export const requireExistence = async (
  named: NamedThing[],
  tx: Transaction,
  actor: Actor | NobodyActor,
  route: Route,
) => {
  if (actor.kind === 'nobody') return;
  for (const { kind, exists, uuid } of named) {
    if (!(await exists(tx, actor.organization_uuid, uuid, route.deleted_too === true))) throw notFound(kind);
  }
};

/** Throws 403 where a path names something of a location that is not the actor's. */
export const requireOwnLocation = async (named: NamedThing[], tx: Transaction, actor: Actor | NobodyActor) => {
  if (actor.kind === 'nobody' || limitOf(actor) === null) return;
  for (const { requireLocation, uuid } of named) await requireLocation?.(tx, actor, uuid);
};
