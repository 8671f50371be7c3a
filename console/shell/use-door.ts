import { PharosError } from '@pharos/client/error.ts';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Whether whoever reads was signed out when the page asked for more: they sign in, and come back to it. */
export const useDoor = (error: unknown): boolean => {
  const router = useRouter();
  const signed_out = error instanceof PharosError && error.status_code === 401;
  useEffect(() => {
    const { pathname, href } = router.latestLocation;
    if (signed_out && pathname !== '/sign-in')
      void router.navigate({ to: '/sign-in', search: { to: href }, replace: true });
  }, [signed_out, router]);
  return signed_out;
};
