import type { ListedCall } from '@pharos/contract/calls.ts';
import type { Case } from '@pharos/contract/cases.ts';
import { Link } from '@tanstack/react-router';
import { pharos } from '../api/pharos.ts';
import { FindCase, Offers } from '../calls/choose-case.tsx';
import { personOf } from '../naming/person.ts';
import { useTexts } from '../texts/texts.tsx';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import type { Answered } from './answered.ts';
import styles from './call-card.module.css';

type Props = { call: ListedCall; open: boolean; onOpen(): void; onAnswered(answered: Answered): void };

/** Question of whose a call is, in its card. */
export const Identify = ({ call, open, onOpen, onAnswered }: Props) => {
  const texts = useTexts();
  const { today, calls } = texts;
  const change = useChange((case_uuid: string) => pharos.calls.move({ call_uuid: call.uuid, body: { case_uuid } }), {
    kind: 'move',
  });
  if (!open) {
    return (
      <p className={styles.due}>
        <button type="button" className="button first small" onClick={onOpen}>
          {today.say_whose}
        </button>
      </p>
    );
  }
  const move = (to: Case) => {
    change.run(to.uuid);
    onAnswered({ text: today.moved(personOf(to, texts)), undo: () => change.run(call.case_uuid) });
  };
  return (
    <div className={styles.whose}>
      <h3>{calls.whose.title}</h3>
      <Offers call_uuid={call.uuid} move={move} busy={change.busy} />
      <FindCase move={move} busy={change.busy} />
      <p>
        <Link to="/cases/$case_uuid" params={{ case_uuid: call.case_uuid }} className="button small">
          {calls.whose.new_case}
        </Link>
      </p>
      <TroubleNotice trouble={change.trouble} />
    </div>
  );
};
