/** `Retry-After`, in seconds or as a date (RFC 9110, section 10.2.3), in milliseconds; 0 where there is none. */
export const readRetryAfter = (text: string | undefined, longest_ms: number, now = Date.now()): number => {
  const said = text?.trim() ?? '';
  const ms = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), longest_ms) : 0;
};
