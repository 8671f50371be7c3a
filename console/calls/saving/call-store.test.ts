import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PharosError } from '@pharos/client/error.ts';
import type { Reply } from '@pharos/client/methods.ts';
import type { Call, CallUpdate } from '@pharos/contract/calls.ts';
import { RETRY_AFTER, SameVersionRefused } from '../../api/failures.ts';
import { say } from '../words/words.fixture.ts';
import { createCallStore } from './call-store.ts';
import { mergeDrafts } from './conflict.ts';
import { correct, nameVoice } from './draft.ts';
import { keepSaving } from './keep-saving.ts';

const call = {
  is_fully_labelled: false,
  speaker_labels: {},
  speaker_sides: {},
  transcript: { source: 'manual', words: [...say('good morning', 'A'), ...say('hello', 'B', 2000)] },
} as unknown as Call;

/** A call that two people may change, in memory: what a PUT and its If-Match mean is the server's tests' matter. */
const openStore = () => {
  let [version, current] = [1, call];
  const puts: CallUpdate[] = [];
  let down: 'no' | 'before' | 'after' | 'refused' | 'signed out' | 'altered' = 'no';
  let asked = 0;
  const reply = (): Reply<Call> => ({
    data: structuredClone(current),
    message: null,
    request_id: null,
    etag: `"${version}"`,
  });
  const change = (body: CallUpdate) => {
    current = { ...current, ...body } as Call;
    version++;
  };
  const store = createCallStore(reply(), {
    get: async () => reply(),
    authors: async () => ['carol'],
    put: async (body, if_match) => {
      asked++;
      if (down === 'before') throw new TypeError('fetch failed');
      if (down === 'refused') throw new PharosError(new Response(null, { status: 404 }), {});
      if (down === 'signed out') throw new PharosError(new Response(null, { status: 401 }), {});
      if (down === 'altered') throw new PharosError(new Response(null, { status: 412 }), {});
      if (if_match !== `"${version}"`) throw new PharosError(new Response(null, { status: 412 }), {});
      puts.push(body);
      change(structuredClone(body));
      if (down === 'after') throw new TypeError('fetch failed');
      return reply();
    },
  });
  const settled = async () => {
    while (store.get().saving) await new Promise((resolve) => setImmediate(resolve));
  };
  const cut = (when: typeof down) => {
    down = when;
  };
  return { store, puts, change, settled, cut, current: () => current, asked: () => asked };
};

test('changes that come while one is being saved go together in the next', async () => {
  const { store, puts, settled, current } = openStore();
  store.edit((draft) => nameVoice(draft, 'A', 'Nora'));
  store.edit((draft) => nameVoice(draft, 'B', 'Anna'));
  store.edit((draft) => correct(draft, 2, 3, 'hello there'));
  await settled();
  assert.equal(puts.length, 2);
  assert.deepEqual(current().speaker_labels, { A: 'Nora', B: 'Anna' });
  assert.equal(current().is_fully_labelled, true);
  assert.equal(store.get().draft, store.get().saved);
});

test('undo and redo are saved like everything else', async () => {
  const { store, settled, current } = openStore();
  store.edit((draft) => nameVoice(draft, 'A', 'Nora'));
  await settled();
  store.undo();
  await settled();
  assert.deepEqual(current().speaker_labels, {});
  store.redo();
  await settled();
  assert.deepEqual(current().speaker_labels, { A: 'Nora' });
  store.redo();
  assert.equal(store.get().future.length, 0);
});

test('changes of two people that do not meet are merged without a question, and it is told whose they are', async () => {
  const { store, change, settled, current } = openStore();
  change({ speaker_labels: { B: 'Carol' } });
  store.edit((draft) => nameVoice(draft, 'A', 'Nora'));
  store.edit((draft) => correct(draft, 2, 3, 'hello there'));
  await settled();
  const { theirs, trouble, merged, draft, saved } = store.get();
  assert.deepEqual([theirs, trouble, draft === saved], [null, null, true]);
  assert.deepEqual(current().speaker_labels, { B: 'Carol', A: 'Nora' });
  assert.equal(current().transcript?.words.length, 4);
  assert.equal(current().is_fully_labelled, true);
  const named = { kind: 'label', id: 'B', before: null, theirs: 'Carol', yours: null };
  assert.deepEqual([merged?.by, merged?.differences], [['carol'], [named]]);
  store.undo();
  await settled();
  assert.deepEqual(current().speaker_labels, { B: 'Carol' });
});

test("where both changed the same, somebody else's is shown, and nothing is overwritten until a way is chosen", async () => {
  const { store, puts, change, settled, current } = openStore();
  change({ speaker_labels: { A: 'Carol' } });
  store.edit((draft) => nameVoice(draft, 'A', 'Nora'));
  await settled();
  const { theirs } = store.get();
  assert.deepEqual([theirs?.reply.data.speaker_labels, theirs?.by], [{ A: 'Carol' }, ['carol']]);
  store.edit((draft) => correct(draft, 2, 3, 'hello there'));
  await settled();
  assert.deepEqual([puts.length, current().speaker_labels], [0, { A: 'Carol' }]);

  store.resolve(mergeDrafts);
  await settled();
  assert.deepEqual(current().speaker_labels, { A: 'Nora' });
  assert.equal(current().transcript?.words.length, 4);
  store.undo();
  await settled();
  assert.deepEqual(current().speaker_labels, { A: 'Carol' });
});

test("words of somebody else's wait until nothing is written among those that are there", async () => {
  const { store, change, settled, current } = openStore();
  let busy = true;
  store.holdWhile(() => busy);
  change({ transcript: { source: 'manual', words: [...say('good evening', 'A'), ...say('hello', 'B', 2000)] } });
  store.edit((draft) => nameVoice(draft, 'A', 'Nora'));
  await settled();
  const { is_held, draft, trouble } = store.get();
  assert.deepEqual([is_held, draft.words[1]?.text, trouble], [true, 'morning', null]);
  assert.deepEqual(current().speaker_labels, {});
  busy = false;
  store.release();
  await settled();
  assert.deepEqual([current().speaker_labels, store.get().draft.words[1]?.text], [{ A: 'Nora' }, 'evening']);
});

test('a name of somebody else leaves the words as they are, whatever is written among them', async () => {
  const { store, change, settled, current } = openStore();
  store.holdWhile(() => true);
  const { words } = store.get().draft;
  change({ speaker_labels: { B: 'Carol' } });
  store.edit((draft) => nameVoice(draft, 'A', 'Nora'));
  await settled();
  assert.deepEqual(current().speaker_labels, { A: 'Nora', B: 'Carol' });
  assert.equal(store.get().draft.words, words);
});

test('a save that is refused though nobody has changed the call ends, and is told', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { store, settled, cut, asked, current } = openStore();
  const stop = keepSaving(store);
  cut('altered');
  store.edit((draft) => nameVoice(draft, 'A', 'Nora'));
  await settled();
  assert.ok(store.get().trouble instanceof SameVersionRefused);
  const before = asked();
  assert.ok(before <= 3);
  t.mock.timers.tick(RETRY_AFTER * 2);
  await settled();
  assert.equal(asked(), before);
  cut('no');
  await store.again();
  assert.deepEqual(current().speaker_labels, { A: 'Nora' });
  stop();
});

test('whoever is signed out is not asked for again until they have signed in', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { store, settled, cut, asked, current } = openStore();
  const stop = keepSaving(store);
  cut('signed out');
  store.edit((draft) => nameVoice(draft, 'A', 'Nora'));
  await settled();
  t.mock.timers.tick(RETRY_AFTER * 5);
  await settled();
  assert.equal(asked(), 1);
  cut('no');
  await store.again();
  assert.deepEqual(current().speaker_labels, { A: 'Nora' });
  stop();
});

test('to leave the call as they have it drops what was not saved', async () => {
  const { store, puts, change, settled, current } = openStore();
  change({ speaker_labels: { A: 'Carol' } });
  store.edit((draft) => nameVoice(draft, 'A', 'Nora'));
  await settled();
  store.resolve('theirs');
  await settled();
  assert.deepEqual([puts.length, current().speaker_labels], [0, { A: 'Carol' }]);
  assert.deepEqual(store.get().draft.speaker_labels, { A: 'Carol' });
});

test('what could not be sent stays, and goes when it is tried again', async () => {
  const { store, settled, cut, current } = openStore();
  cut('before');
  store.edit((draft) => nameVoice(draft, 'A', 'Nora'));
  await settled();
  assert.ok(store.get().trouble instanceof TypeError);
  assert.equal(store.get().draft.speaker_labels.A, 'Nora');
  cut('no');
  await store.save();
  assert.deepEqual(current().speaker_labels, { A: 'Nora' });
  assert.equal(store.get().trouble, null);
});

test('what could not be sent is tried again by itself, and told as not saved until it is', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { store, settled, cut, current, asked } = openStore();
  const stop = keepSaving(store);
  const told: boolean[] = [];
  cut('before');
  store.edit((draft) => nameVoice(draft, 'A', 'Nora'));
  await settled();
  store.subscribe(() => told.push(store.get().trouble !== null));
  for (const tried of [2, 3]) {
    t.mock.timers.tick(RETRY_AFTER);
    await settled();
    assert.equal(asked(), tried);
  }
  assert.ok(told.length > 0 && told.every(Boolean));
  cut('no');
  t.mock.timers.tick(RETRY_AFTER);
  await settled();
  assert.deepEqual([current().speaker_labels, store.get().trouble], [{ A: 'Nora' }, null]);

  cut('before');
  store.edit((draft) => nameVoice(draft, 'B', 'Anna'));
  await settled();
  stop();
  const before = asked();
  t.mock.timers.tick(RETRY_AFTER * 2);
  await settled();
  assert.equal(asked(), before);
});

test('what the server refuses for good is not tried again by itself', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { store, settled, cut, asked } = openStore();
  const stop = keepSaving(store);
  cut('refused');
  store.edit((draft) => nameVoice(draft, 'A', 'Nora'));
  await settled();
  t.mock.timers.tick(RETRY_AFTER * 2);
  await settled();
  assert.equal(asked(), 1);
  stop();
});

test('words that the server has by itself are shown, unless something of the call was changed here meanwhile', async () => {
  const { store, change, settled, cut, current } = openStore();
  const words = say('put into words', 'A');
  change({ transcript: { source: 'deepgram', words } });
  await store.refresh();
  assert.deepEqual([store.get().draft.words, store.get().draft.source], [words, 'deepgram']);
  store.edit((draft) => nameVoice(draft, 'A', 'Nora'));
  await settled();
  assert.deepEqual([current().speaker_labels, store.get().theirs], [{ A: 'Nora' }, null]);
  cut('before');
  store.edit((draft) => nameVoice(draft, 'A', 'Anna'));
  await settled();
  change({ transcript: { source: 'deepgram', words: say('and again', 'A') } });
  await store.refresh();
  assert.deepEqual([store.get().draft.words, store.get().draft.speaker_labels], [words, { A: 'Anna' }]);
});

test('a save whose answer was lost is no conflict', async () => {
  const { store, puts, settled, cut, current } = openStore();
  cut('after');
  store.edit((draft) => nameVoice(draft, 'A', 'Nora'));
  await settled();
  cut('before');
  store.edit((draft) => nameVoice(draft, 'B', 'Anna'));
  await settled();
  assert.ok(store.get().trouble);
  cut('no');
  await store.save();
  assert.deepEqual([store.get().theirs, store.get().trouble, puts.length], [null, null, 2]);
  assert.deepEqual(current().speaker_labels, { A: 'Nora', B: 'Anna' });
});

test('a newer version with the same words and names is no conflict', async () => {
  const { store, change, settled, current } = openStore();
  change({ file_name: 'Morning.wav', duration: 60 });
  store.edit((draft) => nameVoice(draft, 'A', 'Nora'));
  await settled();
  assert.equal(store.get().theirs, null);
  assert.deepEqual([current().speaker_labels, current().file_name], [{ A: 'Nora' }, 'Morning.wav']);
});
