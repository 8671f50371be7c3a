import { useBlocker } from '@tanstack/react-router';
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { isComposing } from '../ui/is-composing.ts';
import { LongField } from './long-field.tsx';

export type FieldKind = 'text' | 'date' | 'long' | 'choice';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

type Props = {
  label: string;
  kind: FieldKind;
  value: string | null;
  /** Options of a choice. */
  options: readonly (readonly [value: string, text: string])[];
  /** Null leaves it as it was; with `back` the focus goes where it came from. */
  onDone(text: string | null, back: boolean): void;
};

/** Value as a text field holds it, which has only one kind of line break. */
const textOf = (value: string) => value.replaceAll(/\r\n?/g, '\n').trim();

/** Writes a fact. Going to another page saves it; closing the window on it is asked about first. */
export const FactEditor = ({ label, kind, value, options, onDone }: Props) => {
  const input = useRef<Field>(null);
  const written = () => {
    const text = textOf(input.current?.value ?? '');
    return input.current === null || text === textOf(value ?? '') ? null : text;
  };
  const leave = () => onDone(written(), false);
  useBlocker({
    enableBeforeUnload: () => written() !== null,
    shouldBlockFn: () => {
      leave();
      return false;
    },
  });
  const field = { className: 'input', 'aria-label': label, dir: 'auto', defaultValue: value ?? '', autoFocus: true };
  if (kind === 'long') {
    const ref = input as RefObject<HTMLTextAreaElement | null>;
    return <LongField field={field} input={ref} written={written} onDone={onDone} />;
  }
  const short = {
    ...field,
    onBlur: leave,
    onKeyDown: (event: KeyboardEvent) => {
      if (isComposing(event.nativeEvent)) return;
      if (event.key === 'Escape') onDone(null, true);
      else if (event.key === 'Enter') onDone(written(), true);
      else return;
      event.preventDefault();
    },
  };
  if (kind !== 'choice') {
    const days = { min: '0001-01-01', max: '9999-12-31' };
    const ref = input as RefObject<HTMLInputElement | null>;
    return <input {...short} {...days} ref={ref} type={kind} maxLength={255} />;
  }
  return (
    <select {...short} ref={input as RefObject<HTMLSelectElement | null>}>
      <option value="">–</option>
      {options.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </select>
  );
};
