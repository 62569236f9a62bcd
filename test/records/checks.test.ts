import { describe, expect, test, vi } from 'vitest';
import { changeSettings } from '../../src/records/change-settings.ts';
import { findCheck, giveFeedback, listChecks, markShared, saveCheck } from '../../src/records/checks.ts';
import { factsOf, recordedFacts } from '../../src/records/facts.ts';
import { DAY_MS } from '../../src/retention.ts';
import { theAdvisor } from '../support/advisor.ts';
import { AT, aCheck } from '../support/records.ts';
import { aHome, aStore, BACKENDS, opened } from '../support/stores.ts';

describe.each(BACKENDS)('records on $name', ({ backend, missing }) => {
  const onBackend = test.skipIf(missing);

  onBackend("a person's checks are listed newest first, and those of others are not", async () => {
    const store = await aStore(backend);
    for (const [n, verdict] of ['a', 'b', 'c'].entries())
      await saveCheck(store, 'T1', aCheck({ verdict, at: AT + n }));
    await saveCheck(store, 'T1', aCheck({ verdict: 'd', asker: 'UFOUNDER2', at: AT }));
    await saveCheck(store, 'T1', aCheck({ verdict: 'a', at: AT + 9 }));
    const first = await listChecks(store, 'T1', 'UFOUNDER', { limit: 2 });
    const rest = await listChecks(store, 'T1', 'UFOUNDER', { limit: 2, after: first.next ?? '' });
    expect([first, rest].map(({ documents }) => documents.map(({ value }) => value.verdict))).toEqual([
      ['a', 'c'],
      ['b'],
    ]);
    expect(rest.next).toBeNull();
  });

  onBackend(
    'a check of a person is found by its asker alone until it is shared; others by everyone',
    async () => {
      const store = await aStore(backend);
      const person = aCheck({ verdict: 'p', aboutPerson: true, subject: 'candidate' });
      await saveCheck(store, 'T1', person);
      await saveCheck(store, 'T1', aCheck({ verdict: 's' }));
      const found = async (verdict: string, reader: string, workspace = 'T1') =>
        (await findCheck(store, workspace, verdict, reader))?.asker;
      expect(await found('p', 'UFOUNDER')).toBe('UFOUNDER');
      expect(await found('p', 'UOTHER')).toBeUndefined();
      expect(await found('s', 'UOTHER')).toBe('UFOUNDER');
      expect(await found('s', 'UFOUNDER', 'T2')).toBeUndefined();
      await markShared(
        store,
        'T1',
        person,
        { by: 'UFOUNDER', at: AT },
        { channel: 'C1', ts: '1.2', team: {} },
      );
      expect(await found('p', 'UOTHER')).toBe('UFOUNDER');
    },
  );

  onBackend('words that were shared are not replaced by others that were not', async () => {
    const store = await aStore(backend);
    const facts = (quote: string) => [
      { name: 'companySize', value: 14, source: 'extracted' as const, quote },
    ];
    await saveCheck(store, 'T1', aCheck({ facts: facts('14 of us') }));
    await markShared(
      store,
      'T1',
      aCheck(),
      { by: 'UFOUNDER', at: AT },
      { channel: 'C1', ts: '1.2', team: {} },
    );
    await saveCheck(store, 'T1', aCheck({ facts: facts('14, and Omar is weak'), at: AT + 1 }));
    expect((await findCheck(store, 'T1', aCheck().verdict, 'UOTHER'))?.facts[0]?.quote).toBe('14 of us');
  });

  onBackend('feedback is one word a person, and stays when the check is asked for again', async () => {
    const store = await aStore(backend);
    await saveCheck(store, 'T1', aCheck());
    await giveFeedback(
      store,
      'T1',
      aCheck(),
      { by: 'UFOUNDER', at: AT },
      { helpful: false, reason: 'too long' },
    );
    await giveFeedback(store, 'T1', aCheck(), { by: 'UFOUNDER', at: AT + 1 }, { helpful: true });
    await saveCheck(store, 'T1', aCheck({ at: AT + 2 }));
    expect((await findCheck(store, 'T1', aCheck().verdict, 'UFOUNDER'))?.feedback).toEqual([
      { by: 'UFOUNDER', at: AT + 1, helpful: true },
    ]);
    expect(
      await giveFeedback(store, 'T1', aCheck({ verdict: 'none' }), { by: 'U1', at: AT }, { helpful: true }),
    ).toBeUndefined();
  });

  onBackend('a saved check is judged again with the same verdict from its facts', async () => {
    const store = await aStore(backend);
    const advisor = theAdvisor();
    const advice = advisor.check('We are 14 people, I keep having ideas and nothing gets finished');
    await saveCheck(store, 'T1', aCheck({ verdict: advice.id, facts: recordedFacts(advice.facts) }));
    const found = await findCheck(store, 'T1', advice.id, 'UFOUNDER');
    const again = advisor.checkFacts('situation', factsOf(found?.facts ?? []));
    expect([again.id, again.verdict]).toEqual([advice.id, advice.verdict]);
    expect(again.facts.map(({ evidence }) => evidence?.text)).toEqual(
      advice.facts.map(({ evidence }) => evidence?.text),
    );
  });

  onBackend('a check is kept for the time configured, and for less where the workspace says so', async () => {
    const { store } = await opened({ ...(await aHome(backend)), retentionDays: { checks: 20 } });
    const deed = { by: 'UADMIN', at: AT };
    await changeSettings(store, 'T2', deed, { retentionDays: { checks: 10 } });
    await changeSettings(store, 'T3', deed, { retentionDays: { checks: 30 } });
    for (const workspace of ['T1', 'T2', 'T3']) await saveCheck(store, workspace, aCheck());
    const left = async () =>
      Promise.all(
        ['T1', 'T2', 'T3'].map(
          async (at) => (await listChecks(store, at, 'UFOUNDER', { limit: 5 })).documents.length,
        ),
      );
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      vi.setSystemTime(Date.now() + 9 * DAY_MS);
      expect(await left()).toEqual([1, 1, 1]);
      vi.setSystemTime(Date.now() + 2 * DAY_MS);
      expect(await left()).toEqual([1, 0, 1]);
      vi.setSystemTime(Date.now() + 10 * DAY_MS);
      expect(await left()).toEqual([0, 0, 0]);
    } finally {
      vi.useRealTimers();
    }
  });
});
