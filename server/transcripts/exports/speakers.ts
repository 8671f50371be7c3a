import { isObject } from '../reading/json.ts';
import { oneLine } from './one-line.ts';

/** Speaker ids to labels, as a call has them: a label is a string, an object with a `name`, or anything else. */
export type SpeakerLabels = Readonly<Record<string, unknown>>;

const nameIn = (label: unknown): string => {
  const name = isObject(label) && Object.hasOwn(label, 'name') ? label.name : label;
  return typeof name === 'string' ? oneLine(name) : '';
};

/** The name to show for a speaker: what the labels say, else the id; null where nobody is known to speak. */
export const speakerName = (speaker: string | null | undefined, labels: SpeakerLabels): string | null => {
  if (!speaker) return null;
  const label = Object.hasOwn(labels, speaker) ? labels[speaker] : undefined;
  return nameIn(label) || oneLine(speaker) || null;
};

const short = (name: string): string => name.split(/[,،]/, 1)[0]?.trim() || name;

/** A name for a margin: “Anna Hollis” of “Anna Hollis, daughter”, as long as nobody else is called so. */
export const shortNameOf = (name: string | null, names: readonly string[]): string | null =>
  name === null || names.some((other) => other !== name && short(other) === short(name)) ? name : short(name);
