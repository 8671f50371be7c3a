import { PharosError } from '@pharos/client/error.ts';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useSignInRedirect } from '../api/use-sign-in-redirect.ts';
import { useTexts } from '../texts/texts.tsx';
import { troubleOf } from '../ui/forms/trouble.ts';
import { LoadingPage } from '../ui/loading.tsx';
import { useRetry } from '../ui/use-retry.ts';
import { useTitle } from '../ui/use-title.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { NoticePage } from './notice-page.tsx';

/** Page for an error: what happened, what to do, and the request ID for the administrator. */
export const ErrorPage = ({ error }: ErrorComponentProps) => {
  const texts = useTexts();
  const { app, ui } = texts;
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  useTitle(app.failed);
  const answer = error instanceof PharosError ? error : null;
  const signed_out = useSignInRedirect(error);
  const again = () => {
    reset();
    void router.invalidate();
  };
  useRetry(error, again);
  // An address with a uuid that is none names nothing either.
  if (answer && [400, 404].includes(answer.status_code)) return <NotFoundPage />;
  if (signed_out) return <LoadingPage />;
  const { message, request_id } = troubleOf(error, texts);
  return (
    <NoticePage role="alert">
      <h1>{app.failed}</h1>
      <p>{message}</p>
      <p>
        <button type="button" className="button first" onClick={again}>
          {ui.try_again}
        </button>
      </p>
      {request_id && <p className="soft">{ui.request_id(request_id)}</p>}
    </NoticePage>
  );
};
