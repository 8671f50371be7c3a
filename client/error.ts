import type { ErrorEnvelope, Problem } from '@pharos/contract/table/envelope.ts';

/** Error of an answer that is not a success. `message` says what to do; `problems` say where, by JSON pointers. */
export class PharosError extends Error {
  override name = 'PharosError';
  readonly status_code: number;
  /** ID of the request, for the server's operator; null if the answer is not from Pharos. */
  readonly request_id: string | null;
  /** Stable code of the first problem; null if the answer is not from Pharos. */
  readonly code: Problem['code'] | null;
  readonly problems: Problem[];
  /** ETag of the current version, if a change was refused with 412. */
  readonly etag: string | null;
  /** Seconds to wait before a retry, if the server says so (429 and 503). */
  readonly retry_after: number | null;

  constructor(response: Response, envelope: Partial<ErrorEnvelope>) {
    super(envelope.message ?? `The server answered ${response.status}`);
    this.status_code = response.status;
    this.request_id = envelope.request_id ?? null;
    this.problems = envelope.errors ?? [];
    this.code = this.problems[0]?.code ?? null;
    this.etag = response.headers.get('etag');
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    this.retry_after = Number.isFinite(seconds) ? seconds : null;
  }

  /** Reads the error envelope. Anything else, such as a proxy's page, becomes an error with its status. */
  static async of(response: Response): Promise<PharosError> {
    const envelope = await response.json().catch(() => ({}));
    return new PharosError(response, typeof envelope === 'object' && envelope !== null ? envelope : {});
  }
}
