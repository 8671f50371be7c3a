/** The longest time that a subtitle can tell, in milliseconds: 99:59:59.999. */
export const LONGEST_MS = 359_999_999;

const two = (number: number): string => String(number).padStart(2, '0');

const partsOf = (ms: number) => {
  const whole = Math.round(Math.min(LONGEST_MS, Math.max(0, ms)));
  const seconds = Math.floor(whole / 1000);
  return {
    hours: Math.floor(seconds / 3600),
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
    thousandths: String(whole % 1000).padStart(3, '0'),
  };
};

/** Milliseconds as a person reads them: `0:03`, `1:02:03`. */
export const shortTime = (ms: number): string => {
  const { hours, minutes, seconds } = partsOf(ms);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
};

/** Milliseconds as subtitles write them, `01:02:03,456`, with the separator of the format. */
export const cueTime = (ms: number, separator: ',' | '.'): string => {
  const { hours, minutes, seconds, thousandths } = partsOf(ms);
  return `${two(hours)}:${two(minutes)}:${two(seconds)}${separator}${thousandths}`;
};
