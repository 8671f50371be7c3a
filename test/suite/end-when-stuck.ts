import { PATIENCE } from './patience.ts';

// Loaded into the process of every file: the runner's own limit fails a test that hangs, and leaves its process alive.
setTimeout(() => {
  const open = process.getActiveResourcesInfo().join(', ');
  process.stderr.write(`Ended after ${PATIENCE / 60_000} minutes, with still open: ${open}\n`);
  process.exit(1);
}, PATIENCE + 30_000).unref();
