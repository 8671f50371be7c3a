/**
 * - `empty`: nothing stands in it
 * - `is_recording`: it is to be heard, not read
 * - `is_document`: compressed, or laid out on pages
 * - `not_utf8`: text in another encoding than UTF-8, or no text
 * - `unknown_format`: of no format that there is a reader for
 * - `partial`: something that a speech service writes beside its result, or a part of the result
 * - `not_ready`: the service had not finished
 * - `failed`: the service could not transcribe it
 * - `untimed`: words without their times
 * - `damaged`: truncated or corrupted
 * - `malformed`: something in it is not as its format has it
 */
export type Objection =
  | 'empty'
  | 'is_recording'
  | 'is_document'
  | 'not_utf8'
  | 'unknown_format'
  | 'partial'
  | 'not_ready'
  | 'failed'
  | 'untimed'
  | 'damaged'
  | 'malformed';

/**
 * The file cannot become a transcript. The message says what the file is and what to do, for the person who handed it
 * in; it never quotes what was spoken, since messages reach logs.
 */
export class NotImportable extends Error {
  override name = 'NotImportable';
  readonly objection: Objection;

  constructor(message: string, objection: Objection = 'malformed') {
    super(message);
    this.objection = objection;
  }
}
