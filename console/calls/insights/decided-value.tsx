import type { Generation, GenerationValue } from '@pharos/contract/generations.ts';
import { useQuery } from '@tanstack/react-query';
import { nameOfUser, peopleQuery } from '../../api/users.ts';
import { describe } from '../../naming/describe-value.ts';
import { useFormats, useTexts } from '../../texts/texts.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Decided } from './decide.ts';
import { Evidence } from './evidence.tsx';
import styles from './insights.module.css';

type Props = { generation: Generation; value: GenerationValue; decide: ((decided: Decided) => void) | null };

/** Value that was approved, changed or dismissed, which can be undone. */
export const DecidedValue = ({ generation, value, decide }: Props) => {
  const { generations, users } = useTexts();
  const formats = useFormats();
  const { data: people } = useQuery(peopleQuery);
  const { name, text } = describe(generation, value, generations, formats);
  const { decision, evidence } = value;
  const by = decision && people?.get(decision.decided_by);
  const who = by ? nameOfUser(by) : users.the_server;
  const [cited] = evidence;
  return (
    <li className={styles.decided}>
      <span className={styles.sign}>
        <Icon name={decision?.decision === 'refused' ? 'close' : 'check'} />
      </span>
      <div>
        {name && <p className={styles.name}>{name}</p>}
        <p className={styles.holds} dir="auto">
          {text}
        </p>
        {decision && <p className="soft hint">{generations.by(who, formats.moment(decision.decided_at))}</p>}
        {!value.proposed && <p className="soft hint">{generations.no_longer_found}</p>}
        {cited && <Evidence cited={cited} quoted={false} />}
      </div>
      {decide && (
        <button
          type="button"
          className={styles.undo}
          aria-label={generations.undo_one(name || text)}
          onClick={() => decide({ value, body: null })}
        >
          <Icon name="undo" />
        </button>
      )}
    </li>
  );
};
