import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { callQuery } from '../calls/queries.ts';
import { titleOf } from '../calls/title.ts';
import { Confirm } from '../forms/confirm.tsx';
import { useChange } from '../forms/use-change.ts';
import { useMayWrite } from '../me/me.ts';
import { Needs } from '../settings/section.tsx';
import { pharos } from '../shell/pharos.ts';
import { useTitle } from '../shell/use-title.ts';
import { useSpoken } from '../texts/texts.tsx';
import { CallChanges } from './call-changes.tsx';
import { HistoryBody } from './history-body.tsx';
import { pairOf } from './pair.ts';
import { callVersions } from './queries.ts';
import '../today/today.css';
import '../cases/cases.css';
import './versions.css';

const route = getRouteApi('/house/calls/$call_uuid/history');

/** Every state that a call had, what differs between two of them, and the way back to any. */
export const CallHistoryPage = () => {
  const { texts, formats } = useSpoken();
  const { history } = texts;
  const { call_uuid } = route.useParams();
  const navigate = route.useNavigate();
  const { data: reply } = useSuspenseQuery(callQuery(call_uuid));
  const list = useSuspenseInfiniteQuery(callVersions(call_uuid));
  const newest = list.data.pages[0]?.items[0]?.version ?? 1;
  const pair = pairOf(route.useSearch(), newest);
  const may_write = useMayWrite();
  const if_match = reply.etag ?? undefined;
  const stale = [['call', call_uuid], ['call versions', call_uuid], ['case', reply.data.case_uuid], ['today']];
  const show = (from: number, to: number) =>
    navigate({ search: { from: String(from), to: String(to) }, resetScroll: false });
  // What was shown was of the versions before; then the newest is, with what it changed.
  const done = () => void navigate({ search: {} });
  const restore = useChange((version: number) => pharos.calls.restoreVersion({ call_uuid, version, if_match }), {
    stale,
    done,
  });
  const original = useChange(() => pharos.calls.restoreTranscript({ call_uuid, if_match }), { stale, done });
  const title = titleOf(reply.data, texts, formats);
  useTitle(`${history.title} · ${title}`);
  return (
    <div className="page history">
      <header>
        <nav aria-label={history.of_call} className="crumbs">
          <Link to="/calls/$call_uuid" params={{ call_uuid }}>
            {title}
          </Link>
        </nav>
        <h1>{history.title}</h1>
        <p className="lead">{history.lead}</p>
      </header>
      {may_write ? (
        reply.data.transcript && (
          <Confirm
            label={history.original}
            question={history.original_ask}
            yes={history.original}
            change={original}
            onYes={() => original.run(undefined)}
          />
        )
      ) : (
        <Needs level="member" what={history.restore_needs} />
      )}
      <HistoryBody
        list={list}
        pair={pair}
        newest={newest}
        onShow={show}
        restore={may_write ? restore : null}
        changes={pair && <CallChanges call_uuid={call_uuid} from={pair.from} to={pair.to} />}
      />
    </div>
  );
};
