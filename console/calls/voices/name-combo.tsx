import { type KeyboardEvent, useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useTexts } from '../../texts/texts.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import styles from './name-field.module.css';

export type Props = { label: string; value?: string; names: string[]; onName(name: string): void; onLeave(): void };

/** A field for a name, with the known ones offered as one types. Enter takes what is there. */
export const NameCombo = ({ label, value = '', names, onName, onLeave }: Props) => {
  const { calls } = useTexts();
  const [text, setText] = useState(value);
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    // Else the list of names would take it for an answer.
    if (isComposing(event.nativeEvent)) return event.stopPropagation();
    const chosen = (event.target as HTMLElement).getAttribute('aria-activedescendant');
    if (event.key === 'Escape') onLeave();
    else if (event.key === 'Enter' && !chosen) onName(text);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.field} onKeyDownCapture={press}>
      <ComboBox
        aria-label={label}
        allowsCustomValue
        inputValue={text}
        onInputChange={setText}
        onSelectionChange={(name) => name !== null && onName(String(name))}
      >
        <Input
          className="input"
          dir="auto"
          placeholder={calls.name_hint}
          autoFocus
          maxLength={200}
          onFocus={(event) => event.target.select()}
        />
        <Popover className={styles.offers ?? ''} placement="bottom start">
          <ListBox>
            {names.map((name) => (
              <ListBoxItem key={name} id={name} textValue={name} className={styles.offer ?? ''} dir="auto">
                {name}
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </ComboBox>
    </div>
  );
};
