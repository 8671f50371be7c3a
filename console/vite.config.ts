import { join } from 'node:path';
import { bareTable } from '@pharos/contract/table/bare-table.ts';
import { routes } from '@pharos/contract/table/routes.ts';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const API = process.env.PHAROS_API ?? 'http://127.0.0.1:8080';

/** Layers of the cascade, each over those before it. */
const ORDER = '@layer base, ui, features, paper;';

/**
 * Puts each module of styles into the layer of its floor: a page overrides the pieces it is made of, and what is only for
 * paper overrides both, in whatever order they come into the sheet.
 */
const layers: Plugin = {
  name: 'pharos-layers',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('.module.css')) return null;
    const layer = id.startsWith(join(import.meta.dirname, 'ui')) ? 'ui' : 'features';
    return { code: `${ORDER}\n@layer ${layer} {\n${code}\n}`, map: null };
  },
};

/**
 * Gives the page what the contract comes to: its lists, names and limits, and the route table without schemas. The page
 * checks no bodies, and what does would weigh more than any page.
 */
const evaluatedContract: Plugin = {
  name: 'pharos-evaluated-contract',
  enforce: 'pre',
  async transform(code, id) {
    if (!/[\\/]contract[\\/][^?]*\.ts$/.test(id)) return null;
    const is_table = id.endsWith('/table/routes.ts');
    if (!is_table && !/^import Type\b/m.test(code)) return null;
    const known = is_table ? { routes: bareTable(routes) } : ((await import(id)) as object);
    const data = Object.entries(known).flatMap(([name, value]) => {
      const json = JSON.stringify(value);
      return json === undefined ? [] : `export const ${name} = ${json};`;
    });
    return { code: data.join('\n'), map: null };
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [layers, evaluatedContract, react()],
  build: {
    target: 'es2023',
    // light-dark() is kept as it is: one palette serves both themes.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    // One sheet for all pages: none of them can look otherwise because of where somebody was before.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // What every page begins with is one file: it is asked for once, and compresses better.
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
    },
  },
  server: { proxy: { '/v1': API, '/pharos.svg': API } },
});
