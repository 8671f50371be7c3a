import { useQuery, useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { caseAloneQuery } from '../api/cases.ts';
import { pharos } from '../api/pharos.ts';
import { personOf } from '../naming/person.ts';
import { useTexts } from '../texts/texts.tsx';
import { troubleOf } from '../ui/forms/trouble.ts';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { Loading } from '../ui/loading.tsx';
import { FieldChanges } from './field-changes.tsx';
import { History } from './history.tsx';
import { pairOf } from './pair.ts';
import { caseDiff, caseVersions } from './queries.ts';

const route = getRouteApi('/app/cases/$case_uuid/history');

/** Every state that a case had. Its calls have histories of their own. */
export const CaseHistoryPage = () => {
  const texts = useTexts();
  const { versions } = texts;
  const { case_uuid } = route.useParams();
  const navigate = route.useNavigate();
  const { data: reply } = useSuspenseQuery(caseAloneQuery(case_uuid));
  const list = useSuspenseInfiniteQuery(caseVersions(case_uuid));
  const newest = list.data.pages[0]?.items[0]?.version ?? 1;
  const pair = pairOf(route.useSearch(), newest);
  const restore = useChange(
    (version: number) => pharos.cases.restoreVersion({ case_uuid, version, if_match: reply.etag ?? undefined }),
    {
      kind: 'case_restored',
      done: () => void navigate({ search: {} }),
    },
  );
  const show = (from: number, to: number) =>
    navigate({ search: { from: String(from), to: String(to) }, resetScroll: false });
  const person = personOf(reply.data.case, texts);
  return (
    <History
      name={person}
      crumbs={versions.of_case}
      link={
        <Link to="/cases/$case_uuid" params={{ case_uuid }}>
          {person}
        </Link>
      }
      list={list}
      pair={pair}
      newest={newest}
      onShow={show}
      restore={restore}
      changes={pair && <CaseChanges case_uuid={case_uuid} from={pair.from} to={pair.to} />}
    />
  );
};

const CaseChanges = ({ case_uuid, from, to }: { case_uuid: string; from: number; to: number }) => {
  const texts = useTexts();
  const { data, error, refetch } = useQuery(caseDiff(case_uuid, from, to));
  if (error) return <TroubleNotice trouble={troubleOf(error, texts)} again={refetch} />;
  if (!data) return <Loading />;
  if (data.fields.length === 0) return <p className="soft">{texts.versions.same}</p>;
  return <FieldChanges changes={data.fields} />;
};
