import { describe, expect, test } from 'vitest';
import { changeSettings } from '../../src/records/change-settings.ts';
import { readSettings } from '../../src/records/settings.ts';
import { AT, audit } from '../support/records.ts';
import { aStore, BACKENDS } from '../support/stores.ts';

describe.each(BACKENDS)('records on $name', ({ backend, missing }) => {
  const onBackend = test.skipIf(missing);

  onBackend('settings have defaults; each changed field is audited with who, when, from and to', async () => {
    const store = await aStore(backend);
    expect(await readSettings(store, 'T1')).toMatchObject({
      allowedChannels: null,
      tone: 'plain',
      managers: [],
    });
    await changeSettings(
      store,
      'T1',
      { by: 'UADMIN', at: AT },
      { tone: 'warm', managers: ['UOPS'], mentionOnly: false },
    );
    expect(await readSettings(store, 'T1')).toMatchObject({
      tone: 'warm',
      managers: ['UOPS'],
      mentionOnly: false,
    });
    expect(await audit(store)).toHaveLength(2);
    expect(await audit(store)).toEqual(
      expect.arrayContaining([
        { at: AT, by: 'UADMIN', what: 'settings.tone', from: 'plain', to: 'warm' },
        { at: AT, by: 'UADMIN', what: 'settings.managers', from: [], to: ['UOPS'] },
      ]),
    );
    expect(await audit(store, 'T2')).toEqual([]);
  });

  onBackend(
    'turning a language model on records who consented, when and to which host, off takes it back',
    async () => {
      const store = await aStore(backend);
      const on = await changeSettings(store, 'T1', { by: 'UADMIN', at: AT }, { llm: { host: 'one' } });
      const again = await changeSettings(store, 'T1', { by: 'UOPS', at: AT + 1 }, { llm: { host: 'one' } });
      const moved = await changeSettings(store, 'T1', { by: 'UOPS', at: AT + 2 }, { llm: { host: 'two' } });
      const off = await changeSettings(store, 'T1', { by: 'UOPS', at: AT + 3 }, { llm: null });
      const [first, second] = [
        { by: 'UADMIN', at: AT, host: 'one' },
        { by: 'UOPS', at: AT + 2, host: 'two' },
      ];
      expect([on, again, moved, off].map(({ llmConsent }) => llmConsent)).toEqual([
        first,
        first,
        second,
        null,
      ]);
      expect((await audit(store)).map(({ by, to }) => [by, to])).toEqual([
        ['UOPS', null],
        ['UOPS', second],
        ['UADMIN', first],
      ]);
    },
  );

  onBackend('settings changed at once by many are all kept, each with its line', async () => {
    const store = await aStore(backend);
    const changes = [
      { tone: 'warm' },
      { mentionOnly: true },
      { digestRights: 'everyone' },
      { llm: { host: 'one' } },
    ] as const;
    await Promise.all(
      changes.map((change, n) => changeSettings(store, 'T1', { by: `U${n}`, at: AT + n }, change)),
    );
    expect(await readSettings(store, 'T1')).toMatchObject({
      tone: 'warm',
      mentionOnly: true,
      digestRights: 'everyone',
    });
    expect((await audit(store)).map(({ what }) => what)).toEqual([
      'settings.llmConsent',
      'settings.digestRights',
      'settings.mentionOnly',
      'settings.tone',
    ]);
  });
});
