import type { Json } from '../../conformance/rule.ts';

/** A request on its way to Pharos. */
type Passing = { method: string; headers: Headers; text: string };

export type Fault = {
  /** Beginnings of the rules that it breaks. */
  breaks: string[];
  /** Changes a request on its way. */
  request?(passing: Passing, token: string): void;
  /** Changes the data of an answer on its way back, or all of its envelope. */
  data?(data: Json): void;
  envelope?(envelope: Json, status: number): Json | string;
  status?(status: number): number;
};

const rewrite = (passing: Passing, change: (body: Json) => void) => {
  if (passing.method !== 'PUT' || !passing.text.startsWith('{')) return;
  try {
    const body = JSON.parse(passing.text);
    change(body);
    passing.text = JSON.stringify(body);
  } catch {
    // What is no JSON passes as it is.
  }
};
const wordsOf = ({ transcript }: Json) => ((transcript as Json | null | undefined)?.words ?? []) as Json[];
const EQUAL = 'What a PUT was answered for';

/** Servers that are wrong in one way each. */
export const FAULTS: Record<string, Fault> = {
  'takes null for an erasure, and merges': {
    breaks: ['A PUT leaves fields that are null', 'A transcript, labels and provider metadata are replaced whole'],
    request: (passing) => {
      if (passing.method !== 'PUT') return;
      passing.method = 'PATCH';
      passing.headers.set('content-type', 'application/merge-patch+json');
    },
  },
  'turns texts into numbers': {
    breaks: ['A body that cannot be kept as it is gets 400 and changes nothing: a number as a text'],
    request: (passing) =>
      rewrite(passing, (body) => {
        if (typeof body.duration === 'string' && body.duration) body.duration = Number(body.duration);
      }),
  },
  'makes large sizes smaller': {
    breaks: ['A body that cannot be kept as it is gets 400 and changes nothing: a size that would be rounded'],
    request: (passing) =>
      rewrite(passing, (body) => {
        if (typeof body.file_size === 'number') body.file_size = Math.min(body.file_size, Number.MAX_SAFE_INTEGER);
      }),
  },
  'rounds times': {
    breaks: [EQUAL, 'A long transcript'],
    data: (data) => {
      for (const word of wordsOf(data)) word.start_ms = Math.round(word.start_ms as number);
    },
  },
  'sorts words by their time': {
    breaks: [EQUAL],
    data: (data) => void wordsOf(data).sort((one, next) => Number(one.start_ms) - Number(next.start_ms)),
  },
  'trims texts': {
    breaks: [EQUAL],
    request: (passing) =>
      rewrite(passing, (body) => {
        if (typeof body.file_name === 'string') body.file_name = body.file_name.trim();
      }),
  },
  'leaves out bad words': {
    breaks: ['One bad word refuses the whole body'],
    request: (passing) =>
      rewrite(passing, ({ transcript }) => {
        const given = transcript as Json | undefined;
        if (Array.isArray(given?.words)) given.words = given.words.filter((one) => typeof one.confidence === 'number');
      }),
  },
  'takes an envelope for a call': {
    breaks: ['A whole envelope'],
    request: (passing) =>
      rewrite(passing, (body) => {
        if ('status' in body) for (const name of Object.keys(body)) delete body[name];
      }),
  },
  'takes any source': {
    breaks: ['A body that cannot be kept as it is gets 400 and changes nothing: an unknown source'],
    request: (passing) =>
      rewrite(passing, ({ transcript }) => {
        if ((transcript as Json | undefined)?.source === 'dictaphone') (transcript as Json).source = 'deepgram';
      }),
  },
  'raises updated_at always': {
    breaks: ['A PUT that changes nothing keeps updated_at'],
    data: (data) => {
      data.updated_at = `2999-01-01T00:00:00.${process.hrtime.bigint()}Z`;
    },
  },
  'answers null for a flag that is false': {
    breaks: [EQUAL, 'A call has every field'],
    data: (data) => {
      data.is_fully_labelled = null;
    },
  },
  'leaves out fields that are null': {
    breaks: ['A call has every field', 'A case is answered'],
    envelope: (envelope) => JSON.parse(JSON.stringify(envelope, (_name, value) => value ?? undefined)),
  },
  'writes sizes as texts': {
    breaks: ['A file_size of 2^53-1', EQUAL],
    data: (data) => {
      data.file_size = String(data.file_size);
    },
  },
  'says another message': {
    breaks: ['A PUT is answered with'],
    envelope: (envelope) => ({ ...envelope, message: 'OK' }),
  },
  'has no envelope': {
    breaks: ['A success is an envelope'],
    envelope: (envelope) => (envelope.data ?? envelope) as Json,
  },
  'answers a page where it refuses': {
    breaks: ['A refused body is an envelope', 'What is not there is 404'],
    envelope: (envelope, status) => (status >= 400 ? '<h1>Error</h1>' : envelope),
  },
  'lets in who has no token': {
    breaks: ['A request without a valid token'],
    request: ({ headers }, token) => headers.set('authorization', `Bearer ${token}`),
  },
  'tells what belongs to others': {
    breaks: ["Another organization's call"],
    status: (status) => (status === 404 ? 403 : status),
  },
  'answers a question elsewhere': { breaks: ['A question about a call'], data: (data) => void delete data.response },
  'answers null for instructions': {
    breaks: ['A generation template takes'],
    data: (data) => {
      data.instructions = null;
    },
  },
  'heeds no If-Match': {
    breaks: ['A change with a stale If-Match'],
    request: ({ headers }) => headers.delete('if-match'),
  },
  'heeds no Idempotency-Key': {
    breaks: ['A POST that is sent again'],
    request: ({ headers }) => headers.delete('idempotency-key'),
  },
  'loses the last of a page': {
    breaks: ['A list goes on from its cursor'],
    data: ({ items }) => void (Array.isArray(items) && items.length === 2 && items.pop()),
  },
  'deletes for ever': {
    breaks: ['A deleted call is 404'],
    status: (status) => (status === 200 ? 404 : status),
  },
};

/** Pharos with a fault in between. `token` is the main one. */
export const wrongServer =
  ({ request, data, envelope, status }: Fault, token: string): typeof fetch =>
  async (url, init) => {
    const passing = {
      method: init?.method ?? 'GET',
      headers: new Headers(init?.headers),
      text: String(init?.body ?? ''),
    };
    request?.(passing, token);
    const { method, headers, text } = passing;
    const answer = await fetch(url, { method, headers, body: init?.body === undefined ? undefined : text });
    const code = status?.(answer.status) ?? answer.status;
    if (answer.status === 204) return answer;
    const json = (await answer.json()) as Json;
    if (typeof json.data === 'object' && json.data !== null) data?.(json.data as Json);
    const changed = envelope?.(json, answer.status) ?? json;
    return new Response(typeof changed === 'string' ? changed : JSON.stringify(changed), {
      status: code,
      headers: answer.headers,
    });
  };
