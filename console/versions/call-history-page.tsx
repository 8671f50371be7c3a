import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { callQuery } from '../api/calls.ts';
import { pharos } from '../api/pharos.ts';
import { titleOf } from '../naming/call-title.ts';
import { useLocale } from '../texts/texts.tsx';
import { Confirm } from '../ui/forms/confirm.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { CallChanges } from './call-changes.tsx';
import { History } from './history.tsx';
import { pairOf } from './pair.ts';
import { callVersions } from './queries.ts';

const route = getRouteApi('/app/calls/$call_uuid/history');

/** Every state that a call had, what differs between two of them, and the way back to any. */
export const CallHistoryPage = () => {
  const { texts, formats } = useLocale();
  const { versions } = texts;
  const { call_uuid } = route.useParams();
  const navigate = route.useNavigate();
  const { data: reply } = useSuspenseQuery(callQuery(call_uuid));
  const list = useSuspenseInfiniteQuery(callVersions(call_uuid));
  const newest = list.data.pages[0]?.items[0]?.version ?? 1;
  const pair = pairOf(route.useSearch(), newest);
  const if_match = reply.etag ?? undefined;
  const show = (from: number, to: number) =>
    navigate({ search: { from: String(from), to: String(to) }, resetScroll: false });
  // What was shown was of the versions before; then the newest is, with what it changed.
  const done = () => void navigate({ search: {} });
  const restore = useChange((version: number) => pharos.calls.restoreVersion({ call_uuid, version, if_match }), {
    kind: 'call_restored',
    done,
  });
  const original = useChange(() => pharos.calls.restoreTranscript({ call_uuid, if_match }), {
    kind: 'call_restored',
    done,
  });
  const title = titleOf(reply.data, texts, formats);
  return (
    <History
      name={title}
      crumbs={versions.of_call}
      link={
        <Link to="/calls/$call_uuid" params={{ call_uuid }}>
          {title}
        </Link>
      }
      tools={
        reply.data.transcript && (
          <Confirm
            label={versions.original}
            question={versions.original_ask}
            yes={versions.original}
            change={original}
            onYes={() => original.run(undefined)}
          />
        )
      }
      list={list}
      pair={pair}
      newest={newest}
      onShow={show}
      restore={restore}
      changes={pair && <CallChanges call_uuid={call_uuid} from={pair.from} to={pair.to} />}
    />
  );
};
