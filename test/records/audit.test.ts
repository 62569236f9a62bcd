import { describe, expect, test } from 'vitest';
import { listAudit } from '../../src/records/audit.ts';
import { changeSettings } from '../../src/records/change-settings.ts';
import { AT } from '../support/records.ts';
import { aStore, BACKENDS } from '../support/stores.ts';

describe.each(BACKENDS)('records on $name', ({ backend, missing }) => {
  const onBackend = test.skipIf(missing);

  onBackend('the audit list is read in pages, newest first', async () => {
    const store = await aStore(backend);
    for (let n = 0; n < 7; n += 1)
      await changeSettings(store, 'T1', { by: 'UADMIN', at: AT + n }, { mentionOnly: n % 2 === 0 });
    const times: number[] = [];
    let after: string | null | undefined;
    do {
      const page = await listAudit(store, 'T1', { after: after ?? undefined, limit: 3 });
      times.push(...page.documents.map(({ value }) => value.at - AT));
      after = page.next;
    } while (after !== null);
    expect(times).toEqual([6, 5, 4, 3, 2, 1, 0]);
  });
});
