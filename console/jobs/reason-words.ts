import type { JobReason, JobRemark } from '@pharos/contract/job-reasons.ts';
import type { Job } from '@pharos/contract/jobs.ts';
import type { Problem } from '@pharos/contract/table/envelope.ts';
import { PROVIDERS } from '../naming/providers.ts';
import type { Words } from '../texts/en/job-reasons.ts';
import type { Texts } from '../texts/english.ts';
import { problemWords } from '../ui/forms/refusal-words.ts';

/** Name of the speech service of a job. */
export const providerName = (provider: Job['provider'], { jobs }: Texts): string =>
  ({ ...PROVIDERS, ...jobs.providers })[provider];

/** Reason why a job failed or waits, in the reader's language; null without one. */
export const reasonWords = (
  { reason, error, provider }: Pick<Job, 'reason' | 'error' | 'provider'>,
  texts: Texts,
): string | null => {
  if (!reason) return null;
  const { code, given = {} } = reason;
  // What an import was refused for has words where files are imported.
  const refused = { code: String(given.refusal), given, pointer: '', message: '' } as Problem;
  const refusal = code === 'result_unreadable' ? problemWords(refused, texts) : '';
  return (refusal || null) ?? said(texts.job_reasons, reason, providerName(provider, texts)) ?? error;
};

/** Remarks about the result of a job, in the reader's language. */
export const remarkWords = ({ remarks, provider }: Job, texts: Texts): string[] =>
  remarks.flatMap((remark) => said(texts.job_remarks, remark, providerName(provider, texts)) ?? []);

// A server that is newer than this page may have codes without a text here.
const said = (texts: Record<string, Words>, { code, given = {} }: JobReason | JobRemark, provider: string) => {
  const words = Object.hasOwn(texts, code) ? (texts[code] as Words) : null;
  return typeof words === 'function' ? words(given, provider) : words;
};
