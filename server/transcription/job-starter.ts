import type { ProviderName } from '@pharos/contract/jobs.ts';
import type { Starter } from '../jobs/start.ts';
import type { Provider } from './providers/provider.ts';
import type { Tools } from './worker-context.ts';

/** Tools of transcription that requests need. */
export type Transcription = Pick<Tools, 'queue' | 'providers' | 'own' | 'findRecording'>;

/** Starter that also opens a provider of the environment by its name. */
export type TranscriptionStarter = Starter & { openEnvironment(provider: ProviderName): Provider | null };

export const starterOf = ({ queue, providers, own, findRecording }: Transcription): TranscriptionStarter => {
  const environment = providers.map(({ name }) => name);
  return {
    queue,
    environment,
    providersOf: async (tx, organization_uuid) => {
      const named = await own?.names(tx, organization_uuid);
      if (!named) return environment;
      const there = new Set([...environment, ...named.own]);
      return [...new Set([...named.chosen, ...there])].filter((name) => there.has(name));
    },
    openEnvironment: (provider) => providers.find(({ name }) => name === provider) ?? null,
    hasRecording: async (tx, organization_uuid, call_uuid) =>
      (await findRecording(tx, organization_uuid, call_uuid)) !== null,
  };
};
