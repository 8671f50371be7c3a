import type { PharosError } from '@pharos/client/error.ts';
import type { DetailedError, Upload } from 'tus-js-client';
import { isPermanent } from '../api/failures.ts';
import { PIECE, refusalOf } from './kinds.ts';

export type Sending = {
  pause(): void;
  goOn(): void;
  /** Ends it, and lets the server and this browser forget what has arrived. */
  cancel(): Promise<void>;
};

type Rules = {
  case_uuid: string;
  /** The call to send it into, made now if need be. */
  call(): Promise<string>;
  /** Called before the first byte is sent. */
  onCall(call_uuid: string): Promise<void>;
  onBytes(arrived: number): void;
  /** Called when it stops and may go on later. The status is 0 where no server has answered. */
  onLost(status_code: number): void;
  onDone(): void;
  onRefused(refusal: PharosError | null, status_code: number): void;
};

/** Milliseconds after which it is tried again; then it waits to be told. */
const RETRIES = [500, 1500, 4000];

/** Thrown before the protocol's client takes a 401 for an upload that the server does not know any more. */
class SignedOut extends Error {}

const statusOf = (error: Error | DetailedError): number => {
  if ('causingError' in error && error.causingError instanceof SignedOut) return 401;
  return ('originalResponse' in error && error.originalResponse?.getStatus()) || 0;
};
const bodyOf = (error: Error | DetailedError): string | undefined =>
  'originalResponse' in error ? error.originalResponse?.getBody() : undefined;

/** A 409 without a reason is about the offset alone. */
const isRefusal = (error: Error | DetailedError): boolean =>
  isPermanent(statusOf(error)) && (statusOf(error) !== 409 || refusalOf(409, bodyOf(error)) !== null);

/** Sends a file by the tus protocol, on from where an earlier upload with its fingerprint was cut off. */
export const sendPieces = async (file: File, fingerprint: string, rules: Rules): Promise<Sending> => {
  const tus = await import('tus-js-client');
  let going = true;
  const upload: Upload = new tus.Upload(file, {
    chunkSize: PIECE,
    endpoint: `${location.origin}/v1/uploads`,
    fingerprint: async () => fingerprint,
    removeFingerprintOnSuccess: true,
    retryDelays: RETRIES,
    onAfterResponse: (_request, response) => {
      if (response.getStatus() === 401) throw new SignedOut();
    },
    onShouldRetry: (error) => !isRefusal(error) && statusOf(error) !== 401,
    onProgress: (sent) => rules.onBytes(sent),
    onSuccess: rules.onDone,
    onError: async (error) => {
      going = false;
      if (!isRefusal(error)) {
        rules.onLost(statusOf(error));
        return;
      }
      await forgetPrevious(upload);
      rules.onRefused(refusalOf(statusOf(error), bodyOf(error)), statusOf(error));
    },
  });
  const [before] = await upload.findPreviousUploads();
  const call_uuid = before?.metadata.call_uuid ?? (await rules.call());
  await rules.onCall(call_uuid);
  upload.options.metadata = { call_uuid, case_uuid: rules.case_uuid, filename: file.name };
  if (before) upload.resumeFromPreviousUpload(before);
  upload.start();
  const pause = () => {
    going = false;
    return upload.abort();
  };
  return {
    pause: () => void pause(),
    goOn: () => {
      if (going) return;
      going = true;
      upload.start();
    },
    cancel: async () => {
      await pause();
      // Without a connection the server keeps it for its week.
      await upload.abort(true).catch(() => {});
      await forgetPrevious(upload);
    },
  };
};

const forgetPrevious = async (upload: Upload) => {
  const { urlStorage } = upload.options;
  for (const { urlStorageKey } of await upload.findPreviousUploads()) await urlStorage?.removeUpload(urlStorageKey);
};
