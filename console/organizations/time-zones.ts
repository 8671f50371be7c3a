/** Zones of the United States come first, from east to west. */
const NEAR = [
  ...['America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles'],
  ...['America/Anchorage', 'Pacific/Honolulu', 'America/Puerto_Rico'],
];

/** `America/New_York` as people read it. */
export const zoneName = (zone: string): string => zone.replaceAll('_', ' ').replaceAll('/', ' / ');

/** Every time zone that the browser knows, and the one that is set. */
export const timeZones = (current: string | null): [zone: string, name: string][] => {
  const all = new Set([...NEAR, ...Intl.supportedValuesOf('timeZone'), ...(current === null ? [] : [current])]);
  return [...all].map((zone) => [zone, zoneName(zone)]);
};
