/** Prints a line for the person who runs the command. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);

export const inMegabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
