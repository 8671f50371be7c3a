import { type Chapter, html, prose } from './html.ts';

const list = (items: string[]) => html`<ul class="rules">${items.map((item) => html`<li>${prose(item)}</li>`)}</ul>`;

/** The chapters about writing, versions and lists. */
export const rules: Chapter[] = [
  {
    id: 'writing',
    title: 'Writing',
    text: html`
<p>These hold for every PUT:</p>
${list([
  'A field that is absent or null stays unchanged. A program that sends every key, most of them null, erases nothing.',
  '`transcript`, `speaker_labels`, `speaker_sides` and `provider_metadata` are each replaced as a whole, never merged. An empty object and an empty list of words are values.',
  'Read-only and unknown fields are ignored, so the `data` of a GET can be sent back as it is. A whole envelope is refused.',
  'All or nothing: if one word of a transcript is invalid, the whole body is refused.',
  'Stored equals sent. After a 200, a GET answers the same values: nothing is converted, rounded, trimmed or repaired. "12" is not 12, and an empty text is not null. Values that cannot be stored exactly are refused with 400: NUL characters, lone surrogates, bytes that are not UTF-8, numbers that a double cannot hold, duplicate keys, keys named `__proto__`, and JSON deeper than 32 levels.',
  'Words keep their order and their times, even where they overlap or end before they begin.',
  'A PUT never creates anything, and one that changes nothing leaves `updated_at` alone. Otherwise `updated_at` always rises.',
])}
<p>${prose('To clear a field of a call, PATCH it: a merge patch (RFC 7396) in which null clears, and in which `speaker_labels`, `speaker_sides` and `provider_metadata` are merged key by key. There, `speaker_labels: null` means no labels, and `is_fully_labelled` is true or false.')}</p>`,
  },
  {
    id: 'versions',
    title: 'Versions and ETags',
    text: html`
<p>${prose('An answer with one record has its version in the header `ETag`. Send it back as `If-Match` with a PUT, PATCH or DELETE, and the change is made only if nobody else has changed the record since; otherwise the answer is 412, with the current version in its `ETag`. Without `If-Match`, the last write wins. A case is read together with its calls, and so without an ETag; a PUT of `{}` changes nothing and answers with it.')}</p>
<p>${prose('A PUT or PATCH that would change nothing succeeds whatever `If-Match` says, so it is safe to send again. `If-None-Match` with a GET answers 304, without a body, while the record is unchanged. Both also accept a tag as a proxy rewrites it when it compresses, such as `W/"4"` or `"4-gzip"`.')}</p>
<p>${prose('Every change of a call or a case is kept as a version: who made it, when, and the whole record as of then. Versions can be listed, read, compared word by word and restored, and restoring makes a new version, so nothing is ever lost. Every transcript that a call had stays with its versions.')}</p>`,
  },
  {
    id: 'lists',
    title: 'Lists',
    text: html`
<p>${prose('A list is answered in pages: `items`, newest first, and `next_cursor`, which is null on the last page. Send it as `cursor` for the next one. No item is repeated or left out when others write in between. `limit` is 50 by default, and at most 200. Unknown parameters are ignored.')}</p>`,
  },
];
