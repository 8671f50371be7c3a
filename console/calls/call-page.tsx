import type { Reply } from '@pharos/client/methods.ts';
import type { Call } from '@pharos/contract/calls.ts';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { callQuery, labelsQuery } from '../api/calls.ts';
import { useMayWrite } from '../api/me.ts';
import { pharos } from '../api/pharos.ts';
import { queries } from '../api/query-client.ts';
import { markStale } from '../api/stale.ts';
import { peopleQuery } from '../api/users.ts';
import { titleOf } from '../naming/call-title.ts';
import { useFormats, useTexts } from '../texts/texts.tsx';
import { wordAt } from '../transcript/turns.ts';
import { nameOf, suggestionsOf } from '../transcript/voices.ts';
import { useSettled } from '../ui/use-settled.ts';
import { useTitle } from '../ui/use-title.ts';
import { useVisited } from '../ui/visited.ts';
import { CallBar } from './call-bar.tsx';
import { CallHeader } from './call-header.tsx';
import styles from './call-page.module.css';
import { createWorkspace, followWords, WorkspaceProvider } from './call-workspace.ts';
import { useKeys } from './keyboard.ts';
import { Conflict, Keys } from './lazy-panels.tsx';
import { endClips } from './player/end-clips.ts';
import { followHeard } from './player/play-from-cursor.ts';
import { Player } from './player/player.tsx';
import { createPlayhead, timeOf } from './playhead.ts';
import { PrintedCall } from './print/printed-call.tsx';
import { headHeight } from './publish-height.ts';
import type { CallApi } from './saving/call-state.ts';
import { createCallStore } from './saving/call-store.ts';
import { Leaving } from './saving/leaving-panel.tsx';
import { takeInChanges } from './saving/take-in-changes.ts';
import { Sidebar } from './sidebar.tsx';
import { prepareNameField } from './voices/name-field.tsx';
import { SplitBar } from './voices/split-bar.tsx';
import { WhoseCall } from './whose-call.tsx';
import { Transcript } from './words/transcript.tsx';

const route = getRouteApi('/app/calls/$call_uuid');

export const CallPage = () => {
  const { call_uuid } = route.useParams();
  // Another call has its own changes and its own place.
  return <OneCall key={call_uuid} call_uuid={call_uuid} />;
};

const OneCall = ({ call_uuid }: { call_uuid: string }) => {
  const texts = useTexts();
  const { data: reply } = useSuspenseQuery(callQuery(call_uuid));
  const may_write = useMayWrite();
  const [store] = useState(() => createCallStore(reply, apiOf(call_uuid)));
  const [playhead] = useState(() => createPlayhead(timeOf(location.hash)));
  const workspace = useMemo(() => createWorkspace(store, playhead, may_write), [store, playhead, may_write]);
  const [keys_asked, setKeysAsked] = useState(0);
  const find = useRef<HTMLInputElement>(null);
  const more = useMemo(
    () => ({ keys: () => setKeysAsked((before) => before + 1), find: () => find.current?.focus() }),
    [],
  );
  useKeys(workspace, more);
  useNames(workspace, reply.data.case_uuid, call_uuid);
  useEffect(prepareNameField, []);
  useEffect(() => followWords(workspace), [workspace]);
  useEffect(() => takeInChanges(store, call_uuid), [store, call_uuid]);
  useEffect(() => endClips(workspace), [workspace]);
  useEffect(() => followHeard(workspace), [workspace]);
  const title = titleOf(reply.data, texts, useFormats());
  useTitle(title);
  useVisited(`/calls/${call_uuid}`, title);

  useEffect(() => {
    const go = () => {
      const at_ms = timeOf(location.hash);
      if (at_ms === null) return;
      const word = wordAt(workspace.reading().draft.words, at_ms);
      workspace.cursor.set({ word, anchor: null, on_word: true });
      workspace.sound.seek(at_ms);
      workspace.show(word, { centred: true });
    };
    go();
    addEventListener('hashchange', go);
    return () => removeEventListener('hashchange', go);
  }, [workspace]);

  return (
    <WorkspaceProvider value={workspace}>
      <div className={styles.page} data-call="">
        <div className={styles.head} ref={headHeight}>
          <div className={styles.lines}>
            <CallHeader title={title} />
            <CallBar find={find} keys={more.keys} call_uuid={call_uuid} />
          </div>
          <Player title={title} />
        </div>
        <div className={styles.body}>
          <div className={styles.reading}>
            <WhoseCall />
            <Leaving />
            <Conflict />
            <Transcript />
            <SplitBar />
          </div>
          <Sidebar call_uuid={call_uuid} case_uuid={reply.data.case_uuid} />
        </div>
        <Keys asked={keys_asked} />
      </div>
      <PrintedCall title={title} />
    </WorkspaceProvider>
  );
};

/** Asks the server, and lets the other pages know that what they have of the call has had its time. */
const apiOf = (call_uuid: string): CallApi => {
  const keep = (answer: Reply<Call>) => {
    queries.setQueryData(callQuery(call_uuid).queryKey, answer);
    void markStale('call_edit', { later: true });
    void markStale('naming');
    return answer;
  };
  return {
    put: async (body, if_match) => keep(await pharos.calls.update({ call_uuid, body, if_match })),
    get: async () => keep(await pharos.calls.get({ call_uuid })),
    authors: async (etag) => {
      const after = Number(/\d+/.exec(etag ?? '')?.[0] ?? 0);
      const { data } = await pharos.calls.versions({ call_uuid, limit: 50 });
      return [...new Set(data.items.flatMap((one) => (one.version > after ? one.created_by : [])))];
    },
  };
};

/** Keeps the offered names: people of the case's other calls, of this one, the roles, and the people of the home. */
const useNames = (workspace: ReturnType<typeof createWorkspace>, case_uuid: string, call_uuid: string) => {
  const { calls } = useTexts();
  const { data } = useQuery(labelsQuery(case_uuid));
  const { data: people } = useQuery({ ...peopleQuery, enabled: useSettled() && workspace.may_write });
  useEffect(() => {
    const staff = [...(people?.values() ?? [])].flatMap(({ name, deactivated_at }) =>
      name?.trim() && !deactivated_at ? name.trim() : [],
    );
    const update = () => {
      const elsewhere = (data ?? [])
        .filter(({ uuid }) => uuid !== call_uuid)
        .flatMap(({ speaker_labels }) => Object.values(speaker_labels).map(nameOf))
        .filter((name) => name !== null);
      const here = workspace.reading().voices.flatMap(({ name }) => name ?? []);
      const names = suggestionsOf(here, elsewhere, calls.roles, staff);
      if (names.join('\n') !== workspace.names.get().join('\n')) workspace.names.set(names);
    };
    update();
    return workspace.store.subscribe(update);
  }, [workspace, data, people, call_uuid, calls]);
};
