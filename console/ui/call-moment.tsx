import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { clock } from '../texts/formats.ts';

type Props = {
  call_uuid: string;
  /** Milliseconds from the beginning of the call. */
  at_ms: number;
  className?: string;
  /** Words before the time, or with `timeless` instead of it. */
  children?: ReactNode;
  timeless?: boolean;
};

/** Link to a moment of a call, which says when that is. */
export const CallMoment = ({ call_uuid, at_ms, className, children, timeless = false }: Props) => (
  <Link
    to="/calls/$call_uuid"
    params={{ call_uuid }}
    hash={`t=${at_ms / 1000}`}
    className={timeless ? className : `${className ?? ''} figures`}
  >
    {children}
    {!timeless && clock(at_ms)}
  </Link>
);
