import type { RefObject } from 'react';
import { useObservable } from '../api/use-observable.ts';
import { useTexts } from '../texts/texts.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import styles from './call-bar.module.css';
import { useReading, useWorkspace } from './call-workspace.ts';
import { ExportDialog } from './exports/export-dialog.tsx';
import { FindBar } from './find-bar.tsx';
import { MergedNotice } from './saving/merged-notice.tsx';
import { SaveState } from './saving/save-state.tsx';

type Props = { call_uuid: string; find: RefObject<HTMLInputElement | null>; keys(): void };

/** Stays at the top while one reads: finding, undoing, and whether everything is saved. */
export const CallBar = ({ call_uuid, find, keys }: Props) => {
  const { calls } = useTexts();
  const workspace = useWorkspace();
  const has_words = useReading().draft.source !== null;
  const can_undo = useObservable(workspace.store, ({ past }) => past.length > 0);
  const can_redo = useObservable(workspace.store, ({ future }) => future.length > 0);
  // What is being written stands among words that would be others.
  const writes = useObservable(workspace.written, (written) => written !== null);
  return (
    <div className={styles.bar} role="toolbar" aria-label={calls.tools}>
      <FindBar call_uuid={call_uuid} field={find} />
      <MergedNotice />
      <SaveState />
      {workspace.may_write && (
        <>
          <Tool name="undo" label={calls.undo} disabled={writes || !can_undo} onPress={workspace.store.undo} />
          {can_redo && <Tool name="redo" label={calls.redo} disabled={writes} onPress={workspace.store.redo} />}
        </>
      )}
      {has_words && <ExportDialog call_uuid={call_uuid} />}
      <button
        type="button"
        className={`${styles.keys} button small plain`}
        aria-label={calls.shortcuts}
        title={calls.shortcuts}
        onClick={keys}
      >
        <span className="key" aria-hidden="true">
          ?
        </span>
      </button>
    </div>
  );
};

type ToolProps = { name: IconName; label: string; disabled: boolean; onPress(): void };

const Tool = ({ name, label, disabled, onPress }: ToolProps) => (
  <button
    type="button"
    className={`button small plain ${styles.tool}`}
    aria-label={label}
    title={label}
    disabled={disabled}
    onClick={onPress}
  >
    <Icon name={name} />
  </button>
);
