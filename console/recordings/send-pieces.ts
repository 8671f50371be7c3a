import type { PharosError } from '@pharos/client/error.ts';
import type { DetailedError, Upload } from 'tus-js-client';
import { refusalOf } from './kinds.ts';

export type Sending = { pause(): void; goOn(): void };

type Rules = {
  case_uuid: string;
  /** The call to send it into, made now if need be. */
  call(): Promise<string>;
  /** Before the first byte is sent. */
  onCall(call_uuid: string): Promise<void>;
  onBytes(arrived: number): void;
  onLost(): void;
  onDone(): void;
  onRefused(refusal: PharosError | null): void;
};

/** Milliseconds after which it is tried again; then it waits to be told. */
const RETRIES = [500, 1500, 4000];

const statusOf = (error: Error | DetailedError): number =>
  ('originalResponse' in error && error.originalResponse?.getStatus()) || 0;
const bodyOf = (error: Error | DetailedError): string | undefined =>
  'originalResponse' in error ? error.originalResponse?.getBody() : undefined;

/** An answer that will be the same if it is asked again. A 409 without a reason is about the offset alone. */
const isFinal = (error: Error | DetailedError): boolean => {
  const status = statusOf(error);
  if (status === 409) return refusalOf(status, bodyOf(error)) !== null;
  return status >= 400 && status < 500 && status !== 423 && status !== 408 && status !== 429;
};

/** Sends a file by the tus protocol, on from where an earlier upload with its fingerprint was cut off. */
export const sendPieces = async (file: File, fingerprint: string, rules: Rules): Promise<Sending> => {
  const tus = await import('tus-js-client');
  const upload: Upload = new tus.Upload(file, {
    endpoint: `${location.origin}/v1/uploads`,
    fingerprint: async () => fingerprint,
    removeFingerprintOnSuccess: true,
    retryDelays: RETRIES,
    onShouldRetry: (error) => !isFinal(error),
    onProgress: (sent) => rules.onBytes(sent),
    onSuccess: rules.onDone,
    onError: async (error) => {
      if (!isFinal(error)) {
        rules.onLost();
        return;
      }
      await forgetPrevious(upload);
      rules.onRefused(refusalOf(statusOf(error), bodyOf(error)));
    },
  });
  const [before] = await upload.findPreviousUploads();
  const call_uuid = before?.metadata.call_uuid ?? (await rules.call());
  await rules.onCall(call_uuid);
  upload.options.metadata = { call_uuid, case_uuid: rules.case_uuid, filename: file.name };
  if (before) upload.resumeFromPreviousUpload(before);
  upload.start();
  return { pause: () => void upload.abort(), goOn: () => upload.start() };
};

const forgetPrevious = async (upload: Upload) => {
  const { urlStorage } = upload.options;
  for (const { urlStorageKey } of await upload.findPreviousUploads()) await urlStorage?.removeUpload(urlStorageKey);
};
