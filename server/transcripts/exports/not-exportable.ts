/** A transcript that cannot be written in this format. The message says why and what to ask for instead. */
export class NotExportable extends Error {
  override name = 'NotExportable';
}

/** Pages take memory and time. */
export const TOO_LONG = 'This call is too long for a PDF or Word document. Ask for txt, md, csv or json.';
