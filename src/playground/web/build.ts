/** Builds the page into the folder that is named: `node build.ts FOLDER`. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const [, , outDir = ''] = process.argv;

await build({
  root: fileURLToPath(new URL('.', import.meta.url)),
  configFile: false,
  logLevel: 'error',
  mode: 'production',
  build: { outDir, emptyOutDir: false, modulePreload: false, assetsInlineLimit: 0, target: 'es2024' },
});
