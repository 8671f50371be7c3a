/** A cue's times in milliseconds, undefined where unreadable, and the lines up to the next cue's times. */
export type CueLines = { start: number | undefined; end: number | undefined; lines: string[] };

const TIME = /^(?:(\d+):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,40}))?(?=\s|$)/;

/** The time that a text begins with, `[HH:]MM:SS[.fff]`, in milliseconds. */
export const timeIn = (text: string): number | undefined => {
  const match = TIME.exec(text.trim());
  if (!match) return undefined;
  const [, hours = '0', minutes, seconds, fraction = '0'] = match;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * 1000 + Math.round(Number(`0.${fraction}`) * 1000);
};

/** Settings of WebVTT, and coordinates of SubRip, behind the times of a cue. */
const SETTINGS = /^(?:\s*(?:align|position|line|size|vertical|region|[xy][12]):\S*)*\s*$/i;

/** Text on the line of the times, where a program puts it there. */
const restOf = (line: string): string[] => {
  const end = line.slice(line.indexOf('-->') + 3).trim();
  const rest = timeIn(end) === undefined ? '' : end.replace(TIME, '');
  return SETTINGS.test(rest) ? [] : [rest];
};

const timesIn = (line: string): Pick<CueLines, 'start' | 'end'> | undefined => {
  const arrow = line.indexOf('-->');
  if (arrow < 0) return undefined;
  const [start, end] = [timeIn(line.slice(0, arrow)), timeIn(line.slice(arrow + 3))];
  return start === undefined && end === undefined ? undefined : { start, end };
};

/** Tells a line that gives the times of a cue: `00:00:01,000 --> 00:00:02,000`, hours optional, comma or point. */
export const isTiming = (line: string): boolean => timesIn(line) !== undefined;

/**
 * The lines of a text file. Where tools on two systems each changed the line ends, every line is followed by an empty
 * one (or by a second carriage return, which some readers take for one): these are left out.
 */
export const linesOf = (text: string): string[] => {
  const lines = text.split(/\r*\n|\r/);
  const isDoubled = lines.length > 3 && lines.every((line, index) => index % 2 === 0 || line.trim() === '');
  return isDoubled ? lines.filter((_, index) => index % 2 === 0) : lines;
};

/**
 * A subtitle file cut at its time lines. A time line of which one half is unreadable still counts, so that the words
 * below it are not lost. `head` is what stands before the first cue.
 */
export const cutAtTimings = (text: string): { head: string[]; cues: CueLines[] } => {
  const head: string[] = [];
  const cues: CueLines[] = [];
  for (const line of linesOf(text)) {
    const times = timesIn(line);
    if (times) cues.push({ ...times, lines: restOf(line) });
    else (cues.at(-1)?.lines ?? head).push(line);
  }
  return { head, cues };
};
