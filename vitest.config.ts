import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/global-setup.ts',
    reporters: ['default', './test/support/skipped-reporter.ts'],
    // Vitest leaves a processor free, which on two is half of them.
    maxWorkers: '100%',
    // Files share the modules of their worker, and with them the advisor on the knowledge: two fifths of the time. So a test
    // leaves nothing behind: what it starts it stops, and what it replaces is put back.
    isolate: false,
    restoreMocks: true,
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
