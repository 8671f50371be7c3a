import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { caseAloneQuery } from '../api/cases.ts';
import { useObservable } from '../api/use-observable.ts';
import { personOf } from '../naming/person.ts';
import { useFormats, useTexts } from '../texts/texts.tsx';
import { Crumbs } from '../ui/crumbs.tsx';
import { CallFacts } from './call-facts.tsx';
import styles from './call-header.module.css';
import { CallTitle } from './call-title.tsx';
import { useReading, useWorkspace } from './call-workspace.ts';
import { goToDoubt, goToUnnamed } from './cursor.ts';

/** Header of a call: its case, its title and its facts. */
export const CallHeader = ({ title }: { title: string }) => {
  const texts = useTexts();
  const { calls, cases } = texts;
  const formats = useFormats();
  const workspace = useWorkspace();
  const { unnamed, voices, doubtful, draft } = useReading();
  const call = useObservable(workspace.store, (state) => state.call);
  const { data } = useQuery(caseAloneQuery(call.case_uuid));
  const person = data ? personOf(data.data.case, texts) : '…';
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <Crumbs label={cases.title}>
          <Link to="/cases/$case_uuid" params={{ case_uuid: call.case_uuid }} preload={false}>
            {person}
          </Link>{' '}
          <span aria-hidden="true">›</span>
        </Crumbs>
        <CallTitle title={title} />
      </div>
      <div className={styles.facts}>
        <CallFacts call={call} source={draft.source} />
        {unnamed.length > 0 && (
          <button type="button" className="chip lamp" onClick={() => goToUnnamed(workspace)}>
            {calls.speakers_to_name(unnamed.length)}
          </button>
        )}
        {voices.length > 0 && unnamed.length === 0 && <Named />}
        {doubtful > 0 && (
          <button type="button" className="chip" onClick={() => goToDoubt(workspace, 1)}>
            {calls.words_to_check(doubtful)}
          </button>
        )}
        <Link
          to="/calls/$call_uuid/history"
          params={{ call_uuid: call.uuid }}
          className={`${styles.changed} soft`}
          preload={false}
        >
          {calls.changed(formats.moment(call.updated_at))} · {texts.versions.open}
        </Link>
      </div>
    </header>
  );
};

/** Button that marks a call as fully labelled, once every speaker has a name and all is saved. */
const Named = () => {
  const { calls } = useTexts();
  const { store, may_write } = useWorkspace();
  const open = useObservable(
    store,
    ({ call, draft, saved, saving }) => !call.is_fully_labelled && !saving && draft === saved,
  );
  if (!open || !may_write) return <span className="chip">{calls.all_named}</span>;
  return (
    <button type="button" className="chip lamp" onClick={() => void store.save()}>
      {calls.mark_all_named}
    </button>
  );
};
