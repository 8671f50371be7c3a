export const PlaySign = () => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path d="M4.5 2.2v11.6L14 8Z" fill="currentColor" />
  </svg>
);

export const PauseSign = () => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path d="M3.5 2.5h3v11h-3Zm6 0h3v11h-3Z" fill="currentColor" />
  </svg>
);
