/** The transcript cannot be written in this format. The message says why and what to ask for instead. */
export class NotExportable extends Error {
  override name = 'NotExportable';
}
