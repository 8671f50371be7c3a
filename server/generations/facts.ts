import { createHash } from 'node:crypto';
import { callVoices, readSides } from '../calls/voices.ts';
import { selectTemplatesInUse, type TemplateRow } from '../generation-templates/queries.ts';
import type { ScopedDatabase, Transaction } from '../platform/database/database.ts';
import type { SideOf } from '../transcripts/sides.ts';
import type { CallFacts } from '../understanding/call.ts';
import { ENGINE_VERSION } from './engine-version.ts';
import { localTime } from './local-time.ts';
import { type AnalysedCall, findHome } from './queries.ts';

/** All that is the same for every call of an organization. */
export type Home = {
  name: string;
  time_zone: string | null;
  /** The organization lets a language model read its calls. */
  uses_model: boolean;
  sideOf: SideOf;
  /** Templates that run by themselves. */
  templates: TemplateRow[];
  /** Digest of the above. */
  basis: string;
};

/** Home of a call: its name and clock, and whose voice a label is. */
export type Whose = Pick<Home, 'name' | 'time_zone' | 'sideOf'>;

export const readWhose = async (tx: Transaction | ScopedDatabase, organization_uuid: string) => {
  const [home, sides] = await Promise.all([findHome(tx, organization_uuid), readSides(tx, organization_uuid)]);
  return { ...home, sideOf: sides.sideOf, basis: sides.basis };
};

export const readHome = async (tx: Transaction | ScopedDatabase, organization_uuid: string): Promise<Home> => {
  const [{ name, time_zone, uses_model, sideOf, basis }, templates] = await Promise.all([
    readWhose(tx, organization_uuid),
    selectTemplatesInUse(tx, organization_uuid),
  ]);
  const versions = templates.map(({ uuid, version }) => [uuid, version]);
  return {
    name,
    time_zone,
    uses_model,
    sideOf,
    templates,
    basis: digestOf([ENGINE_VERSION, name, time_zone, uses_model, basis, versions]),
  };
};

/** Facts about a call that its words do not hold: who speaks, when it was, and which home it is. */
export const factsOf = (call: AnalysedCall, { name, time_zone, sideOf }: Whose): Required<CallFacts> => {
  return {
    voices: Object.fromEntries(callVoices(call, sideOf)),
    called_on: localTime(call.started_at ?? call.created_at, call.started_at_offset ?? time_zone ?? 'UTC'),
    home: name,
  };
};

/** Digest of all that a run on a call depends on besides its template and the engine. */
export const basisOf = (call: AnalysedCall, facts: Required<CallFacts>): string =>
  digestOf([call.transcript_digest, facts]);

const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
