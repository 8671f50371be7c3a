import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { caseAloneQuery } from '../../api/cases.ts';
import { useObservable } from '../../api/use-observable.ts';
import { personOf } from '../../naming/person.ts';
import { useTexts } from '../../texts/texts.tsx';
import { Colophon, PrintDocument } from '../../ui/print/print-document.tsx';
import { fetchLetters } from '../../ui/print/printing.ts';
import { useReading, useWorkspace } from '../call-workspace.ts';
import { lettersOf } from './letters.ts';
import styles from './printed-call.module.css';
import { PrintedFacts } from './printed-facts.tsx';
import { PrintedTurns } from './printed-turns.tsx';

/** Milliseconds after the words have come to the page. */
const LATER = 1000;

/** The whole call on paper, as it stands on the page, however little of it is on the screen. */
export const PrintedCall = ({ title }: { title: string }) => {
  const texts = useTexts();
  const { store } = useWorkspace();
  const reading = useReading();
  const { uuid, case_uuid } = useObservable(store, ({ call }) => call);
  const { data } = useQuery(caseAloneQuery(case_uuid));
  const one = data?.data.case;
  useEffect(() => {
    const later = setTimeout(() => void fetchLetters(lettersOf(reading)), LATER);
    return () => clearTimeout(later);
  }, [reading]);
  const person = one && [personOf(one, texts), one.external_id].filter(Boolean).join(' · ');
  return (
    <PrintDocument title={title} lead={person} running_title={person && `${title} – ${person}`}>
      <PrintedFacts />
      <Said />
      <Colophon>
        <p>{texts.print.end}</p>
        <p>{texts.print.call(uuid)}</p>
      </Colophon>
    </PrintDocument>
  );
};

const Said = () => {
  const { calls } = useTexts();
  const { turns, draft } = useReading();
  if (draft.source === null) return <p className={styles.none}>{calls.no_transcript}</p>;
  if (turns.length === 0) return <p className={styles.none}>{calls.empty_transcript}</p>;
  return (
    <section aria-label={calls.transcript}>
      <PrintedTurns />
    </section>
  );
};
