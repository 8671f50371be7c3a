import type { SpeechService } from '@pharos/contract/speech.ts';
import { useId } from 'react';
import { PROVIDERS } from '../naming/providers.ts';
import { useTexts } from '../texts/texts.tsx';
import { Icon } from '../ui/icon.tsx';
import styles from './service-card.module.css';
import { ServiceForm } from './service-form.tsx';

const ICONS = { deepgram: 'cloud', assembly_ai: 'cloud', speech_server: 'server', local: 'machine' } as const;

type Props = { service: SpeechService; place: number; open: boolean; may_change: boolean; onChoose(): void };

/** One speech service: what it is, where the sound goes, and, when it is chosen, what to set. */
export const ServiceCard = ({ service, place, open, may_change, onChoose }: Props) => {
  const { speech } = useTexts();
  const names = { ...PROVIDERS, ...speech.names };
  const id = useId();
  const { provider, is_default, set_up_by } = service;
  return (
    <div className={`card ${styles.card}`} data-open={open || undefined}>
      <label className={styles.head}>
        <input type="radio" name="speech" className="unseen" checked={open} onChange={onChoose} aria-describedby={id} />
        <span className={styles.icon}>
          <Icon name={ICONS[provider]} />
        </span>
        <span className={styles.name}>
          {names[provider]}
          {is_default ? (
            <span className={`chip ${styles.used}`}>{speech.in_use}</span>
          ) : (
            set_up_by && <span className="chip">{speech.set_up}</span>
          )}
        </span>
        <span id={id} className={`${styles.about} soft`}>
          {speech.about[provider]}
        </span>
        <span className={`${styles.sound} soft`}>
          {speech.sound[provider]}{' '}
          <span className="key" aria-hidden="true">
            {place}
          </span>
        </span>
      </label>
      {open && may_change && <ServiceForm key={String(set_up_by)} service={service} />}
    </div>
  );
};
