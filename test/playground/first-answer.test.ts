import { expect, onTestFinished, test, vi } from 'vitest';
import { start } from '../../src/start.ts';
import { theAdvisor } from '../support/advisor.ts';
import { aFolder } from '../support/folders.ts';
import { DAY_MS, silent } from '../support/rolefit.ts';

test('the playground has read a text before it says that it is ready, so that nobody’s first command is late', async () => {
  const advisor = { ...theAdvisor(), check: vi.fn(theAdvisor().check) };
  const { stop } = await start(
    {
      logLevel: 'silent',
      slack: { mode: 'playground', port: 0 },
      store: { backend: 'sqlite', dataDir: aFolder(), encryptionKeys: [] },
      eraseAfterMs: DAY_MS,
    },
    silent,
    Date.now,
    advisor,
  );
  onTestFinished(stop);
  expect(advisor.check).toHaveBeenCalledOnce();
});
