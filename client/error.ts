import type { ErrorEnvelope, Problem } from '@pharos/contract/table/envelope.ts';

/** An answer that is not a success. `message` says what to do; `problems` say where, by JSON pointers. */
export class PharosError extends Error {
  override name = 'PharosError';
  readonly status_code: number;
  /** The server's name for the request, to be told to its operator; null where no Pharos answered. */
  readonly request_id: string | null;
  /** The reason of the first problem, which stays the same whatever the message says; null where no Pharos answered. */
  readonly code: Problem['code'] | null;
  readonly problems: Problem[];
  /** The current version, where a change was refused with 412. */
  readonly etag: string | null;
  /** Seconds until it is worth trying again, where the server says so (429 and 503). */
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

  /** Reads the error envelope; what is not one, as a proxy's page, still becomes an error with its status. */
  static async of(response: Response): Promise<PharosError> {
    const envelope = await response.json().catch(() => ({}));
    return new PharosError(response, typeof envelope === 'object' && envelope !== null ? envelope : {});
  }
}
