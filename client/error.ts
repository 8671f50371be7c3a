import type { ErrorEnvelope, Problem } from '@pharos/contract/envelope.ts';

/** An answer that is not a success. `message` says what to do; `problems` say where, by JSON pointers. */
export class PharosError extends Error {
  override name = 'PharosError';
  readonly status_code: number;
  /** The server's name for the request, to be told to its operator; null where no Pharos answered. */
  readonly request_id: string | null;
  readonly problems: Problem[];
  /** The current version, where a change was refused with 412. */
  readonly etag: string | null;

  constructor(response: Response, envelope: Partial<ErrorEnvelope>) {
    super(envelope.message ?? `The server answered ${response.status}`);
    this.status_code = response.status;
    this.request_id = envelope.request_id ?? null;
    this.problems = envelope.errors ?? [];
    this.etag = response.headers.get('etag');
  }

  /** Reads the error envelope; what is not one, as a proxy's page, still becomes an error with its status. */
  static async of(response: Response): Promise<PharosError> {
    const envelope = await response.json().catch(() => ({}));
    return new PharosError(response, typeof envelope === 'object' && envelope !== null ? envelope : {});
  }
}
