import { useId, useRef, useState } from 'react';
import { useLocale } from '../texts/texts.tsx';
import { usePrinting } from '../ui/print/printing.ts';
import styles from './editable-field.module.css';
import { FactEditor, type FieldKind } from './fact-editor.tsx';

/** Value and version when editing began. */
export type Began = { value: string | null; etag: string | null };

type Props = {
  label: string;
  kind: FieldKind;
  value: string | null;
  etag: string | null;
  /** Options of a choice. */
  options?: readonly (readonly [value: string, text: string])[];
  may_write: boolean;
  /** Question about the value, for readers who may change it. */
  note?: string;
  /** Null clears it. */
  onSave(value: string | null, began: Began): void;
};

/** A fact that is changed where it stands: Enter or leaving the field saves it, Escape leaves it as it was. */
export const EditableField = ({ label, kind, value, etag, options = [], may_write, note, onSave }: Props) => {
  const { texts, formats } = useLocale();
  const { cases } = texts;
  const [began, setBegan] = useState<Began | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  // A button is never cut at the end of a page, however long its text: paper has the text itself.
  const printing = usePrinting();
  const id = useId();
  const asked = may_write && !began && note;
  const chosen = options.find(([one]) => one === value)?.[1];
  const shown = value && kind === 'date' ? formats.day(value) : (chosen ?? value);

  const finish = (text: string | null, back: boolean) => {
    setBegan(null);
    if (text !== null && began) onSave(text || null, began);
    if (back) setTimeout(() => button.current?.focus());
  };
  return (
    <div className={`${styles.fact} ${kind === 'long' ? styles.long : ''} ${shown ? '' : styles.empty}`}>
      <dt>{label}</dt>
      <dd>
        {may_write && printing && <span className="on-paper">{shown}</span>}
        {began ? (
          <FactEditor label={label} kind={kind} value={began.value} options={options} onDone={finish} />
        ) : may_write ? (
          <button
            ref={button}
            type="button"
            className={styles.value}
            dir={kind === 'long' ? 'auto' : undefined}
            aria-label={shown ? `${cases.edit(label)}, ${shown}` : `${cases.add}: ${label}`}
            aria-describedby={asked ? id : undefined}
            onClick={() => setBegan({ value, etag })}
          >
            {shown ? <bdi>{shown}</bdi> : <span className="soft">{cases.add}</span>}
          </button>
        ) : (
          <bdi>{shown || <span className="soft">–</span>}</bdi>
        )}
        {asked && (
          <p id={id} className={`${styles.note} hint`}>
            {asked}
          </p>
        )}
      </dd>
    </div>
  );
};
