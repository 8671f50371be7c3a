import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { useSpoken } from '../texts/texts.tsx';

export type FieldKind = 'text' | 'date' | 'long';
const LONGEST: Record<FieldKind, number | undefined> = { text: 255, date: undefined, long: 65_536 };

type Props = {
  label: string;
  kind: FieldKind;
  value: string | null;
  may_write: boolean;
  /** Null clears it. */
  onSave(value: string | null): void;
};

/** A fact that is changed where it stands: Enter or leaving the field saves it, Escape leaves it as it was. */
export const EditableField = ({ label, kind, value, may_write, onSave }: Props) => {
  const { texts, formats } = useSpoken();
  const { cases } = texts;
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const shown = value && kind === 'date' ? formats.day(value) : value;

  const finish = (text: string | null, back: boolean) => {
    setEditing(false);
    if (text !== null && text.trim() !== (value ?? '')) onSave(text.trim() || null);
    if (back) setTimeout(() => button.current?.focus());
  };
  const field = {
    id,
    className: 'input',
    'aria-label': label,
    defaultValue: value ?? '',
    autoFocus: true,
    maxLength: LONGEST[kind],
    onBlur: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => finish(event.target.value, false),
    onKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      if (event.nativeEvent.isComposing) return;
      if (event.key === 'Escape') finish(null, true);
      else if (event.key === 'Enter' && (kind !== 'long' || event.ctrlKey)) finish(event.currentTarget.value, true);
      else return;
      event.preventDefault();
    },
  };
  return (
    <div className={`fact ${kind}`}>
      <dt>{label}</dt>
      <dd>
        {editing ? (
          kind === 'long' ? (
            <textarea {...field} />
          ) : (
            <input {...field} type={kind} min="0001-01-01" max="9999-12-31" />
          )
        ) : may_write ? (
          <button
            ref={button}
            type="button"
            className="value"
            aria-label={shown ? `${cases.edit(label)}, ${shown}` : `${cases.add}: ${label}`}
            onClick={() => setEditing(true)}
          >
            {shown || <span className="soft">{cases.add}</span>}
          </button>
        ) : (
          shown || <span className="soft">–</span>
        )}
      </dd>
    </div>
  );
};
