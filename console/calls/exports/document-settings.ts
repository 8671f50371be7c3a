import type { ExportFormat, RedactionKind } from '@pharos/contract/transcripts.ts';
import { useMe } from '../../api/me.ts';
import { useLocale } from '../../texts/texts.tsx';

/**
 * Time zone and language of a document, which are the funeral home's, or the browser's where it has none; and kinds of
 * numbers to leave out of it, separated by commas.
 */
export type DocumentSettings = { time_zone: string; language: 'en' | 'es'; redact?: string };

/** Numbers that are worth money to a stranger. A date of birth belongs into a funeral home's papers. */
const LEFT_OUT: readonly RedactionKind[] = ['card_number', 'bank_account', 'social_security_number', 'security_code'];

export const useDocumentSettings = (leaves_out: boolean): DocumentSettings => {
  const { language } = useLocale();
  const own = useMe()?.organization.time_zone;
  const time_zone = own ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { language, time_zone, ...(leaves_out && { redact: LEFT_OUT.join(',') }) };
};

/** The address of a file to download. */
export const exportAddress = (call_uuid: string, format: ExportFormat, settings: DocumentSettings): string =>
  `/v1/calls/${call_uuid}/transcript?${new URLSearchParams({ format, ...settings })}`;
