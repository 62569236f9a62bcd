import { describe, expect, test } from 'vitest';
import type { Member } from '../../src/advisor/team/roster.ts';
import { editRoster, readRoster } from '../../src/records/roster.ts';
import { AT, audit } from '../support/records.ts';
import { aStore, BACKENDS } from '../support/stores.ts';

const aMember = (id: string, more: Partial<Member> = {}): Member => ({
  id,
  ref: { kind: 'user', user: `U${id}` },
  title: 'COO',
  owns: ['budget'],
  helps: [],
  load: 'right',
  work: null,
  cooTypes: [],
  successor: false,
  ...more,
});

describe.each(BACKENDS)('records on $name', ({ backend, missing }) => {
  const onBackend = test.skipIf(missing);

  onBackend('twenty edits of one roster at once are all there, each audited without a name', async () => {
    const store = await aStore(backend);
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        editRoster(store, 'T1', { by: 'UOPS', at: AT + n }, ({ members }) => ({
          members: [
            ...members,
            aMember(`m${n}`, { ref: { kind: 'person', name: `Zyx Wvu ${n}` }, work: 'calm' }),
          ],
        })),
      ),
    );
    expect(new Set((await readRoster(store, 'T1')).members.map(({ id }) => id)).size).toBe(20);
    const lines = await audit(store);
    expect(lines).toHaveLength(20);
    expect(JSON.stringify(lines)).not.toMatch(/Zyx|Wvu|calm/);
  });

  onBackend('an edit that fails or gives two members one id changes nothing and leaves no line', async () => {
    const store = await aStore(backend);
    const by = { by: 'UOPS', at: AT };
    const twice = editRoster(store, 'T1', by, () => ({ members: [aMember('a'), aMember('a')] }));
    await expect(twice).rejects.toMatchObject({ code: 'invalid_document' });
    const failing = editRoster(store, 'T1', by, () => {
      throw new RangeError('no');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(await readRoster(store, 'T1')).toEqual({ members: [] });
    expect(await audit(store)).toEqual([]);
  });
});
