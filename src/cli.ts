#!/usr/bin/env node
import { whyNodeIsTooOld } from './cli/node-version.ts';
import { runCommand } from './cli/program.ts';
import { openAdvisor } from './knowledge/open-advisor.ts';
import { KnowledgeError } from './knowledge/yaml-source.ts';

/** Whoever reads our output may stop early, as `head` does; that is no fault. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const tooOld = whyNodeIsTooOld(process.versions.node);
if (tooOld !== null) {
  process.stderr.write(`${tooOld}\n`);
  process.exit(1);
}

try {
  process.exitCode = await runCommand(process.argv.slice(2), process, {
    openAdvisor,
    startApp: async () => void (await import('./main.ts')),
  });
} catch (error) {
  const why =
    error instanceof KnowledgeError
      ? 'The knowledge has faults. See them with: npm run knowledge'
      : 'Rolefit could not do that. Check that the file can be read, and try again.';
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}
