/** Fields of a call and its case that a file's path can give. */
export const FIELDS = ['external_id', 'first_name', 'last_name', 'title'] as const;
export type Field = (typeof FIELDS)[number];
export type Said = Partial<Record<Field, string>>;

/** A pattern that cannot be used; the message says why. */
export class BadPattern extends Error {
  override name = 'BadPattern';
}

/**
 * Reads paths by a pattern such as `{external_id}/{title}` or `{last_name}, {first_name} ({external_id})/*`: a name in
 * braces stands for some characters but a slash, `*` for any such. Paths have no ending. Null where one does not fit.
 */
export const readPattern = (pattern: string): ((path: string) => Said | null) => {
  const names: Field[] = [];
  const source = pattern.split(/(\{\w*\}|\*)/).map((part) => {
    if (part === '*') return '[^/]*';
    const name = /^\{(\w*)\}$/.exec(part)?.[1];
    if (name === undefined) return part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    if (!FIELDS.includes(name as Field)) throw new BadPattern(`{${name}} is none of {${FIELDS.join('}, {')}}`);
    if (names.includes(name as Field)) throw new BadPattern(`{${name}} stands twice in the pattern`);
    names.push(name as Field);
    return '([^/]+?)';
  });
  if (!names.includes('external_id')) throw new BadPattern('The pattern needs {external_id}, by which a case is found');
  const expression = new RegExp(`^${source.join('')}$`, 'u');
  return (path) => {
    const match = expression.exec(path);
    return match && Object.fromEntries(names.map((name, index) => [name, (match[index + 1] as string).trim()]));
  };
};
