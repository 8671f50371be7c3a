import type { DigitGroup } from './digit-groups.ts';
import { digitsOf, type Secret } from './secrets.ts';

/** Digits that are read back, at least: anywhere, and amid the number or right behind it. */
const [LEAST, LEAST_NEAR] = [4, 2];
/** Digits of a secret that is known again inside a longer row, at least. */
const LEAST_WHOLE = 8;
/** Tokens behind a number in which it is read back. */
const NEAR = 24;

/** Finds where somebody says a secret again, or a part of it: reading back, correcting, or much later. */
export const readBack = (secrets: readonly Secret[], groups: readonly DigitGroup[]): Secret[] => {
  const known = secrets
    .filter(({ kind }) => kind !== 'date_of_birth')
    .map(({ kind, pieces }) => ({
      kind,
      digits: digitsOf(pieces),
      start: pieces[0]?.start ?? 0,
      end: (pieces.at(-1)?.end ?? 0) + NEAR,
    }));
  return groups.flatMap(({ pieces, digits }) => {
    const at = pieces[0]?.start ?? 0;
    const said = known.find((secret) => {
      if (secret.digits.length >= LEAST_WHOLE && digits.includes(secret.digits)) return true;
      const isNear = at >= secret.start && at < secret.end;
      return digits.length >= (isNear ? LEAST_NEAR : LEAST) && secret.digits.includes(digits);
    });
    return said ? [{ kind: said.kind, pieces }] : [];
  });
};
