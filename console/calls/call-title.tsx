import { useRef, useState } from 'react';
import { pharos } from '../api/pharos.ts';
import { useObservable } from '../api/use-observable.ts';
import { useTexts } from '../texts/texts.tsx';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { isComposing } from '../ui/is-composing.ts';
import styles from './call-header.module.css';
import { useWorkspace } from './call-workspace.ts';

const LONGEST = 255;

/** Title of a call, which is changed in its own place: Enter saves it, Escape leaves it as it was. */
export const CallTitle = ({ title }: { title: string }) => {
  const { calls } = useTexts();
  const { store, may_write } = useWorkspace();
  const call = useObservable(store, (state) => state.call);
  const [is_open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { uuid: call_uuid } = call;
  const change = useChange(
    async (given: string) => {
      await pharos.calls.patch({ call_uuid, body: { title: given || null } });
      await store.refresh();
    },
    { kind: 'title' },
  );
  const close = () => {
    setOpen(false);
    setTimeout(() => button.current?.focus());
  };
  return (
    <>
      <div className={styles.title}>
        <h1 className={is_open ? 'unseen' : undefined}>{title}</h1>
        {is_open && (
          <input
            className="input"
            dir="auto"
            aria-label={calls.title}
            maxLength={LONGEST}
            defaultValue={call.title ?? title}
            // biome-ignore lint/a11y/noAutofocus: it stands where the button was that had the focus
            autoFocus
            onFocus={({ currentTarget }) => currentTarget.select()}
            onKeyDown={(event) => {
              if (isComposing(event.nativeEvent)) return;
              if (event.key === 'Enter') {
                change.run(event.currentTarget.value.trim());
                close();
              } else if (event.key === 'Escape') close();
            }}
            onBlur={() => setOpen(false)}
          />
        )}
        {may_write && !is_open && (
          <button ref={button} type="button" className="button small plain" onClick={() => setOpen(true)}>
            {calls.rename_call}
          </button>
        )}
      </div>
      <TroubleNotice trouble={change.trouble} />
    </>
  );
};
