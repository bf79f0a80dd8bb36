import { defineConfig } from 'vite';

/** Pages that run under a Content-Security-Policy without inline script or style, and from any address. */
export default defineConfig(({ command }) => ({
  // Whoever builds them: under a test runner too they are the pages that people get.
  define: command === 'build' ? { 'process.env.NODE_ENV': '"production"' } : {},
  oxc: { jsx: { runtime: 'automatic', development: command !== 'build' } },
  build: {
    emptyOutDir: true,
    target: 'es2023',
    // What the policy forbids must not be put into the page by the bundler either.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      onLog(level, log, tell) {
        // Marks for servers that render pages, which mean nothing in a browser.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4617' } },
}));
