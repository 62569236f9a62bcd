import { describe, expect, test } from 'vitest';
import { changeInterview, readInterview } from '../../src/records/interviews.ts';
import { AT } from '../support/records.ts';
import { aStore, BACKENDS } from '../support/stores.ts';

describe.each(BACKENDS)('records on $name', ({ backend, missing }) => {
  const onBackend = test.skipIf(missing);

  onBackend('an interview goes on from where it was and ends', async () => {
    const store = await aStore(backend);
    const begun = {
      asker: 'U1',
      subject: 'situation' as const,
      facts: [],
      aboutPerson: false,
      asked: [],
      heard: '',
      skipped: [],
      state: 'asking' as const,
      since: AT,
    };
    await changeInterview(store, 'T1', 'T1:D1', () => begun);
    await changeInterview(
      store,
      'T1',
      'T1:D1',
      (now) => now && { ...now, asked: [...now.asked, 'companySize'] },
    );
    expect(await readInterview(store, 'T1', 'T1:D1')).toEqual({ ...begun, asked: ['companySize'] });
    await changeInterview(store, 'T1', 'T1:D1', () => null);
    expect(await readInterview(store, 'T1', 'T1:D1')).toBeUndefined();
  });
});
