import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const API = process.env.PHAROS_API ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { alias: [{ find: /^typebox$/, replacement: join(import.meta.dirname, 'typebox-stub.ts') }] },
  build: {
    target: 'es2023',
    // light-dark() is kept as it is: one palette serves both themes.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/v1': API, '/pharos.svg': API } },
});
