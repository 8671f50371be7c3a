import type { Starter } from '../jobs/start.ts';
import type { Tools } from './worker-context.ts';

/** Tools of transcription that requests need. */
export type Transcription = Pick<Tools, 'queue' | 'providers' | 'findRecording'>;

export const starterOf = ({ queue, providers, findRecording }: Transcription): Starter => ({
  queue,
  providers: providers.map(({ name }) => name),
  hasRecording: async (tx, organization_uuid, call_uuid) =>
    (await findRecording(tx, organization_uuid, call_uuid)) !== null,
});
