import { pathNames, type Route } from '@pharos/contract/table/route.ts';
import { wav } from './recordings.ts';

let beeps = 0;

/** A short recording that is like no other. */
export const beep = (): Uint8Array<ArrayBuffer> => {
  const samples = Buffer.from(Uint8Array.from({ length: 800 }, (_, at) => 128 + (((beeps + at) * 37) % 90)));
  samples.writeUInt32LE(++beeps, 0);
  return new Uint8Array(wav(samples, { tag: 1, channels: 1, bits: 8 }));
};

/** A small subtitle file with one speaker. */
export const SUBTITLES = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Sarah>Good morning\n';

/** A value for each parameter that a query cannot do without. */
const NEEDED: Record<string, string> = { q: 'dress', provider: 'deepgram' };

/** A route's path with its names replaced, and what its query needs. */
export const pathOf = (route: Route, ids: Record<string, string>): string => {
  const path = pathNames(route.path).reduce<string>(
    (path, name) => path.replace(`{${name}}`, ids[name] as string),
    route.path,
  );
  const { required = [] } = (route.query ?? {}) as { required?: string[] };
  const query = required.map((name) => {
    if (NEEDED[name] === undefined) throw new Error(`say in NEEDED what ${name} of ${route.path} may be`);
    return `${name}=${NEEDED[name]}`;
  });
  return query.length > 0 ? `${path}?${query.join('&')}` : path;
};

/** A body that a route takes, with its type; JSON bodies with `more` in them. Nothing for a route without a body. */
export const validBody = (route: Route, more: object = {}): { body?: RequestInit['body']; type?: string } => {
  if (!route.body) return {};
  if (route.body_kind === 'stream') return { body: beep(), type: 'audio/wav' };
  if (route.body_kind === 'file') return { body: SUBTITLES, type: 'text/vtt' };
  const type = route.body_kind === 'merge_patch' ? 'application/merge-patch+json' : 'application/json';
  return { body: JSON.stringify({ ...(route.example as object), ...more }), type };
};
