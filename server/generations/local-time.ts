/** A moment as the clock of a time zone, or of an offset such as -05:00, shows it: ISO 8601 with the offset, to the second. */
export const localTime = (moment: string, time_zone: string): string => {
  const options = { timeZone: time_zone, timeZoneName: 'longOffset', hourCycle: 'h23' } as const;
  const fields = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  } as const;
  const parts = new Intl.DateTimeFormat('en-US', { ...options, ...fields }).formatToParts(new Date(moment));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  const offset = part('timeZoneName').replace('GMT', '') || '+00:00';
  const day = [part('year').padStart(4, '0'), part('month'), part('day')].join('-');
  return `${day}T${part('hour')}:${part('minute')}:${part('second')}${offset}`;
};
