import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { bareTable } from '@pharos/contract/table/bare-table.ts';
import { routes } from '@pharos/contract/table/routes.ts';
import { type Plugin, rolldown } from 'rolldown';

const root = join(import.meta.dirname, '../..');

/** Fields by which the client knows what it may send again. */
const OF_RETRIES = ['access', 'rate_limit', 'only_reads', 'in_many_steps'] as const;

/** Puts a table without schemas in the place of the contract's: a tenth of the size, and without a library. */
const slimTable: Plugin = {
  name: 'pharos-slim-table',
  load: {
    filter: { id: /contract[\\/]table[\\/]routes\.ts$/ },
    handler: () => `export const routes = ${JSON.stringify(bareTable(routes, OF_RETRIES))};`,
  },
};

/**
 * Bundles an entry with what it imports of the workspaces into one JavaScript file. Answers the packages that it still
 * imports. `whole_table` keeps the contract's schemas.
 */
export const bundle = async (
  entry: { file: string } | { code: string },
  file: string,
  { whole_table = false, banner = '' } = {},
): Promise<string[]> => {
  const virtual: Plugin = {
    name: 'pharos-entry',
    resolveId: (id) => (id === 'entry.ts' ? join(root, 'client/entry.ts') : undefined),
    load: (id) => ('code' in entry && id === join(root, 'client/entry.ts') ? entry.code : undefined),
  };
  const built = await rolldown({
    input: 'file' in entry ? entry.file : 'entry.ts',
    platform: 'neutral',
    external: (id) => !/^[./]|^entry\.ts$|^@pharos\//.test(id),
    plugins: [virtual, ...(whole_table ? [] : [slimTable])],
    resolve: { conditionNames: ['import', 'default'] },
  });
  const { output } = await built.write({ file, format: 'esm', banner, codeSplitting: false });
  return output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.imports : [])).filter((name) => !isBuiltin(name));
};
