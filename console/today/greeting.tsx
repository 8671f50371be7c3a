import type { ReactNode } from 'react';
import { useMe } from '../api/me.ts';
import { isolate } from '../texts/isolate.ts';
import { useLocale } from '../texts/texts.tsx';
import { partOfDay } from './days.ts';
import styles from './greeting.module.css';

export type Counts = {
  services: number;
  new_calls: number;
  new_more: boolean;
  needs: number;
  needs_more: boolean;
};

/** Greeting by the time of day, with one sentence that the data says. */
export const Greeting = ({ counts, aside }: { counts: Counts | null; aside: ReactNode }) => {
  const { texts, formats } = useLocale();
  const { today } = texts;
  const first_name = useMe()?.user.name?.trim().split(/\s+/)[0] ?? '';
  return (
    <header className={styles.greeting}>
      <div>
        <p className={`${styles.day} soft`}>{formats.fullDay(new Date())}</p>
        <h1>{today.greetings[partOfDay()](isolate(first_name))}</h1>
        {counts && <Sentence counts={counts} />}
      </div>
      {aside}
    </header>
  );
};

const Sentence = ({ counts }: { counts: Counts }) => {
  const { texts, formats } = useLocale();
  const { today } = texts;
  const { services, new_calls, new_more, needs, needs_more } = counts;
  const said: [href: string, text: string][] = [
    ...(services > 0 ? [['#services', today.services_this_week(services)] as [string, string]] : []),
    ...(new_calls > 0 ? [['#latest', today.new_calls(new_calls, new_more)] as [string, string]] : []),
    ...(needs > 0 ? [['#needs-you', today.calls_that_need(needs, needs_more)] as [string, string]] : []),
  ];
  const parts = formats.listParts(said.map(([, text]) => text));
  let at = -1;
  return (
    <p className={styles.sentence}>
      {parts.map(({ type, value }, index) => {
        if (type === 'literal') return value;
        at++;
        const text = index === 0 ? value.charAt(0).toUpperCase() + value.slice(1) : value;
        return (
          <a key={value} href={said[at]?.[0]}>
            {text}
          </a>
        );
      })}
      {said.length > 0 && '. '}
      {needs === 0 && today.nothing_needs}
    </p>
  );
};
