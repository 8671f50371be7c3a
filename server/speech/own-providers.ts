import type { ProviderName } from '@pharos/contract/jobs.ts';
import type { SpeechSettings } from '@pharos/contract/speech.ts';
import type { Vault } from '../platform/auth/vault.ts';
import { openAssemblyAi } from '../transcription/providers/assembly-ai.ts';
import { openDeepgram } from '../transcription/providers/deepgram.ts';
import { hearingOneVoice } from '../transcription/providers/one-voice.ts';
import type { Provider } from '../transcription/providers/provider.ts';
import { openSpeechServer } from '../transcription/providers/speech-server.ts';
import type { OwnProviders } from '../transcription/worker-context.ts';
import { findService, type ServiceRow, selectServices } from './queries.ts';

/** Addresses of the makers whose keys an organization can set. */
export type MakerAddresses = Record<'deepgram' | 'assembly_ai', string>;

/** Settings of a service without its name. */
type KeptSettings = Omit<SpeechSettings, 'provider'>;

const DEFAULT_MODEL = 'whisper-1';

/** Opens speech services by settings of an organization's own. */
export type OwnSpeech = OwnProviders & {
  /** Opens a service by settings; null where they lack what it takes. */
  openBy(provider: ProviderName, settings: KeptSettings): Provider | null;
  /** Settings of a row, with its key. */
  settingsOf(row: ServiceRow): KeptSettings;
  seal(row: Pick<ServiceRow, 'organization_uuid' | 'provider'>, api_key: string): Buffer;
};

const ownerOf = ({ organization_uuid, provider }: Pick<ServiceRow, 'organization_uuid' | 'provider'>) =>
  `speech ${organization_uuid} ${provider}`;

export const openOwnSpeech = (vault: Vault, makers: MakerAddresses, scratch: string): OwnSpeech => {
  const settingsOf = (row: ServiceRow): KeptSettings => ({
    ...(row.api_key && { api_key: vault.open(row.api_key, ownerOf(row)) }),
    ...(row.base_url !== null && { base_url: row.base_url }),
    ...(row.model !== null && { model: row.model }),
  });
  const openAny = (provider: ProviderName, { api_key, base_url, model = DEFAULT_MODEL }: KeptSettings) => {
    if (provider === 'deepgram' && api_key) return openDeepgram({ base_url: makers.deepgram, api_key });
    if (provider === 'assembly_ai' && api_key) return openAssemblyAi({ base_url: makers.assembly_ai, api_key });
    if (provider === 'speech_server' && base_url) return openSpeechServer({ base_url, api_key, model }, { scratch });
    return null;
  };
  const openBy: OwnSpeech['openBy'] = (provider, settings) => {
    const opened = openAny(provider, settings);
    return opened && hearingOneVoice(opened, scratch);
  };
  return {
    settingsOf,
    openBy,
    seal: (row, api_key) => vault.seal(api_key, ownerOf(row)),
    open: async (tx, organization_uuid, provider) => {
      const row = await findService(tx, organization_uuid, provider);
      return row && openBy(provider, settingsOf(row));
    },
    names: async (tx, organization_uuid) => {
      const rows = await selectServices(tx, organization_uuid);
      const isOwn = ({ api_key, base_url }: ServiceRow) => api_key !== null || base_url !== null;
      return { chosen: rows.map(({ provider }) => provider), own: rows.filter(isOwn).map(({ provider }) => provider) };
    },
  };
};
