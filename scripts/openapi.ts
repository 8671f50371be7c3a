// Writes contract/openapi/openapi.json from the route table; with --check only says whether it is fresh.
import { readFileSync, writeFileSync } from 'node:fs';
import { openApiDocument } from '@pharos/contract/openapi/openapi.ts';

const file = new URL('../contract/openapi/openapi.json', import.meta.url);
const text = `${JSON.stringify(openApiDocument(), null, 2)}\n`;

const written = (): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
} else if (written() !== text) {
  process.stderr.write(
    'contract/openapi/openapi.json is stale: run `node scripts/openapi.ts` and commit what it writes\n',
  );
  process.exitCode = 1;
}
