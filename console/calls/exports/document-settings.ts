import type { ExportFormat } from '@pharos/contract/transcripts.ts';
import { useMe } from '../../api/me.ts';
import { useLocale } from '../../texts/texts.tsx';

/** Time zone and language of a document: the funeral home's, or the browser's where it has none. */
export type DocumentSettings = { time_zone: string; language: 'en' | 'es' };

export const useDocumentSettings = (): DocumentSettings => {
  const { language } = useLocale();
  const own = useMe()?.organization.time_zone;
  return { language, time_zone: own ?? Intl.DateTimeFormat().resolvedOptions().timeZone };
};

/** The address of a file to download. */
export const exportAddress = (call_uuid: string, format: ExportFormat, settings: DocumentSettings): string =>
  `/v1/calls/${call_uuid}/transcript?${new URLSearchParams({ format, ...settings })}`;
