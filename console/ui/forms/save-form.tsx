import { createContext, Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTexts } from '../../texts/texts.tsx';
import { TypedInput, typedIn } from './conflicting-input.tsx';
import styles from './save-form.module.css';
import { troubleAt } from './trouble.ts';
import { TroubleNotice } from './trouble-notice.tsx';
import type { Change } from './use-change.ts';

/** Messages of the server by field. They stay until the next answer, so that nothing moves under a click. */
export const Problems = createContext<Record<string, string[]>>({});

const NOTHING = {};

type Props = {
  label: string;
  change: Pick<Change<never, unknown>, 'busy' | 'done' | 'trouble'>;
  submit?: string;
  /** Message after saving. */
  saved?: string;
  /** Version of the values; with another one the fields start over. */
  version?: string | number;
  /** Name of the person who changed it last, if known. */
  changed_by?: string;
  onSave(form: FormData): void;
  children: ReactNode;
};

/**
 * A form whose fields show what the server said of them; the first of these gets the focus. Where somebody else was
 * faster, the fields show what is there now, and beside it what was typed.
 */
export const SaveForm = ({ label, change, submit, saved, version, changed_by, onSave, children }: Props) => {
  const texts = useTexts();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Record<string, string[]>>({});
  const { trouble, busy, done } = change;
  const shown = trouble && troubleAt(trouble, Object.keys(typed), texts);
  const late = trouble?.is_late === true;
  useEffect(() => {
    if (trouble) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [trouble]);
  return (
    <Form
      ref={form}
      className={styles.form}
      aria-label={label}
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        if (busy) return;
        setTyped(typedIn(event.currentTarget));
        onSave(new FormData(event.currentTarget));
      }}
    >
      <Problems value={trouble?.fields ?? {}}>
        <TypedInput value={late ? typed : NOTHING}>
          <Fragment key={version}>{children}</Fragment>
        </TypedInput>
      </Problems>
      <TroubleNotice trouble={late ? { ...trouble, message: texts.forms.changed_kept(changed_by) } : shown} />
      <div className="row">
        <button type="submit" className="button first" aria-disabled={busy}>
          {submit ?? texts.ui.save}
        </button>
        <span role="status" className="soft">
          {busy ? texts.calls.saving : done && !trouble ? (saved ?? texts.calls.saved) : ''}
        </span>
      </div>
    </Form>
  );
};
