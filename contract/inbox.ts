import Type, { type Static } from 'typebox';
import { Call } from './calls.ts';
import { Case } from './cases.ts';
import { EXAMPLE_IDS } from './table/example-ids.ts';
import { route } from './table/route.ts';
import { DateTime, named, nullable, oneOf, Uuid } from './table/schema.ts';

/** Body of a move: the case that the call belongs to. */
export const CallMove = named('CallMove', { case_uuid: Uuid });
export type CallMove = Static<typeof CallMove>;

/** Reason for offering a case: a number that another of its calls was with, or a name that is said in the call. */
export const OfferReason = named('OfferReason', {
  kind: oneOf(['number', 'name']),
  text: Type.String({ description: 'The number as it was given, or the name as it was said.' }),
  call_uuid: nullable(Type.Unsafe<string>({ ...Uuid, description: "The other call's, for a number." })),
  at: nullable(Type.Unsafe<string>({ ...DateTime, description: 'Time of the other call, for a number.' })),
  start_ms: nullable(Type.Number({ description: 'Where the name is said in the call, in milliseconds.' })),
});
export type OfferReason = Static<typeof OfferReason>;

/** Case that a call may belong to, and why. */
export const CaseOffer = named('CaseOffer', { case: Case, reasons: Type.Array(OfferReason) });
export type CaseOffer = Static<typeof CaseOffer>;

/** Body of a join: the call that goes on where this one ends. */
export const CallJoin = named('CallJoin', { later_call_uuid: Uuid });
export type CallJoin = Static<typeof CallJoin>;

/** Call that is a part of another, from a time of that one's sound and words on. */
export const CallPart = named('CallPart', {
  call_uuid: Uuid,
  offset_ms: Type.Number({ minimum: 0, description: 'Where it begins in the joined call, in milliseconds.' }),
  joined_at: DateTime,
  joined_by: Uuid,
});
export type CallPart = Static<typeof CallPart>;

const params = Type.Object({ call_uuid: Uuid });

/** Routes for calls whose case is not known yet. */
export const inbox = {
  move: route({
    method: 'POST',
    path: '/v1/calls/{call_uuid}/move',
    summary: 'Move a call to another case; a case that was opened for it and is left empty is deleted',
    access: 'member',
    params,
    body: CallMove,
    takes_if_match: true,
    conflicts: true,
    example: { case_uuid: EXAMPLE_IDS.case_uuid } satisfies CallMove,
    status: 200,
    data: Call,
    message: 'Call moved',
  }),
  join: route({
    method: 'POST',
    path: '/v1/calls/{call_uuid}/join',
    summary: 'Join a later call to this one, as two recordings of one conversation; both are kept, and can be parted',
    access: 'member',
    params,
    body: CallJoin,
    takes_if_match: true,
    conflicts: true,
    example: { later_call_uuid: EXAMPLE_IDS.call_uuid } satisfies CallJoin,
    status: 200,
    data: Call,
    message: 'Calls joined',
  }),
  part: route({
    method: 'POST',
    path: '/v1/calls/{call_uuid}/part',
    summary: 'Part the call that was joined last, with its recording and what was corrected in its words since',
    access: 'member',
    params,
    takes_if_match: true,
    conflicts: true,
    status: 200,
    data: Type.Object({ call: Call, part: Call }),
    message: 'Calls parted',
  }),
  parts: route({
    method: 'GET',
    path: '/v1/calls/{call_uuid}/parts',
    summary: 'List the calls that were joined to this one, in the order of their words',
    access: 'viewer',
    params,
    status: 200,
    data: Type.Object({ items: Type.Array(CallPart) }),
    unversioned: true,
  }),
  offerCases: route({
    method: 'GET',
    path: '/v1/calls/{call_uuid}/case-offers',
    summary: 'Offer cases that a call may belong to, by its number and by names that are said in it',
    access: 'viewer',
    params,
    status: 200,
    data: Type.Object({ items: Type.Array(CaseOffer) }),
    unversioned: true,
  }),
};
