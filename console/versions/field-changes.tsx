import type { FieldChange } from '@pharos/contract/versions.ts';
import { useTexts } from '../texts/texts.tsx';
import { linesOf } from './field-lines.ts';
import { fieldName, valueWords } from './words.ts';

/** What differs beside the words, each thing before and after. */
export const FieldChanges = ({ changes }: { changes: FieldChange[] }) => {
  const texts = useTexts();
  const { history } = texts;
  return (
    <dl className="field-changes">
      {linesOf(changes).map(({ field, voice, before, after }) => (
        <div key={`${field} ${voice}`}>
          <dt className="soft">{voice === null ? fieldName(field, texts) : history.name_of_voice(voice)}</dt>
          <dd>
            <span className="unseen">{history.before}: </span>
            <Value value={before} as="del" /> <span aria-hidden="true">→</span>{' '}
            <span className="unseen">{history.after}: </span>
            <Value value={after} as="ins" />
          </dd>
        </div>
      ))}
    </dl>
  );
};

const Value = ({ value, as: Tag }: { value: unknown; as: 'del' | 'ins' }) => {
  const texts = useTexts();
  const words = valueWords(value, texts);
  return words === texts.history.nothing ? <span className="soft">{words}</span> : <Tag>{words}</Tag>;
};
