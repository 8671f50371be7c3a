import { useTexts } from '../texts/texts.tsx';
import type { CaseEdit } from './use-case-edit.ts';

/** Why a change of a case was not saved, what it was, and the way to save it all the same. */
export const NotSaved = ({ edit: { trouble, given, again } }: { edit: CaseEdit }) => {
  const { cases, shell } = useTexts();
  return (
    <div role="alert">
      {trouble && (
        <div className="card wrong-card">
          <p>{trouble.message}</p>
          {given !== '' && <p dir="auto">{cases.not_saved(given)}</p>}
          {again && (
            <p>
              <button type="button" className="button small" onClick={again}>
                {shell.again}
              </button>
            </p>
          )}
          {trouble.request_id && <p className="soft hint">{shell.request(trouble.request_id)}</p>}
        </div>
      )}
    </div>
  );
};
