import { useTexts } from '../../texts/texts.tsx';
import type { Trouble } from './trouble.ts';

/** Where a refusal is told. It is always on the page, so that it is read aloud when it fills. */
export const TroubleNotice = ({ trouble, again }: { trouble: Trouble | null; again?: () => unknown }) => {
  const { shell } = useTexts();
  return (
    <div role="alert">
      {trouble && (
        <>
          <p className="wrong">{trouble.message}</p>
          {again && (
            <p>
              <button type="button" className="button small" onClick={() => void again()}>
                {shell.again}
              </button>
            </p>
          )}
          {trouble.request_id && <p className="soft hint">{shell.request(trouble.request_id)}</p>}
        </>
      )}
    </div>
  );
};
