import { join } from 'node:path';
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

const TEXT = String.raw`(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\`(?:[^\`\\]|\\.)*\`)`;
const TOLD = new RegExp(String.raw`\b(?:description|summary):\s*${TEXT}(?:\s*\+\s*${TEXT})*\s*(?:,|(?=[})]))`, 'g');

/** Leaves out what the contract says of its fields in the API reference: no page shows it, and it weighs as much as one. */
const bareContract: Plugin = {
  name: 'pharos-bare-contract',
  enforce: 'pre',
  transform(code, id) {
    if (!/[\\/]contract[\\/](?!openapi)[^?]*\.ts$/.test(id)) return null;
    return { code: code.replace(TOLD, ''), map: null };
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [layers, bareContract, react()],
  resolve: { alias: [{ find: /^typebox$/, replacement: join(import.meta.dirname, 'typebox-stub.ts') }] },
  build: {
    target: 'es2023',
    // light-dark() is kept as it is: one palette serves both themes.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    // One sheet for all pages: none of them can look otherwise because of where somebody was before.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/v1': API, '/pharos.svg': API } },
});
