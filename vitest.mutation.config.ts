import { defineConfig } from 'vitest/config';

/** The tests that `npm run mutation` runs against each mutant: those of the advisor and of the guard, no server, no browser. */
export default defineConfig({
  test: {
    include: [
      'test/advisor/**/*.test.ts',
      'test/phrasing/guard.test.ts',
      'test/phrasing/guard/**/*.test.ts',
      'test/properties/{any-text,counterfactuals,gaps,margin,names,reasons,same-input,settled}.test.ts',
    ],
    setupFiles: 'test/support/fixed-draws.ts',
    restoreMocks: true,
    testTimeout: 20_000,
  },
});
