import { type Chapter, html, prose } from './html.ts';

const list = (items: string[]) => html`<ul class="rules">${items.map((item) => html`<li>${prose(item)}</li>`)}</ul>`;

/** The chapters about writing, versions and lists. */
export const rules: Chapter[] = [
  {
    id: 'writing',
    title: 'What a write means',
    text: html`
<p>These hold for every PUT:</p>
${list([
  'A field that is absent or null is left as it is. A program that sends every key, most of them null, erases nothing.',
  '`transcript`, `speaker_labels`, `speaker_sides` and `provider_metadata` are each replaced whole, never merged. An empty object and an empty list of words are values.',
  'Fields that cannot be written, and fields that Pharos does not know, are passed over: the `data` of a GET can be sent back as it is. A whole envelope is refused.',
  'All or nothing: one bad word in a transcript refuses the whole body.',
  'Stored equals sent. After a 200, a GET answers the same values: nothing is converted, rounded, trimmed or repaired. "12" is not 12, and an empty text is not null. What could not be kept exactly is refused with 400: NUL characters, halves of surrogate pairs, bytes that are not UTF-8, numbers too large, too long or too small to hold, keys that are given twice, keys named `__proto__`, and JSON deeper than 32 levels.',
  'Words are kept in the order and with the times that they have, also where they overlap or end before they begin.',
  'A PUT never creates anything, and one that changes nothing leaves `updated_at` alone. Otherwise `updated_at` always rises.',
])}
<p>${prose('To clear a field of a call, PATCH it: a merge patch (RFC 7396) in which null clears, and in which `speaker_labels`, `speaker_sides` and `provider_metadata` are merged key by key. There, `speaker_labels: null` means no labels, and `is_fully_labelled` is true or false.')}</p>`,
  },
  {
    id: 'versions',
    title: 'Versions and ETags',
    text: html`
<p>${prose('An answer that is one thing carries its version in the header `ETag`. Send that back as `If-Match` with a PUT, PATCH or DELETE, and it happens only if nobody else has changed the thing since; else the answer is 412, and its own `ETag` is the current one. Without `If-Match`, the last write wins. A case is read together with its calls, and so without an ETag; a PUT of `{}` changes nothing and answers with it.')}</p>
<p>${prose('A PUT or PATCH that asks for what is already so succeeds whatever `If-Match` says, and can be sent again without harm. `If-None-Match` with a GET answers 304, without a body, while the thing is the same. Both also take a tag in the form that a proxy makes of it when it compresses, such as `W/"4"` or `"4-gzip"`.')}</p>
<p>${prose('Every change of a call or a case is kept as a version: who made it, when, and all that it was then. Versions can be listed, read, compared word by word and restored, and restoring makes a new version, so that nothing is ever lost by it. Each transcript that a call had stays with its versions.')}</p>`,
  },
  {
    id: 'lists',
    title: 'Lists',
    text: html`
<p>${prose('A list answers a page: `items`, newest first, and `next_cursor`, which is null on the last page. Send it as `cursor` for the next one. Nothing is shown twice or left out because others write meanwhile. `limit` is 50 unless told, and at most 200. Parameters that Pharos does not know are passed over.')}</p>`,
  },
];
