import type { ClientOptions } from './client.ts';
import { PharosError } from './error.ts';
import { askAgain, type Wait, waitFor } from './retry.ts';

/** Bytes that are sent in one request, and so the steps of the progress: 4 MiB. */
const PIECE = 4 * 1024 * 1024;

export type RecordingUpload = {
  call_uuid: string;
  /** The recording. In Node, `openAsBlob` of `node:fs` opens a file without reading it into memory. */
  file: Blob;
  file_name?: string;
  /** Called after each piece, with bytes. */
  on_progress?: (progress: { sent: number; total: number }) => void;
  signal?: AbortSignal;
};

type Sending = ClientOptions & { wait?: Wait; piece?: number };

/**
 * Uploads the recording of a call in pieces of 4 MiB (tus 1.0), so that a lost connection costs one piece: it goes on
 * from the bytes that have arrived, up to `retries` times for each piece (default: 5). Throws PharosError if the server
 * refuses the recording, and what `fetch` throws if it stays out of reach.
 */
export const uploadRecording = async (
  { baseUrl, token, fetch = globalThis.fetch, retries = 5, wait = waitFor, piece = PIECE }: Sending,
  { call_uuid, file, file_name, on_progress, signal }: RecordingUpload,
): Promise<void> => {
  const total = file.size;
  const ask = (url: URL, method: string, headers: Record<string, string>, body?: Blob) =>
    fetch(url, {
      method,
      headers: { 'tus-resumable': '1.0.0', ...(token && { authorization: `Bearer ${token}` }), ...headers },
      body,
      credentials: token === undefined ? 'same-origin' : 'omit',
      signal,
    });
  const root = baseUrl.replace(/\/$/, '');
  const metadata = Object.entries({ call_uuid, ...(file_name && { filename: file_name }) });
  const begun = await ask(new URL(`${root}/v1/uploads`), 'POST', {
    'upload-length': String(total),
    'upload-metadata': metadata.map(([name, value]) => `${name} ${base64(value)}`).join(','),
  });
  if (begun.status !== 201) throw await PharosError.of(begun);
  const { pathname } = new URL(begun.headers.get('location') ?? '', `${root}/`);
  const upload = new URL(`${root}/v1/uploads/${pathname.split('/').at(-1)}`);

  const readOffset = async () => {
    const answer = await ask(upload, 'HEAD', {});
    return { answer, offset: Number(answer.headers.get('upload-offset') ?? Number.NaN) };
  };
  let sent = 0;
  const arrived = (offset: number) => {
    if (offset !== sent) on_progress?.({ sent: offset, total });
    sent = offset;
  };
  const sendPiece = async (): Promise<Response> => {
    const answer = await ask(
      upload,
      'PATCH',
      { 'upload-offset': String(sent), 'content-type': 'application/offset+octet-stream' },
      file.slice(sent, sent + piece),
    );
    if (answer.ok) arrived(Number(answer.headers.get('upload-offset')));
    return answer;
  };
  on_progress?.({ sent, total });
  while (sent < total) {
    let tried = 0;
    const goOn = async (): Promise<Response> => {
      // What the last try has brought there is known only to the server.
      if (tried++ > 0) {
        const { answer, offset } = await readOffset();
        if (!answer.ok) return answer;
        arrived(offset);
      }
      return sent < total ? sendPiece() : new Response(null, { status: 204 });
    };
    const answer = await askAgain(goOn, { retries, wait, signal });
    if (!answer.ok) throw await PharosError.of(answer);
  }
};

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
