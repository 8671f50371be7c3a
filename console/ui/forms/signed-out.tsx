import { useTexts } from '../../texts/texts.tsx';

/** Request to sign in again in another window, so that what was typed on the page stays. */
export const SignedOut = () => {
  const { refusals } = useTexts();
  return (
    <a href="/sign-in" target="_blank" rel="noreferrer">
      {refusals.unauthenticated}
    </a>
  );
};
