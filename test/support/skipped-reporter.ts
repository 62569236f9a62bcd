import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node';

/** Names every test that was skipped, at the end of a run; the names say why. Not where only some were asked for by name. */
export default class SkippedReporter implements Reporter {
  #asked = false;

  onInit({ config }: Vitest): void {
    this.#asked = config.testNamePattern !== undefined;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = modules.flatMap((module) => [...module.children.allTests('skipped')]);
    if (this.#asked || skipped.length === 0) return;
    process.stdout.write(`\nSkipped:\n${skipped.map((test) => `  ${placed(test)}\n`).join('')}`);
  }
}

const placed = ({ module, fullName }: TestCase): string => `${module.relativeModuleId}: ${fullName}`;
