import { PROVIDERS, type ProviderName } from '@pharos/contract/jobs.ts';
import type { SpeechService, SpeechSettings } from '@pharos/contract/speech.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Starter } from '../jobs/start.ts';
import { record } from '../platform/audit/record.ts';
import { reaches, type UserActor } from '../platform/auth/actor.ts';
import type { Transaction } from '../platform/database/database.ts';
import { invalid, needsLevel, problem } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import type { TranscriptionStarter } from '../transcription/job-starter.ts';
import type { OwnSpeech } from './own-providers.ts';
import { findService, insertService, removeService, selectServices } from './queries.ts';

export type Needs = { starter: TranscriptionStarter; speech: OwnSpeech };

export const listServices = async (
  { database, actor }: RouteRequest<Routes['speech']['list']>,
  { starter }: Needs,
) => ({ data: { items: await answerServices(database, actor.organization_uuid, starter) } });

/** PUT: fields that are absent stay as they are. Only an operator names an address inside the network. */
export const setService = (
  { database, actor, body }: RouteRequest<Routes['speech']['set']>,
  { starter, speech }: Needs,
) =>
  database.transaction(async (tx) => {
    const { organization_uuid, user_uuid } = actor;
    const { provider } = body;
    requireSettable(actor, body);
    const known = await findService(tx, organization_uuid, provider);
    const row = {
      organization_uuid,
      provider,
      api_key:
        body.api_key === undefined
          ? (known?.api_key ?? null)
          : speech.seal({ organization_uuid, provider }, body.api_key),
      base_url: body.base_url ?? known?.base_url ?? null,
      model: body.model ?? known?.model ?? null,
    };
    if (!starter.environment.includes(provider)) requireComplete(provider, row);
    await removeService(tx, organization_uuid, provider);
    await insertService(tx, row, user_uuid);
    record(tx, actor, { subject_type: 'speech_service' });
    const items = await answerServices(tx, organization_uuid, starter);
    return { data: items.find((one) => one.provider === provider) as SpeechService };
  });

export const removeServiceOf = ({ database, actor, query }: RouteRequest<Routes['speech']['remove']>) =>
  database.transaction(async (tx) => {
    await removeService(tx, actor.organization_uuid, query.provider);
    record(tx, actor, { subject_type: 'speech_service' });
  });

/** Throws 400 for settings that a service does not have, and 403 for an address that is not from an operator. */
export const requireSettable = (
  { access_level }: UserActor,
  { provider, api_key, base_url, model }: SpeechSettings,
): void => {
  const named = Object.entries({ base_url, model }).filter(([, value]) => value !== undefined);
  if (provider !== 'speech_server' && named[0])
    throw invalid(problem(`/${named[0][0]}`, 'invalid_choice', 'is only for speech_server'));
  if (provider === 'local' && api_key !== undefined)
    throw invalid(problem('/api_key', 'invalid_choice', 'local has no key'));
  // A server of the network would be asked in our name.
  if (base_url !== undefined && !reaches(access_level, 'operator')) throw needsLevel('operator', access_level);
};

const requireComplete = (provider: ProviderName, row: { api_key: Buffer | null; base_url: string | null }) => {
  if (provider === 'local')
    throw invalid(problem('/provider', 'provider_not_configured', 'the operator runs "npm run add-speech" first'));
  const missing =
    provider === 'speech_server' ? row.base_url === null && 'base_url' : row.api_key === null && 'api_key';
  if (missing) throw invalid(problem(`/${missing}`, 'required', 'is required'));
};

const answerServices = async (
  tx: Transaction,
  organization_uuid: string,
  starter: Starter,
): Promise<SpeechService[]> => {
  const rows = new Map((await selectServices(tx, organization_uuid)).map((row) => [row.provider, row]));
  const [first] = await starter.providersOf(tx, organization_uuid);
  return PROVIDERS.map((provider) => {
    const row = rows.get(provider);
    const is_own = row !== undefined && (row.api_key !== null || row.base_url !== null);
    return {
      provider,
      set_up_by: is_own ? 'organization' : starter.environment.includes(provider) ? 'environment' : null,
      is_default: provider === first,
      base_url: row?.base_url ?? null,
      model: row?.model ?? null,
    };
  });
};
