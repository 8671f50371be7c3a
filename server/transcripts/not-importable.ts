/**
 * The file cannot become a transcript. The message says what the file is and what to do, for the person who handed it
 * in; it never quotes what was spoken, since messages reach logs.
 */
export class NotImportable extends Error {
  override name = 'NotImportable';
}
