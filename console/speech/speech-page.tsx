import { PROVIDERS, type ProviderName } from '@pharos/contract/jobs.ts';
import type { SpeechService } from '@pharos/contract/speech.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useReaches } from '../api/me.ts';
import { speechQuery } from '../api/speech.ts';
import { useTexts } from '../texts/texts.tsx';
import { Needs, Section } from '../ui/section.tsx';
import { ServiceCard } from './service-card.tsx';
import styles from './speech-page.module.css';

export const SpeechPage = () => (
  <Section name="speech">
    <Services />
  </Section>
);

/** The speech services as one group to choose from, by mouse or by the keys 1 to 4; the chosen one is open. */
const Services = () => {
  const { speech } = useTexts();
  const { data } = useSuspenseQuery(speechQuery);
  const may_change = useReaches('admin');
  const preset = data.find(({ is_default }) => is_default)?.provider ?? null;
  const [chosen, setChosen] = useState<ProviderName | null>(preset ?? PROVIDERS[0]);
  useEffect(() => {
    const press = ({ key, target, altKey, ctrlKey, metaKey }: KeyboardEvent) => {
      const one = PROVIDERS[Number(key) - 1];
      const typing = target instanceof HTMLElement && target.matches('input:not([type=radio]), textarea, select');
      if (one && !typing && !altKey && !ctrlKey && !metaKey) setChosen(one);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return (
    <div className={styles.services}>
      {preset === null && <p className={styles.unset}>{speech.unset}</p>}
      {!may_change && <Needs level="admin" what={speech.read_only} />}
      <div role="radiogroup" aria-label={speech.question} className={styles.services}>
        {PROVIDERS.map((provider, index) => {
          const service = data.find((one) => one.provider === provider) as SpeechService;
          return (
            <ServiceCard
              key={provider}
              service={service}
              place={index + 1}
              open={chosen === provider}
              may_change={may_change}
              onChoose={() => setChosen(provider)}
            />
          );
        })}
      </div>
      <p className="soft hint">{speech.keys_kept}</p>
    </div>
  );
};
