import { useTexts } from '../texts/texts.tsx';
import type { Trouble } from './trouble.ts';

/** Where a refusal is told. It is always on the page, so that it is read aloud when it fills. */
export const TroubleNotice = ({ trouble }: { trouble: Trouble | null }) => {
  const { shell } = useTexts();
  return (
    <div role="alert">
      {trouble && (
        <>
          <p className="wrong">{trouble.message}</p>
          {trouble.request_id && <p className="soft hint">{shell.request(trouble.request_id)}</p>}
        </>
      )}
    </div>
  );
};
