import { defineConfig } from 'vitest/config';

// Some of the tests, for a quick look: Stryker's own --testFiles does not switch on mutants of what runs as a module is loaded.
const chosen = process.env.MUTATION_TESTS?.split(' ');

/** The tests that `npm run mutation` runs against each mutant: those of the advisor and of the guard; no server, no browser. */
export default defineConfig({
  test: {
    include: chosen ?? [
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
