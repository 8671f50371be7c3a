import { existsSync, globSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** A file of the built console, in memory: as it is, and compressed where that saves anything. */
export type ConsoleFile = { type: string; bytes: Buffer; gzip: Buffer | null };

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Folder where `vite build` leaves the console. */
export const DIST = fileURLToPath(new URL('../../console/dist/', import.meta.url));

/** Every file of the built console by its address, such as `/assets/main-BQj3hs.js`; null where it is not built. */
export const readConsole = (folder: string): Map<string, ConsoleFile> | null => {
  if (!existsSync(join(folder, 'index.html'))) return null;
  const names = globSync('{index.html,assets/*}', { cwd: folder }).filter((name) => extname(name) in TYPES);
  return new Map(names.map((name) => [`/${name}`, readConsoleFile(join(folder, name))]));
};

const readConsoleFile = (path: string): ConsoleFile => {
  const bytes = readFileSync(path);
  const gzip = extname(path) === '.woff2' ? null : gzipSync(bytes, { level: 9 });
  return { type: TYPES[extname(path)] as string, bytes, gzip };
};
