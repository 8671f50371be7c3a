import type { FieldChange } from '@pharos/contract/versions.ts';
import { useQuery } from '@tanstack/react-query';
import { locationsQuery } from '../api/locations.ts';
import { isolate } from '../texts/isolate.ts';
import { useLocale, useTexts } from '../texts/texts.tsx';
import styles from './changes.module.css';
import { linesOf } from './field-lines.ts';
import { fieldName, valueWords } from './words.ts';

type Props = {
  changes: FieldChange[];
  /** Name of a speaker of the call, by id. */
  speakerOf?: (id: string) => string;
};

/** Changed fields, each before and after. */
export const FieldChanges = ({ changes, speakerOf = (id) => id }: Props) => {
  const { texts, formats } = useLocale();
  const { versions } = texts;
  const enabled = changes.some(({ field }) => field === 'location_uuid');
  const { data: locations = [] } = useQuery({ ...locationsQuery, enabled });
  const say = (field: string, value: unknown) => valueWords(field, value, { texts, formats, locations });
  return (
    <dl className={styles.changes}>
      {linesOf(changes).map(({ field, voice, before, after }) => (
        <div key={`${field} ${voice}`}>
          <dt className="soft">
            {voice === null
              ? fieldName(field, texts)
              : versions[field === 'speaker_sides' ? 'side_of_speaker' : 'name_of_speaker'](isolate(speakerOf(voice)))}
          </dt>
          <dd>
            <span className="unseen">{versions.before}: </span>
            <Value words={say(field, before)} as="del" /> <span aria-hidden="true">→</span>{' '}
            <span className="unseen">{versions.after}: </span>
            <Value words={say(field, after)} as="ins" />
          </dd>
        </div>
      ))}
    </dl>
  );
};

const Value = ({ words, as: Tag }: { words: string | null; as: 'del' | 'ins' }) => {
  const { versions } = useTexts();
  return words === null ? <span className="soft">{versions.empty}</span> : <Tag dir="auto">{words}</Tag>;
};
