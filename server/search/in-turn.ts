import type { UserActor } from '../platform/auth/actor.ts';
import { openFairTurns } from '../platform/worker-pool/fair-turns.ts';
import { type GiveWay, openGiveWay } from '../platform/worker-pool/give-way.ts';

/** Words are matched in the thread that answers everybody: of one organization only one search at a time. */
const turns = openFairTurns({ at_once: 4, each: 1, most_waiting: 100, wait_ms: 20_000 });

type Asked = { actor: UserActor; signal?: AbortSignal };

/** Runs a search when it is its organization's turn, with pauses for everybody else; never for a client that has left. */
export const inTurn = <A>({ actor, signal }: Asked, search: (giveWay: GiveWay) => Promise<A>): Promise<A> =>
  turns.run(actor.organization_uuid, () => search(openGiveWay(signal)), signal);
