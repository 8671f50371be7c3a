import { createWriteStream, openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createClient } from '@pharos/client';
import { uploadRecording } from '@pharos/client/upload.ts';
import type { ExportFormat } from '@pharos/contract/transcripts.ts';
import { type Command, UsageError } from '../command.ts';

const FORMATS: readonly ExportFormat[] = ['json', 'txt', 'md', 'srt', 'vtt', 'csv', 'docx', 'pdf'];
/** Formats that a terminal cannot show. */
const BINARY: readonly string[] = ['docx', 'pdf'];

const readInput = async (file: string): Promise<Buffer> => {
  if (file !== '-') return readFile(file);
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece);
  return Buffer.concat(pieces);
};

export const put: Command = {
  summary: 'Update a call with the fields of a JSON file; what it leaves out stays as it is',
  positionals: ['CALL', '[FILE]'],
  options: {
    'if-match': { type: 'string', value: 'ETAG', summary: 'Only if the call still has this version' },
  },
  run: async (call) => {
    const { out, signal } = call;
    const [call_uuid = '', file = '-'] = call.given;
    const text = (await readInput(file)).toString('utf8');
    try {
      JSON.parse(text);
    } catch (error) {
      throw new UsageError(`${file === '-' ? 'Standard input' : file} is not JSON: ${(error as Error).message}`);
    }
    // Sent as it is written: the server sees a key that stands twice, and numbers that would be rounded.
    const asWritten: typeof fetch = (url, init) => fetch(url, { ...init, body: text });
    const { calls } = createClient({ ...call.server, fetch: asWritten });
    const asked = { call_uuid, body: {}, if_match: call.text('if-match'), signal };
    const { data, message, etag } = await calls.update(asked);
    if (out.as_json) return out.json(data);
    out.note(`${message}. It is version ${etag}.`);
  },
};

export const upload: Command = {
  summary: 'Upload the recording of a call; it goes on after a lost connection',
  positionals: ['CALL', 'FILE'],
  options: {},
  run: async ({ client, given: [call_uuid = '', path = ''], out, server, signal }) => {
    const file = await openAsBlob(path);
    const on_progress = ({ sent, total }: { sent: number; total: number }) =>
      out.progress(`${basename(path)}: ${Math.floor((100 * sent) / Math.max(1, total))} %`);
    await uploadRecording(server, { call_uuid, file, file_name: basename(path), on_progress, signal });
    out.endProgress();
    const { data } = await client.recordings.info({ call_uuid });
    out.record(data, ['uuid', 'content_type', 'bytes', 'duration_ms', 'sha256']);
  },
};

export const transcript: Command = {
  summary: "Give a call the words of a speech service's result or a subtitle file; the format is detected",
  positionals: ['CALL', '[FILE]'],
  options: {},
  run: async ({ client, given: [call_uuid = '', file = '-'], out, signal }) => {
    const { data } = await client.calls.importTranscript({ call_uuid, body: await readInput(file), signal });
    if (out.as_json) return out.json(data.report);
    out.record(data.report, ['format', 'words', 'speakers', 'repaired', 'estimated_times', 'warnings']);
  },
};

export const exportTranscript: Command = {
  summary: 'Write the transcript of a call as a file, with the names of who speaks',
  positionals: ['CALL'],
  options: {
    format: { type: 'string', value: 'FORMAT', summary: `${FORMATS.join(', ')}. Default: txt`, choices: FORMATS },
    redact: { type: 'string', value: 'KINDS', summary: 'Kinds of numbers to leave out, such as card_number' },
    output: { type: 'string', short: 'o', value: 'FILE', summary: 'File to write. Default: standard output' },
  },
  run: async (call) => {
    const {
      client,
      given: [call_uuid = ''],
      out,
      signal,
    } = call;
    const format = (call.text('format') ?? 'txt') as ExportFormat;
    const output = call.text('output');
    const onTerminal = output === undefined && out.stdout.isTTY === true;
    if (onTerminal && BINARY.includes(format)) throw new UsageError(`Name a file for ${format}: --output FILE`);
    const answer = await client.calls.exportTranscript({ call_uuid, format, redact: call.text('redact'), signal });
    if (onTerminal) {
      for (const line of (await answer.text()).split('\n')) out.line(line);
    } else if (output === undefined) {
      out.stdout.write(Buffer.from(await answer.arrayBuffer()));
    } else {
      const body = Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]);
      await pipeline(body, createWriteStream(output));
      out.note(`${output} is written.`);
    }
  },
};
