import type { Generation, GenerationValue } from '@pharos/contract/generations.ts';
import { type KeyboardEvent, useState } from 'react';
import { describe } from '../../naming/describe-value.ts';
import { useFormats, useTexts } from '../../texts/texts.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ChangeValue } from './change-value.tsx';
import type { Decided } from './decide.ts';
import { Evidence } from './evidence.tsx';
import styles from './insights.module.css';

type Props = {
  generation: Generation;
  value: GenerationValue;
  /** False where the value before it stands on the same words. */
  quoted: boolean;
  /** Null without the right to decide. */
  decide: ((decided: Decided) => void) | null;
};

/** Value that waits for a decision, with the words that bear it out. A, C and X decide while it has the focus. */
export const ProposedValue = ({ generation, value, quoted, decide }: Props) => {
  const { generations } = useTexts();
  const [changing, setChanging] = useState(false);
  const { name, text, note } = describe(generation, value, generations, useFormats());
  const said = name || text;
  const may_change = typeof value.value !== 'object';
  const approve = () => decide?.({ value, body: { decision: 'approved' } });
  const refuse = () => decide?.({ value, body: { decision: 'refused' } });
  const keys: Record<string, () => void> = { a: approve, x: refuse, ...(may_change && { c: () => setChanging(true) }) };
  const press = (event: KeyboardEvent) => {
    const run = decide && !changing && !event.ctrlKey && !event.metaKey && keys[event.key.toLowerCase()];
    if (!run) return;
    event.preventDefault();
    run();
  };
  return (
    <li className={styles.proposed} data-proposed tabIndex={-1} onKeyDown={press}>
      <div className={styles.head}>
        {name && <p className={styles.name}>{name}</p>}
        {decide && !changing && (
          <p className={styles.tools}>
            <button
              type="button"
              aria-label={generations.approve_one(said)}
              title={generations.approve}
              onClick={approve}
            >
              <Icon name="check" />
            </button>
            {may_change && (
              <button
                type="button"
                aria-label={generations.change_one(said)}
                title={generations.change}
                onClick={() => setChanging(true)}
              >
                <Icon name="edit" />
              </button>
            )}
            <button type="button" aria-label={generations.refuse_one(said)} title={generations.refuse} onClick={refuse}>
              <Icon name="close" />
            </button>
          </p>
        )}
      </div>
      {changing && decide ? (
        <ChangeValue
          value={value}
          label={generations.change_one(said)}
          save={(changed) => decide({ value, body: { decision: 'changed', value: changed } })}
          leave={() => setChanging(false)}
        />
      ) : (
        <p className={styles.value} dir="auto">
          {text}
        </p>
      )}
      {note && <p className="soft hint">{note}</p>}
      <Quotes value={value} quoted={quoted} />
    </li>
  );
};

/** The first words that bear a value out, and the places of the others. */
const Quotes = ({ value: { evidence }, quoted }: { value: GenerationValue; quoted: boolean }) => (
  <>
    {evidence.map((cited, index) => (
      <Evidence key={cited.start_word} cited={cited} quoted={quoted && index === 0} />
    ))}
  </>
);
