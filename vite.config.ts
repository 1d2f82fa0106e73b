import { readFileSync } from 'node:fs';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

/** React Aria brings its words in 34 languages; the till ships those of its own (src/ui/i18n/locales.ts). */
function onlyOwnLanguages(): Plugin {
  const foreign =
    /\/(?:react-aria|react-stately|react-aria-components)\/dist\/private\/intl\/.*\/(?!en-US|ar-AE)[a-z]{2}-[A-Z]{2}\.mjs$/;
  return {
    name: 'only-own-languages',
    enforce: 'pre',
    load: (id) => (foreign.test(id) ? 'export default undefined;' : null),
  };
}

/** The page to browse the API is made of another package's files; they are served with the screens. */
function apiPage(): Plugin {
  const folder = new URL('node_modules/@fastify/swagger-ui/static/', import.meta.url);
  return {
    name: 'api-page',
    generateBundle() {
      for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js']) {
        const source = readFileSync(new URL(name, folder));
        this.emitFile({ type: 'asset', fileName: `api-page/${name}`, source });
      }
    },
  };
}

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};

export default defineConfig({
  root: 'src/ui',
  // By which an open screen knows that the till is another than it came from.
  define: { 'import.meta.env.TILL_VERSION': JSON.stringify(version) },
  // Macros are expanded before React's own transform sees the JSX.
  plugins: [
    onlyOwnLanguages(),
    babel({ presets: [linguiTransformerBabelPreset()] }),
    react(),
    lingui(),
    apiPage(),
  ],
  build: {
    outDir: '../../build/ui',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    manifest: true,
    // scripts/first-load.ts watches the size, as it is sent.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // The screens that every till opens come as one file: sixty small ones pack worse, and each is
          // a request. The rest is loaded when it is opened.
          groups: [
            {
              name: 'till',
              test: /src\/ui\/(main|app\/Till|features\/floor\/FloorScreen|features\/orders\/OrderScreen)\.tsx$/,
            },
          ],
        },
      },
    },
  },
});
