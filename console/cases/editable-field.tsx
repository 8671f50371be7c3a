import { type FocusEvent, type HTMLAttributes, type KeyboardEvent, useId, useRef, useState } from 'react';
import { usePrinting } from '../shell/printing.ts';
import { useSpoken } from '../texts/texts.tsx';

export type FieldKind = 'text' | 'date' | 'long' | 'choice';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

type Props = {
  label: string;
  kind: FieldKind;
  value: string | null;
  /** Of a choice: what there is to choose from. */
  options?: readonly (readonly [value: string, text: string])[];
  may_write: boolean;
  /** Null clears it. */
  onSave(value: string | null): void;
};

/** A fact that is changed where it stands: Enter or leaving the field saves it, Escape leaves it as it was. */
export const EditableField = ({ label, kind, value, options = [], may_write, onSave }: Props) => {
  const { texts, formats } = useSpoken();
  const { cases } = texts;
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // A button is never cut at the end of a page, however long its text: paper has the text itself.
  const printing = usePrinting();
  const id = useId();
  const chosen = options.find(([one]) => one === value)?.[1];
  const shown = value && kind === 'date' ? formats.day(value) : (chosen ?? value);

  const finish = (text: string | null, back: boolean) => {
    setEditing(false);
    if (text !== null && text.trim() !== (value ?? '')) onSave(text.trim() || null);
    if (back) setTimeout(() => button.current?.focus());
  };
  const field = {
    id,
    className: 'input',
    'aria-label': label,
    dir: 'auto',
    defaultValue: value ?? '',
    autoFocus: true,
    onBlur: (event: FocusEvent<Field>) => finish(event.target.value, false),
    onKeyDown: (event: KeyboardEvent<Field>) => {
      if (event.nativeEvent.isComposing) return;
      if (event.key === 'Escape') finish(null, true);
      else if (event.key === 'Enter' && (kind !== 'long' || event.ctrlKey)) finish(event.currentTarget.value, true);
      else return;
      event.preventDefault();
    },
  };
  return (
    <div className={shown ? `fact ${kind}` : `fact ${kind} empty`}>
      <dt>{label}</dt>
      <dd>
        {may_write && printing && <span className="on-paper">{shown}</span>}
        {editing ? (
          <Editor {...field} kind={kind} options={options} />
        ) : may_write ? (
          <button
            ref={button}
            type="button"
            className="value"
            dir={kind === 'long' ? 'auto' : undefined}
            aria-label={shown ? `${cases.edit(label)}, ${shown}` : `${cases.add}: ${label}`}
            onClick={() => setEditing(true)}
          >
            {shown ? <bdi>{shown}</bdi> : <span className="soft">{cases.add}</span>}
          </button>
        ) : (
          <bdi>{shown || <span className="soft">–</span>}</bdi>
        )}
      </dd>
    </div>
  );
};

type EditorProps = Required<Pick<Props, 'kind' | 'options'>> &
  Pick<
    HTMLAttributes<Field>,
    'id' | 'className' | 'aria-label' | 'defaultValue' | 'autoFocus' | 'onBlur' | 'onKeyDown'
  >;

const Editor = ({ kind, options, ...field }: EditorProps) => {
  if (kind === 'long') return <textarea {...field} maxLength={65_536} />;
  if (kind !== 'choice') return <input {...field} type={kind} maxLength={255} min="0001-01-01" max="9999-12-31" />;
  return (
    <select {...field}>
      <option value="">–</option>
      {options.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </select>
  );
};
