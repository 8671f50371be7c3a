import type { ClientOptions } from '@pharos/client';
import type { Client } from '@pharos/client/methods.ts';
import type { Environment } from './credentials.ts';
import type { Output } from './output.ts';

export type Option = {
  type: 'string' | 'boolean';
  short?: string;
  /** Name of the value in the help, such as UUID. */
  value?: string;
  summary: string;
  /** Values that completions offer. */
  choices?: readonly string[];
};

/** Parsed command line and what a command works with. */
export type Call = {
  /** Positional arguments after the name of the command, as many as it declares. */
  given: string[];
  /** Option with a value; undefined where it was not given. */
  text(name: string): string | undefined;
  flag(name: string): boolean;
  client: Client;
  server: ClientOptions;
  out: Output;
  environment: Environment;
  signal: AbortSignal;
};

export type Command = {
  summary: string;
  /** Positional arguments, in order; an optional one is in brackets, `…` takes all that follow. */
  positionals: readonly string[];
  options: Readonly<Record<string, Option>>;
  run(call: Call): Promise<void>;
};

/** Command line that cannot be understood; the message says what to write instead. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Reads a whole number of at least 1 from an option. Throws UsageError for anything else. */
export const countOf = (call: Call, name: string, fallback: number): number => {
  const text = call.text(name);
  if (text === undefined) return fallback;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`--${name} takes a number, 1 or more`);
  return Number(text);
};
