import { timingSafeEqual } from 'node:crypto';

/** Compares a signature with the right one, in a time that tells nothing. */
export const isEqual = (given: Buffer, right: Buffer): boolean =>
  given.length === right.length && timingSafeEqual(given, right);
