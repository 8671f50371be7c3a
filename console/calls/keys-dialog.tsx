import { useEffect, useRef } from 'react';
import { useTexts } from '../texts/texts.tsx';
import styles from './keys-dialog.module.css';

/** Every key of the page; it opens each time it is asked for, which `asked` counts. */
export const KeysDialog = ({ asked }: { asked: number }) => {
  const { calls, ui } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (asked > 0 && !dialog.current?.open) dialog.current?.showModal();
  }, [asked]);
  const { keys } = calls;
  const rows: [keys: string[], does: string][] = [
    [[keys.space, 'K'], keys.play],
    [['Enter'], keys.word],
    [['J', 'L'], keys.skip],
    [[`Ctrl ${keys.space}`], keys.play_writing],
    [[`Ctrl ⇧ ${keys.space}`], keys.back_writing],
    [['H'], keys.clips],
    [['↑', '↓'], keys.turns],
    [['←', '→'], keys.words],
    [['U'], keys.unnamed],
    [['1', '…', '9'], keys.digits],
    [['N'], keys.someone],
    [['R'], keys.reassign],
    [['E'], keys.correct],
    [['D', '⇧ D'], keys.doubt],
    [['Y'], keys.right],
    [['A'], keys.everywhere],
    [['Ctrl Z', 'Ctrl ⇧ Z'], keys.undo],
    [['F'], keys.find],
    [['/', 'Ctrl K'], keys.palette],
    [['?'], keys.keys],
  ];
  return (
    <dialog ref={dialog} className={`dialog ${styles.dialog}`} aria-labelledby="keys">
      <h2 id="keys">{calls.keys_title}</h2>
      <dl>
        {rows.map(([names, does]) => (
          <div key={does}>
            <dt>{names.map((name) => (name === '…' ? '… ' : <kbd key={name}>{name}</kbd>))}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="button" onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
        {ui.close}
      </button>
    </dialog>
  );
};
