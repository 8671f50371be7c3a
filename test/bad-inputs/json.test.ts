import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Expected, openRecordedCall, SAID } from './recorded-call.ts';

const { refuses, keeps } = await openRecordedCall();

/** A label's JSON text inside an otherwise right body. */
const label = (json: string) => `{"speaker_labels": {"0": ${json}}}`;
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const bytes = (...parts: (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));

const refused: [name: string, body: string | Uint8Array, expected?: Partial<Expected>][] = [
  ['an empty body', '', { says: /empty/ }],
  ['white space', ' \n\t ', { says: /empty/ }],
  ['null', 'null', { says: /body must be an object/i }],
  ['a list', '[]', { says: /body must be an object/i }],
  ['a text', `"${SAID}"`, { says: /body must be an object/i }],
  ['a number', '1', { says: /body must be an object/i }],
  ['true', 'true', { says: /body must be an object/i }],
  ['a whole envelope', `{"status": "success", "data": {"duration": 5}}`, { says: /send the call itself/ }],
  ['a trailing comma', '{"duration": 5,}', { says: /line 1, column 16/ }],
  ['a comment', '{\n  // ours\n "duration": 5}', { says: /line 2, column 3/ }],
  ['single quotes', `{'file_name': '${SAID}'}`, { says: /line 1, column 2/ }],
  ['NaN', '{"duration": NaN}', { says: /line 1, column 14/ }],
  ['Infinity', '{"duration": -Infinity}', { says: /line 1/ }],
  ['a number with a leading zero', '{"duration": 01}', { says: /line 1, column 15/ }],
  ['a number with a plus', '{"duration": +1}', { says: /line 1, column 14/ }],
  ['a number that ends with its point', '{"duration": 1.}', { says: /line 1/ }],
  ['a hexadecimal number', '{"duration": 0x10}', { says: /line 1/ }],
  ['a raw line break in a text', `{"file_name": "${SAID}\n"}`, { says: /line 1, column 33/ }],
  ['an escape that JSON lacks', `{"file_name": "\\x41${SAID}"}`, { says: /line 1/ }],
  ['two documents', '{"duration": 5} {"duration": 6}', { says: /line 1, column 17/ }],
  ['a truncated document', `{"file_name": "${SAID}`, { says: /line 1/ }],
  ['a document that lacks its last brace', '{"duration": 5', { says: /line 1, column 15/ }],
  [
    'a text that imitates the words of a parser',
    'lily at position 5',
    { says: /: Expected a value at line 1, column 1$/ },
  ],
  ['a value that imitates the words of a parser', `{"a": x, "${SAID} in JSON at position 5"}`, { says: /column 7$/ }],
  ['a value that imitates the end of a document', '{"a": x "end of JSON input"}', { says: /column 7$/ }],
  ['a form', 'duration=5&file_name=x', { says: /line 1/ }],
  ['a byte that is not UTF-8', bytes('{"file_name": "a', 0xff, '"}'), { says: /UTF-8/ }],
  ['an overlong UTF-8 form', bytes('{"file_name": "', 0xc0, 0xaf, '"}'), { says: /UTF-8/ }],
  ['a surrogate in UTF-8', bytes('{"file_name": "', 0xed, 0xa0, 0x80, '"}'), { says: /UTF-8/ }],
  ['a cut UTF-8 character', bytes('{"file_name": "', 0xf0, 0x9f, '"}'), { says: /UTF-8/ }],
  ['UTF-16', Buffer.from('{"duration": 5}', 'utf16le')],
  ['gzip', bytes(0x1f, 0x8b, 0x08, 0, 0, 0)],
  ['half a surrogate pair in a value', '{"file_name": "\\ud83d"}', { at: '/file_name' }],
  ['half a surrogate pair in a label', label('["\\udc00"]'), { at: '/speaker_labels/0/0' }],
  ['half a surrogate pair in a key', '{"speaker_labels": {"\\ud83d": 1}}', { at: '/speaker_labels' }],
  ['a surrogate pair in the wrong order', label('"\\udd4a\\ud83d"'), { at: '/speaker_labels/0' }],
  ['NUL in a value', '{"file_name": "a\\u0000"}', { at: '/file_name' }],
  ['NUL deep in a label', label('{"a": ["\\u0000"]}'), { at: '/speaker_labels/0/a/0' }],
  ['NUL in a key', label('{"a\\u0000b": 1}'), { at: '/speaker_labels/0' }],
  ['NUL in an unknown field', '{"mood": "\\u0000"}', { at: '/mood' }],
  ['nesting of 33', `{"speaker_labels": {"0": ${nested(31)}}}`, { says: /32/ }],
  ['nesting of 33 in an unknown field', `{"mood": ${nested(32)}}`, { says: /32/ }],
  ['a number beyond every double in a label', label('[1e999]'), { at: '/speaker_labels/0/0' }],
  ['a number beyond every double in an unknown field', '{"mood": -1e999}', { at: '/mood' }],
  ['an integer in a label that would be rounded', label('9007199254740993'), { at: '/speaker_labels/0' }],
  ['an integer in a label that would be printed otherwise', label('12345678901234567168'), { at: '/speaker_labels/0' }],
  ['a number in a label that would become nothing', label('[1e-400]'), { at: '/speaker_labels/0/0' }],
  ['a number in a label that would become another', label('{"a": 3e-324}'), { at: '/speaker_labels/0/a' }],
  ['a field twice', '{"duration": 5, "duration": 6}', { at: '/duration', says: /twice/ }],
  ['a field twice, once in escapes', '{"duration": 5, "\\u0064uration": 5}', { at: '/duration' }],
  ['an unknown field twice', '{"mood": {"a": 1, "b": [], "a": 1}}', { at: '/mood/a' }],
  ['a label twice', '{"speaker_labels": {"A": "x", "B": "z", "A" : "y"}}', { at: '/speaker_labels/A' }],
  ['a key twice deep in a label', label('[{}, {"a:b": 1, "a:b": 1}]'), { at: '/speaker_labels/0/1/a:b' }],
  ['__proto__ as a field', '{"__proto__": {"x": 1}}', { at: '/__proto__' }],
  ['__proto__ as a label', '{"speaker_labels": {"__proto__": {"x": 1}}}', { at: '/speaker_labels/__proto__' }],
  ['__proto__ in escapes', '{"speaker_labels": {"\\u005f_proto_\\u005f": 1}}', { at: '/speaker_labels/__proto__' }],
  ['constructor.prototype', label('{"constructor": {"prototype": {"x": 1}}}'), { at: '/speaker_labels/0/constructor' }],
];

for (const [name, body, expected] of refused) {
  test(`${name} is refused`, async () => {
    await refuses({ body }, { status: 400, ...expected });
    assert.equal(({} as { x?: unknown }).x, undefined);
  });
}

const hostile: [name: string, body: string, says: RegExp][] = [
  ['a million open brackets', '['.repeat(1_000_000), /line 1, column/],
  ['a nesting of a million', label(nested(1_000_000)), /32/],
  ['a nesting of a million objects', label(`${'{"a":'.repeat(1_000_000)}1${'}'.repeat(1_000_000)}`), /32/],
  ['a nesting of a million after a number that would be rounded', `[9007199254740993, ${nested(1_000_000)}]`, /32/],
  ['a number of a million digits', label('9'.repeat(1_000_000)), /too large/],
];

for (const [name, body, says] of hostile) {
  // Work that grew with the square of it would not come to an end.
  test(`${name} is refused`, { timeout: 240_000 }, async () => {
    await refuses({ body }, { status: 400, says });
  });
}

const kept: [name: string, body: string, read?: object][] = [
  ['an emoji is kept', '{"file_name": "🕊"}'],
  ['an escaped surrogate pair is its character', '{"file_name": "\\ud83d\\udd4a"}', { file_name: '🕊' }],
  ['an escape character is kept', '{"file_name": "\\u001b[31mred"}'],
  ['U+FFFD that was sent is kept', '{"file_name": "\\ufffd"}'],
  ['noncharacters are kept', '{"file_name": "\\uffff\\ufdd0"}'],
  ['a nesting of 32 is kept', `{"speaker_labels": {"0": ${nested(30)}}}`],
  [
    'labels named as the methods of an object are kept',
    label('{"toString": 1, "hasOwnProperty": "x", "valueOf": null}'),
  ],
  ['a label named constructor is kept', '{"speaker_labels": {"constructor": "A", "prototype": "B"}}'],
  [
    'numbers that a double holds are kept',
    label(
      '[1e308, 5e-324, 0.1, 0.9923333333333333, 9007199254740992, 1e22, 12345678901234567000, 1000000000000000000000]',
    ),
  ],
  ['keys that look alike are others', label('{"a": 1, "A": 2, "a ": 3, "á": 4, "a\u0301": 5}')],
  ['the same key in several objects is kept', label('[{"a": 1}, {"a": {"a": 2}}]')],
  ['white space around the body is nothing', '\r\n\t {"duration": 7} \n'],
  [
    'unknown and read-only fields are ignored',
    '{"uuid": 5, "created_at": null, "mood": {"a": []}, "duration": 8}',
    { duration: 8 },
  ],
];

for (const [name, body, read = JSON.parse(body)] of kept) {
  test(name, async () => {
    await keeps({ body }, read);
  });
}

test('100,000 unknown fields change nothing', async () => {
  const unknown = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`unknown_${index}`, index]));
  const before = await keeps({ json: {} });
  assert.deepEqual(await keeps({ json: unknown }, {}), before);
});
