import { useTexts } from '../../texts/texts.tsx';
import type { Trouble } from './trouble.ts';

/** Notice of an error. It is always on the page, so that it is read aloud when it fills. */
export const TroubleNotice = ({ trouble, again }: { trouble: Trouble | null; again?: () => unknown }) => {
  const { ui } = useTexts();
  return (
    <div role="alert">
      {trouble && (
        <>
          <p className="wrong">{trouble.message}</p>
          {again && (
            <p>
              <button type="button" className="button small" onClick={() => void again()}>
                {ui.try_again}
              </button>
            </p>
          )}
          {trouble.request_id && <p className="soft hint">{ui.request_id(trouble.request_id)}</p>}
        </>
      )}
    </div>
  );
};
