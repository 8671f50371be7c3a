import { useTexts } from '../texts/texts.tsx';
import styles from './not-saved.module.css';
import type { Unsaved } from './use-case-edit.ts';

/** Notice of changes that were not saved, with the reason, the changes, and a way to save them anyway. */
export const NotSaved = ({ unsaved }: { unsaved: Unsaved[] }) => {
  const { cases, ui } = useTexts();
  return (
    <div role="alert">
      {unsaved.map(({ trouble, given, again }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a card holds nothing that is its own
        <div key={index} className={`${styles.card} card`}>
          <p>{trouble.message}</p>
          {given !== '' && <p dir="auto">{cases.not_saved(given)}</p>}
          {again && (
            <p>
              <button type="button" className="button small" onClick={again}>
                {ui.try_again}
              </button>
            </p>
          )}
          {trouble.request_id && <p className="soft hint">{ui.request_id(trouble.request_id)}</p>}
        </div>
      ))}
    </div>
  );
};
