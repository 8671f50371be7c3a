import { useTexts } from '../../texts/texts.tsx';

/** For whoever has to sign in again, without losing what is on the page. */
export const SignedOut = () => {
  const { refusals } = useTexts();
  return (
    <a href="/sign-in" target="_blank" rel="noreferrer">
      {refusals.unauthenticated}
    </a>
  );
};
