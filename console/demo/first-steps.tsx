import { Link } from '@tanstack/react-router';
import { useMayWrite, useReaches } from '../api/me.ts';
import { pharos } from '../api/pharos.ts';
import { useTexts } from '../texts/texts.tsx';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { Needs } from '../ui/section.tsx';
import styles from './first-steps.module.css';
import { RemoveDemo } from './remove-demo.tsx';

/** Introduction of a new installation: how to begin, or a note about the sample data as long as there is nothing else. */
export const FirstSteps = ({ is_empty, is_demo }: { is_empty: boolean; is_demo: boolean }) => {
  if (is_empty) return <Begin />;
  return is_demo ? <SampleData /> : null;
};

const Begin = () => {
  const { demo, cases } = useTexts();
  const may_write = useMayWrite();
  return (
    <section className={`${styles.steps} card off-paper`} aria-labelledby="begin">
      <h2 id="begin">{demo.begin}</h2>
      <p>{demo.begin_how}</p>
      {may_write ? (
        <div className="row">
          <Link to="/cases" hash="new" className="button first">
            {cases.create}
          </Link>
          <AddDemo />
        </div>
      ) : (
        <Needs level="member" what={demo.begin_needs} />
      )}
      <p className="soft">{demo.begin_api}</p>
    </section>
  );
};

const AddDemo = () => {
  const { demo } = useTexts();
  const may_add = useReaches('admin');
  const { run, busy, trouble } = useChange(() => pharos.demo.add(), { kind: 'demo' });
  if (!may_add) return null;
  return (
    <>
      <button type="button" className="button" disabled={busy} onClick={() => run(undefined)}>
        {demo.add}
      </button>
      <TroubleNotice trouble={trouble} />
    </>
  );
};

const SampleData = () => {
  const { demo } = useTexts();
  return (
    <section className={`${styles.steps} card off-paper`} aria-labelledby="demo">
      <h2 id="demo">{demo.title}</h2>
      <p>{demo.what}</p>
      <RemoveDemo />
    </section>
  );
};
