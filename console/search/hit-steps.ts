/** Hit a step before or after another in a list of them; null at its ends. */
export const stepFrom = (list: HTMLElement, hit: HTMLElement, step: 1 | -1): HTMLElement | null => {
  const hits = [...list.querySelectorAll<HTMLElement>('[data-hit]')];
  return hits[hits.indexOf(hit) + step] ?? null;
};
