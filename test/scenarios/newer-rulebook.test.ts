import { expect, test } from 'vitest';
import type { View } from '../../src/playground/views/view.ts';
import { listChecks, saveCheck } from '../../src/records/checks.ts';
import { openStore } from '../../src/store/open-store.ts';
import { rolefitIn, silent } from '../support/rolefit.ts';

const shown = (view: View): string => JSON.stringify(view.content.blocks);
const CHANGED = 'The rulebook has changed since this check was made.';

test('a verdict recalled by its id is the same, and says what a newer rulebook makes of it', async () => {
  const { founder, slack, running, dataDir } = await rolefitIn('socket');
  await founder.types('/rolefit We are 14 people, I keep having ideas and nothing gets finished', {
    channel: 'general',
  });
  const { blocks } = await founder.awaits('general');
  const id = /rolefit why ([0-9a-z]+)/.exec(JSON.stringify(blocks))?.[1];
  await founder.types(`/rolefit why ${id}`, { channel: 'general' });
  const same = shown(await founder.awaitsModal());
  expect(same).toMatch(/supports an implementer, \d points?/);
  expect(same).not.toContain(CHANGED);
  await founder.closes();
  await running.stop();

  // As an older rulebook would have left it.
  const store = await openStore({ backend: 'sqlite', dataDir, encryptionKeys: [] }, silent);
  const [kept] = (await listChecks(store, slack.workspace.team.id, founder.user.id, { limit: 5 })).documents;
  if (kept === undefined) throw new Error('The check was not kept.');
  const rules = [{ id: 'a-former-rule', fired: null }];
  const older = { ...kept.value, rulebook: '2025.01-older', role: 'coo' as const, rules };
  await saveCheck(store, slack.workspace.team.id, older);
  await store.close();

  const later = await rolefitIn('socket', { dataDir });
  await later.founder.types(`/rolefit why ${id}`, { channel: 'general' });
  const changed = shown(await later.founder.awaitsModal());
  expect(changed).toContain(CHANGED);
  expect(changed).toContain('Then the answer was a COO; today it is an implementer.');
  expect(changed).toContain('Counts now: ');
  expect(changed).toContain('Counts no more: a rule that is gone');
  expect(changed).toMatch(/supports an implementer, \d points?/);
});
