import type { CaseWrite } from '@pharos/contract/cases.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { someCases } from '../api/cases.ts';
import { pharos } from '../api/pharos.ts';
import { personOf } from '../naming/person.ts';
import { useLocale, useTexts } from '../texts/texts.tsx';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { Icon } from '../ui/icon.tsx';
import { useLater } from '../ui/use-later.ts';
import { CaseInput } from './case-input.tsx';
import { DayInput } from './day-input.tsx';
import styles from './new-case.module.css';

type Given = Partial<Record<'first_name' | 'last_name' | 'date_of_death' | 'date_of_service' | 'external_id', string>>;

/** Sheet for a new case. Nothing is made before it is sent; one field is enough. */
export const NewCase = ({ onClose }: { onClose(): void }) => {
  const { cases, ui } = useTexts();
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const [given, setGiven] = useState<Given>({});
  const [leaving, setLeaving] = useState(false);
  const create = useChange((body: CaseWrite) => pharos.cases.create({ body }), {
    kind: 'case_edit',
    done: ({ data }) => void navigate({ to: '/cases/$case_uuid', params: { case_uuid: data.uuid } }),
  });
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector('input')?.focus();
  }, []);
  const filled = Object.entries(given).filter(([, text]) => text !== '');
  const set = (name: keyof Given) => (text: string) => setGiven((before) => ({ ...before, [name]: text.trim() }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (filled.length > 0 && !create.busy) create.run(Object.fromEntries(filled));
  };
  const wrong = create.trouble?.fields;
  return (
    <dialog
      ref={dialog}
      className={`dialog ${styles.sheet}`}
      aria-labelledby="new-case"
      onClose={onClose}
      onCancel={(event) => {
        if (filled.length === 0) return;
        event.preventDefault();
        setLeaving(true);
      }}
    >
      <form className={styles.form} onSubmit={submit} noValidate>
        <header className={styles.head}>
          <h2 id="new-case">{cases.create}</h2>
          <button
            type="button"
            className="button icon plain"
            aria-label={ui.close}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </header>
        <div className={styles.fields}>
          <CaseInput label={cases.first_name} wrong={wrong?.first_name} onText={set('first_name')} />
          <CaseInput label={cases.last_name} wrong={wrong?.last_name} onText={set('last_name')} />
          <Known given={given} />
          <DayInput label={cases.died} past onDay={set('date_of_death')} />
          <DayInput label={cases.service_on} past={false} onDay={set('date_of_service')} />
          <CaseInput label={cases.external_id} wrong={wrong?.external_id} onText={set('external_id')} />
        </div>
        <TroubleNotice trouble={create.trouble} />
        {leaving && (
          <p role="alert" className="row">
            {cases.leave_new_ask}
            <button type="button" className="button small danger" onClick={() => dialog.current?.close()}>
              {cases.discard}
            </button>
          </p>
        )}
        <footer className={styles.foot}>
          <span className="soft">{cases.one_is_enough}</span>
          <button type="submit" className="button first" disabled={filled.length === 0 || create.busy}>
            {cases.create_it}{' '}
            <span className={styles.key} aria-hidden="true">
              Enter
            </span>
          </button>
        </footer>
      </form>
    </dialog>
  );
};

/** Case of the same name that is there already. */
const Known = ({ given: { first_name = '', last_name = '' } }: { given: Given }) => {
  const { texts } = useLocale();
  const q = useLater(first_name && last_name ? `${first_name} ${last_name}` : '');
  const { data } = useQuery({ ...someCases(q), enabled: q !== '' });
  const same = (one: string | null, typed: string) => one?.trim().toLowerCase() === typed.toLowerCase();
  const found = q && data?.find((one) => same(one.first_name, first_name) && same(one.last_name, last_name));
  return (
    <div role="status" className={styles.known}>
      {found && (
        <p>
          {texts.cases.known(personOf(found, texts), found.external_id)}{' '}
          <Link to="/cases/$case_uuid" params={{ case_uuid: found.uuid }}>
            {texts.cases.use_it}
          </Link>
        </p>
      )}
    </div>
  );
};
