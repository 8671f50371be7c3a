import { count } from './numbers.ts';

/** Measures of a call, beside its speakers. */
export const measures = {
  title: 'Pace of the conversation',
  reading: 'Measuring…',
  longest: 'Longest stretch without a break',
  questions: 'Questions',
  interruptions: 'Interruptions',
  responses: 'Usual time before answering',
  silences: 'Silences',
  silences_of: (n: number, length: string) => `${count(n, 'silence')}, ${length} in all`,
  none: 'None',
  at_once: 'under 1 sec',
};
