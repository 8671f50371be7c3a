import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Expected, openRecordedCall, SAID } from './recorded-call.ts';

const { refuses, keeps } = await openRecordedCall();

const refused: [name: string, body: string | object, expected: Partial<Expected>][] = [
  ['a duration that is text', { duration: '12' }, { at: '/duration', says: /integer.*string/ }],
  ['a duration that is empty text', { duration: '' }, { at: '/duration' }],
  ['a duration that is true', { duration: true }, { at: '/duration', says: /boolean/ }],
  ['a duration that is a list', { duration: [] }, { at: '/duration', says: /array/ }],
  ['a duration that is an object', { duration: {} }, { at: '/duration', says: /object/ }],
  ['a duration with a fraction', { duration: 1.5 }, { at: '/duration', says: /integer/ }],
  ['a duration beyond 32 bits', { duration: 2_147_483_648 }, { at: '/duration', says: /2147483647/ }],
  ['a negative duration', { duration: -1 }, { at: '/duration', says: /at least 0/ }],
  ['a duration beyond every double', '{"duration": 1e999}', { at: '/duration' }],
  ['a file_size beyond 2^53', '{"file_size": 9007199254740993}', { at: '/file_size' }],
  ['a file_size of 2^53', '{"file_size": 9007199254740992}', { at: '/file_size', says: /9007199254740991/ }],
  ['a file_size of 2^63 written with a fraction', '{"file_size": 9223372036854775807.0}', { at: '/file_size' }],
  ['a file_size that is text', { file_size: '1' }, { at: '/file_size' }],
  ['a negative file_size', { file_size: -1 }, { at: '/file_size' }],
  ['is_fully_labelled as text', { is_fully_labelled: 'true' }, { at: '/is_fully_labelled', says: /boolean.*string/ }],
  ['is_fully_labelled as 1', { is_fully_labelled: 1 }, { at: '/is_fully_labelled' }],
  ['is_fully_labelled as 0', { is_fully_labelled: 0 }, { at: '/is_fully_labelled' }],
  ['a file_name that is a number', { file_name: 5 }, { at: '/file_name' }],
  ['a file_name of 1025 characters', { file_name: SAID.padEnd(1025, 'x') }, { at: '/file_name', says: /1024/ }],
  ['a file_name of 1025 accents', { file_name: `e${'\u0301'.repeat(1024)}` }, { at: '/file_name', says: /1024/ }],
  ['a file_format of 256 characters', { file_format: SAID.padEnd(256, 'x') }, { at: '/file_format', says: /255/ }],
  ['a file_path of 4097 characters', { file_path: SAID.padEnd(4097, 'x') }, { at: '/file_path', says: /4096/ }],
  ['a started_at without an offset', { started_at: '2026-11-30T09:14:00' }, { at: '/started_at', says: /RFC 3339/ }],
  ['a started_at that is a day', { started_at: '2026-11-30' }, { at: '/started_at' }],
  ['a started_at that is a number', { started_at: 1_764_494_040 }, { at: '/started_at' }],
  ['a started_at on a day that does not exist', { started_at: '2026-02-30T09:14:00Z' }, { at: '/started_at' }],
  ['a started_at at a minute of 61 seconds', { started_at: '2026-06-30T23:59:60Z' }, { at: '/started_at' }],
  ['a started_at finer than microseconds', { started_at: '2026-11-30T09:14:00.1234567Z' }, { at: '/started_at' }],
  ['a started_at before there were telephones', { started_at: '0001-01-01T00:00:00+05:00' }, { at: '/started_at' }],
  ['a started_at with a blank for its T', { started_at: '2026-11-30 09:14:00Z' }, { at: '/started_at' }],
  ['a direction of another word', { direction: 'inbound' }, { at: '/direction', says: /incoming, outgoing, internal/ }],
  ['a direction that is empty', { direction: '' }, { at: '/direction' }],
  ['a number that is a number', { from: 5_550_123 }, { at: '/from' }],
  ['a number of 256 characters', { to: SAID.padEnd(256, '5') }, { at: '/to', says: /255/ }],
  ['a title of 256 characters', { title: SAID.padEnd(256, 'x') }, { at: '/title', says: /255/ }],
  ['an answered_by that is a list', { answered_by: ['Nora'] }, { at: '/answered_by' }],
  ['a source_call_id that is a number', { source_call_id: 17 }, { at: '/source_call_id' }],
  ['one wrong field among right ones', { file_name: SAID, duration: 5, file_size: '7' }, { at: '/file_size' }],
];

for (const [name, body, expected] of refused) {
  test(`${name} is refused`, async () => {
    await refuses(typeof body === 'string' ? { body } : { json: body }, { status: 400, ...expected });
  });
}

const kept: [name: string, body: string | object, read?: object][] = [
  ['a whole duration written with a fraction is that duration', '{"duration": 12.0}', { duration: 12 }],
  ['a duration in exponent form is that duration', '{"duration": 1.2e1}', { duration: 12 }],
  ['a duration of 2^31 - 1 is kept', { duration: 2_147_483_647 }],
  ['a duration of 0 is kept', { duration: 0 }],
  ['a file_size of 2^53 - 1 comes back digit for digit', { file_size: 9_007_199_254_740_991 }],
  ['an empty file_name is empty, not absent', { file_name: '' }],
  ['an empty file_path and file_format are empty, not absent', { file_path: '', file_format: '' }],
  ['a file_name with line breaks and quotes is data', { file_name: 'a"b\'\r\nSet-Cookie: x=1' }],
  ['a file_name that climbs folders is data', { file_name: '../../etc/passwd' }],
  ['a file_name in Chinese is data', { file_name: '第一通电话.mp3' }],
  ['a file_name with a right-to-left override is data', { file_name: 'call\u202Egpm.exe' }],
  ['a file_name is counted in characters, not in UTF-16 units', { file_name: '🕊'.repeat(1024) }],
  ['a file_name in decomposed form is not composed', { file_name: 'Ame\u0301lie.mp3' }],
  ['a file_name keeps its outer spaces', { file_name: '  a  ' }],
  ['a file_format with a script is data', { file_format: '<script>alert(1)</script>' }],
  ['a file_path that climbs folders is data', { file_path: '../../../etc/shadow' }],
  ['a file_path with the file scheme is data', { file_path: 'file:///etc/passwd' }],
  ['a file_path of a cloud metadata service is data', { file_path: 'http://169.254.169.254/latest/meta-data/' }],
  ['a file_path with SQL is data', { file_path: "'; drop table calls; --" }],
  [
    'a started_at is answered in UTC',
    { started_at: '2026-11-30T23:30:00-05:00' },
    { started_at: '2026-12-01T04:30:00.000000Z' },
  ],
  ['a started_at keeps its microseconds', { started_at: '2026-11-30T09:14:00.123456Z' }],
  ['a number that is none is kept', { from: 'anonymous' }, { from: 'anonymous', from_e164: null }],
  [
    'a number is kept as it was given, with E.164 beside it',
    { from: '(212) 555-0123', to: '+44 20 7946 0018' },
    { from: '(212) 555-0123', from_e164: '+12125550123', to: '+44 20 7946 0018', to_e164: '+442079460018' },
  ],
  ['a local number has no E.164: its area is not guessed', { to: '555-0123' }, { to: '555-0123', to_e164: null }],
  ['what is derived cannot be written', { from: '555', from_e164: '+12125550123' }, { from: '555', from_e164: null }],
  ['an empty title is empty, not absent', { title: '' }],
  ['a title with a script is data', { title: '<script>alert(1)</script>' }],
  ['a file_path at its longest is kept', { file_path: 'p'.repeat(4096) }],
];

for (const [name, body, read] of kept) {
  test(name, async () => {
    await keeps(typeof body === 'string' ? { body } : { json: body }, read);
  });
}

const nulls = ['duration', 'file_format', 'file_name', 'file_path', 'file_size', 'is_fully_labelled'];
const facts = ['started_at', 'direction', 'from', 'to', 'answered_by', 'title', 'source_call_id'];
for (const field of [...nulls, ...facts, 'speaker_labels', 'provider_metadata', 'transcript']) {
  test(`${field} as null leaves it as it is`, async () => {
    const { data, etag } = await keeps({ json: {} });
    assert.deepEqual(await keeps({ json: { [field]: null } }, {}), { data, etag });
  });
}
