import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isSignedOut } from './failures.ts';

/** True if the session has ended; the reader is sent to sign in, and comes back to this page. */
export const useSignInRedirect = (error: unknown): boolean => {
  const router = useRouter();
  const signed_out = isSignedOut(error);
  useEffect(() => {
    const { pathname, href } = router.latestLocation;
    if (signed_out && pathname !== '/sign-in')
      void router.navigate({ to: '/sign-in', search: { to: href }, replace: true });
  }, [signed_out, router]);
  return signed_out;
};
