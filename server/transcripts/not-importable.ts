/**
 * - `empty`: nothing stands in it
 * - `recording`: it is to be heard, not read
 * - `document`: compressed, or laid out on pages
 * - `encoding`: text in another encoding than UTF-8, or no text
 * - `unknown`: of no format that there is a reader for
 * - `part`: something that a speech service writes beside its result, or a part of the result
 * - `not_ready`: the service had not finished
 * - `failed`: the service could not put it into words
 * - `without_times`: words without their times
 * - `damaged`: cut off, or broken on its way
 * - `odd`: something in it is not as its format has it
 */
export type Objection =
  | 'empty'
  | 'recording'
  | 'document'
  | 'encoding'
  | 'unknown'
  | 'part'
  | 'not_ready'
  | 'failed'
  | 'without_times'
  | 'damaged'
  | 'odd';

/**
 * The file cannot become a transcript. The message says what the file is and what to do, for the person who handed it
 * in; it never quotes what was spoken, since messages reach logs.
 */
export class NotImportable extends Error {
  override name = 'NotImportable';
  readonly objection: Objection;

  constructor(message: string, objection: Objection = 'odd') {
    super(message);
    this.objection = objection;
  }
}
