import { PharosError } from '@pharos/client/error.ts';
import type { Problem } from '@pharos/contract/table/envelope.ts';
import { isProxyLimit, SameVersionRefused } from '../../api/failures.ts';
import type { Words } from '../../texts/en/refusals.ts';
import type { Texts } from '../../texts/english.ts';

/** The first name of a JSON pointer: `/location_uuids/0` is about the field `location_uuids`. */
export const fieldOf = (pointer: string): string =>
  (pointer.split('/')[1] ?? '').replaceAll('~1', '/').replaceAll('~0', '~');

/** Message of a problem in the reader's language. */
export const problemWords = ({ code, given = {}, message }: Problem, { refusals }: Texts): string => {
  // A server that is newer than this page may have codes without a text here: its own words are better than none.
  const words = Object.hasOwn(refusals, code) ? (refusals[code] as Words) : message;
  return typeof words === 'function' ? words(given) : words;
};

/** Message of a failure in the reader's language. `labels` are the names of fields on the page. */
export const refusalWords = (error: unknown, texts: Texts, labels: Record<string, string> = {}): string => {
  if (error instanceof SameVersionRefused) return texts.ui.same_version_refused;
  if (isProxyLimit(error)) return texts.ui.proxy_limit;
  // What answered is no Pharos, but something in front of it; or nothing did.
  if (!(error instanceof PharosError) || error.request_id === null) return texts.ui.unreachable;
  const [first] = error.problems;
  if (!first) return error.message;
  if (first.pointer === '') return problemWords(first, texts);
  const name = fieldOf(first.pointer);
  const label = Object.hasOwn(labels, name) ? `${labels[name]}: ` : `${texts.forms.not_right} `;
  return `${label}${problemWords(first, texts)}`;
};
