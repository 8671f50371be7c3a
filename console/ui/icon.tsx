/** Drawings in a square of 16, with strokes of 1.5. */
const DRAWINGS = {
  cases:
    'M2 4.25c0-.7.55-1.25 1.25-1.25H6.4l1.4 1.75h4.95c.7 0 1.25.55 1.25 1.25v5.75c0 .7-.55 1.25-1.25 1.25h-9.5C2.55 13 2 12.45 2 11.75Z',
  check: 'm3 8.5 3.25 3.25L13 4.75',
  chevron: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  close: 'm4 4 8 8m0-8-8 8',
  delete: 'M3 4.5h10M6.5 4.5v-1.75h3v1.75M4.25 4.5l.6 8.25h6.3l.6-8.25M6.75 7v3.5m2.5-3.5v3.5',
  edit: 'M3 13v-2.5L10.75 2.75l2.5 2.5L5.5 13ZM9 4.5 11.5 7',
  export: 'M8 2.5v7m-2.75-2.5L8 9.75 10.75 7M2.75 11v1.25c0 .7.55 1.25 1.25 1.25h8c.7 0 1.25-.55 1.25-1.25V11',
  history: 'M2.75 8a5.25 5.25 0 1 0 1.6-3.75L2.75 5.7m0-3.2v3.2h3.2M8 5.25V8l2 1.5',
  hold: 'M4.25 7.25h7.5v5.5h-7.5ZM5.75 7.25V5a2.25 2.25 0 0 1 4.5 0v2.25',
  keys: 'M2 4.5h12v7H2ZM4.5 7h.01m2.32 0h.01m2.32 0h.01m2.32 0h.01M5.5 9.5h5',
  link: 'M6.75 9.25a2.5 2.5 0 0 0 3.55 0l2.2-2.2a2.5 2.5 0 0 0-3.55-3.55l-.7.7M9.25 6.75a2.5 2.5 0 0 0-3.55 0l-2.2 2.2a2.5 2.5 0 0 0 3.55 3.55l.7-.7',
  merge: 'M2.5 4h2.25c2 0 3 4 5 4h3.5m-2-2 2 2-2 2M2.5 12h2.25c.9 0 1.6-.8 2.25-1.7',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  print:
    'M4.5 6V2.5h7V6M4.5 11.5H3.25c-.7 0-1.25-.55-1.25-1.25v-3C2 6.55 2.55 6 3.25 6h9.5c.7 0 1.25.55 1.25 1.25v3c0 .7-.55 1.25-1.25 1.25H11.5M4.5 9.5h7v4h-7Z',
  redo: 'M10.75 3 13.5 5.75 10.75 8.5M13.5 5.75H6.25a3.25 3.25 0 0 0 0 6.5H8',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Zm3.25 7.75L13.5 13.5',
  settings:
    'M2 5h6.25m3.5 0H14M2 11h2.25m3.5 0H14M10 3.25a1.75 1.75 0 1 1 0 3.5 1.75 1.75 0 0 1 0-3.5ZM6 9.25a1.75 1.75 0 1 1 0 3.5 1.75 1.75 0 0 1 0-3.5Z',
  split: 'M2.5 8h3.25c2 0 2.5-4 4.5-4h3m-2-2 2 2-2 2M7 9.5c.7 1.3 1.6 2.5 3.25 2.5h3m-2-2 2 2-2 2',
  today:
    'M8 5.25a2.75 2.75 0 1 1 0 5.5 2.75 2.75 0 0 1 0-5.5ZM8 1.5v1.25m0 10.5v1.25M1.5 8h1.25m10.5 0h1.25M3.4 3.4l.9.9m7.4 7.4.9.9m0-9.2-.9.9m-7.4 7.4-.9.9',
  undo: 'M5.25 3 2.5 5.75 5.25 8.5M2.5 5.75h7.25a3.25 3.25 0 0 1 0 6.5H8',
  upload: 'M8 9.75v-7M5.25 5.25 8 2.5l2.75 2.75M2.75 11v1.25c0 .7.55 1.25 1.25 1.25h8c.7 0 1.25-.55 1.25-1.25V11',
} as const;

export type IconName = keyof typeof DRAWINGS;

/** Icon next to a label, or alone where the label is read aloud elsewhere. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    strokeWidth={name === 'more' ? 2.25 : 1.5}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d={DRAWINGS[name]} />
  </svg>
);
