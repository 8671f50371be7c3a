import type { NotImportable } from '../not-importable.ts';
import type { JsonObject } from '../reading/json.ts';
import type { Reading } from '../reading/words.ts';

/** A format in JSON: a test of its shape, and its reader. */
export type JsonFormat = {
  name: string;
  matches: (json: JsonObject) => boolean;
  read: (json: JsonObject) => Reading;
};

/** A format in plain text; line ends may be of any system. */
export type TextFormat = {
  name: string;
  matches: (text: string) => boolean;
  read: (text: string) => Reading;
};

/** A kind of file that people take for a transcript, and the error that explains it. */
export type Refused<File> = { matches: (file: File) => boolean; refuse: (file: File) => NotImportable };
