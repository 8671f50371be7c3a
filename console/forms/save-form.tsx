import { createContext, Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTexts } from '../texts/texts.tsx';
import { troubleAt } from './trouble.ts';
import { TroubleNotice } from './trouble-notice.tsx';
import type { Change } from './use-change.ts';
import './forms.css';

/** What the server said of each field, by its name. It stays until the next answer: nothing moves under a click. */
export const Problems = createContext<Record<string, string[]>>({});

type Props = {
  label: string;
  change: Pick<Change<never, unknown>, 'busy' | 'done' | 'trouble'>;
  submit?: string;
  /** What is said once it is saved. */
  saved?: string;
  /** Of what the fields show: with another one they begin anew. */
  version?: string | number;
  onSave(form: FormData): void;
  children: ReactNode;
};

/** A form whose fields show what the server said of them. The first of these gets the focus. */
export const SaveForm = ({ label, change, submit, saved, version, onSave, children }: Props) => {
  const texts = useTexts();
  const form = useRef<HTMLFormElement>(null);
  const [names, setNames] = useState<string[]>([]);
  const { trouble, busy, done } = change;
  const shown = trouble && troubleAt(trouble, names, texts);
  useEffect(() => {
    if (trouble) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [trouble]);
  return (
    <Form
      ref={form}
      className="save-form"
      aria-label={label}
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        if (busy) return;
        setNames(Array.from(event.currentTarget.elements, (field) => field.getAttribute('name') ?? ''));
        onSave(new FormData(event.currentTarget));
      }}
    >
      <Problems value={trouble?.fields ?? {}}>
        <Fragment key={version}>{children}</Fragment>
      </Problems>
      <TroubleNotice trouble={shown} />
      <div className="row">
        <button type="submit" className="button first" aria-disabled={busy}>
          {submit ?? texts.shell.save}
        </button>
        <span role="status" className="soft">
          {busy ? texts.calls.saving : done && !trouble ? (saved ?? texts.calls.saved) : ''}
        </span>
      </div>
    </Form>
  );
};
