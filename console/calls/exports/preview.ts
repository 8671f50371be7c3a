import type { ExportFormat } from '@pharos/contract/transcripts.ts';
import { queryOptions } from '@tanstack/react-query';
import { pharos } from '../../api/pharos.ts';
import type { DocumentSettings } from './document-settings.ts';

/** Characters: as much of a file as one looks at. */
const SHOWN = 4000;

/** The beginning of a stream of text; the rest is not fetched. */
export const beginningOf = async (body: ReadableStream<Uint8Array> | null, length: number): Promise<string> => {
  if (!body) return '';
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length <= length) continue;
    await reader.cancel();
    return `${text.slice(0, length).trimEnd()} …`;
  }
};

/** The beginning of an export. Never kept: the words may have been corrected since. */
export const previewQuery = (call_uuid: string, format: ExportFormat, settings: DocumentSettings) =>
  queryOptions({
    queryKey: ['export', call_uuid, format, settings],
    queryFn: async ({ signal }) =>
      beginningOf((await pharos.calls.exportTranscript({ call_uuid, format, ...settings, signal })).body, SHOWN),
    staleTime: 0,
    gcTime: 0,
  });
