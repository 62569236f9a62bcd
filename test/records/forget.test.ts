import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { listAudit } from '../../src/records/audit.ts';
import { listChecks, saveCheck } from '../../src/records/checks.ts';
import { forgetPerson } from '../../src/records/forget.ts';
import { FORMER_MEMBER, withoutPerson, wordsFor } from '../../src/records/former-member.ts';
import { workspaceRange } from '../../src/store/address.ts';
import { StoreError } from '../../src/store/errors.ts';
import type { Store } from '../../src/store/store.ts';
import type { Row } from '../../src/store/table.ts';
import { EVERYTHING, happenings, PEOPLE, populate, type SomePerson } from '../support/populated.ts';
import { aFolder, all, aStore, BACKENDS, opened } from '../support/stores.ts';

const BY = { by: 'the operator', at: 5_000 };

/** All rows of a workspace, by namespace and key. */
async function dump(store: Store, workspace: string): Promise<Map<string, Row>> {
  const rows = (await all(store.table.snapshot(workspaceRange(workspace)))).flat();
  return new Map(rows.map((row) => [`${row.namespace} ${row.key}`, row]));
}

const concerns = (row: Row, { user, names }: SomePerson): boolean =>
  [user, ...names].some((word) => JSON.stringify(row).includes(word));

const without = <T>(rows: Map<string, T>, keys: Iterable<string>): Map<string, T> => {
  const left = new Map(rows);
  for (const key of keys) left.delete(key);
  return left;
};

async function forgottenLines(store: Store, workspace: string) {
  const { documents } = await listAudit(store, workspace, { limit: 1_000 });
  return documents.map(({ value }) => value).filter(({ what }) => what === 'person.forgotten');
}

describe.each(BACKENDS)('forgetting on $name', ({ backend, missing }) => {
  const onBackend = test.skipIf(missing);

  onBackend(
    'no byte of the workspace names the person then, and what does not concern them is as it was',
    async () => {
      const store = await aStore(backend);
      let workspaces = 0;
      await fc.assert(
        fc.asyncProperty(happenings, fc.constantFrom(...PEOPLE), async (deeds, person) => {
          workspaces += 1;
          const [here, elsewhere] = [`T${workspaces}`, `T${workspaces}X`];
          await populate(store, here, deeds);
          await populate(store, elsewhere, deeds);
          const [before, other] = [await dump(store, here), await dump(store, elsewhere)];
          const forgotten = await forgetPerson(store, here, person, BY);
          const after = await dump(store, here);

          expect([...after.values()].filter((row) => concerns(row, person))).toEqual([]);
          expect(await dump(store, elsewhere)).toEqual(other);
          const theirs = [...before].filter(([, row]) => concerns(row, person)).map(([key]) => key);
          expect(forgotten.removed + forgotten.changed).toBe(theirs.length);
          const added = [...after.keys()].filter((key) => !before.has(key));
          expect(added).toHaveLength(theirs.length > 0 ? 1 : 0);
          expect(without(after, [...theirs, ...added])).toEqual(without(before, theirs));

          expect(await forgetPerson(store, here, person, BY)).toEqual({
            removed: 0,
            changed: 0,
            unreadable: 0,
          });
          expect(await dump(store, here)).toEqual(after);
        }),
        { numRuns: 25 },
      );
    },
    60_000,
  );

  onBackend('what is changed is kept no longer than it would have been, and can be read', async () => {
    const store = await aStore(backend);
    await populate(store, 'T1', EVERYTHING);
    const before = await dump(store, 'T1');
    await forgetPerson(store, 'T1', PEOPLE[0], BY);
    for (const [key, row] of await dump(store, 'T1'))
      expect(row.expires).toBe(before.get(key)?.expires ?? row.expires);
    const others = await listChecks(store, 'T1', PEOPLE[2].user, { limit: 100 });
    expect(others.documents[0]?.value.facts[0]?.quote).toContain(FORMER_MEMBER);
  });

  onBackend('one audit line stays and does not say who', async () => {
    const store = await aStore(backend);
    await populate(store, 'T1', EVERYTHING);
    const self = { by: PEOPLE[0].user, at: 5_000 };
    await forgetPerson(store, 'T1', PEOPLE[0], self);
    expect(await forgottenLines(store, 'T1')).toEqual([
      { at: 5_000, by: FORMER_MEMBER, what: 'person.forgotten', to: FORMER_MEMBER },
    ]);
  });

  onBackend(
    'killed after any write and called again, it finishes, with one line',
    async () => {
      const store = await aStore(backend);
      for (let writes = 0, killed = true; killed; writes += 1) {
        const workspace = `T${writes}`;
        await populate(store, workspace, EVERYTHING);
        killed = await dyingAfter(writes, store, () => forgetPerson(store, workspace, PEOPLE[0], BY));
        await forgetPerson(store, workspace, PEOPLE[0], BY);
        const rows = [...(await dump(store, workspace)).values()];
        expect(rows.filter((row) => concerns(row, PEOPLE[0]))).toEqual([]);
        expect(rows.filter(({ namespace }) => namespace.endsWith('/forgettings'))).toEqual([]);
        expect(await forgottenLines(store, workspace)).toHaveLength(1);
      }
    },
    120_000,
  );

  onBackend('two who are forgotten at once, and one twice at once, are both forgotten', async () => {
    const store = await aStore(backend);
    await populate(store, 'T1', EVERYTHING);
    await Promise.all([PEOPLE[0], PEOPLE[1], PEOPLE[0]].map((who) => forgetPerson(store, 'T1', who, BY)));
    const rows = [...(await dump(store, 'T1')).values()];
    expect(rows.filter((row) => concerns(row, PEOPLE[0]) || concerns(row, PEOPLE[1]))).toEqual([]);
  });

  onBackend('a document that cannot be read is kept, and told of', async () => {
    const store = await aStore(backend);
    await populate(store, 'T1', EVERYTHING);
    const [row] = [...(await dump(store, 'T1')).values()];
    await store.table.put([{ ...(row as Row), key: 'damaged', value: `{"broken": "${PEOPLE[0].user}"` }]);
    expect(await forgetPerson(store, 'T1', PEOPLE[0], BY)).toMatchObject({ unreadable: 1 });
  });
});

test('nothing of the person is left in the bytes of the SQLite file, nor of documents past their time', async () => {
  const dataDir = aFolder();
  const { store } = await opened({ backend: 'sqlite', dataDir, encryptionKeys: [] });
  await populate(store, 'T1', EVERYTHING);
  const past = { namespace: 'T1/interviews', key: 'past', value: `{"${PEOPLE[0].user}"}`, expires: 1 };
  await store.table.put([past]);
  await forgetPerson(store, 'T1', PEOPLE[0], BY);
  await store.close();
  const bytes = readdirSync(dataDir).map((file) => readFileSync(join(dataDir, file)));
  for (const word of [PEOPLE[0].user, ...PEOPLE[0].names])
    expect(bytes.filter((each) => each.includes(word))).toEqual([]);
  expect(bytes.some((each) => each.includes(PEOPLE[1].user))).toBe(true);
});

/** Runs work in which every write after so many fails; did one? */
async function dyingAfter(writes: number, store: Store, work: () => Promise<unknown>): Promise<boolean> {
  let left = writes;
  const { table } = store;
  const real = { put: table.put.bind(table), remove: table.remove.bind(table) };
  const spend = (): void => {
    left -= 1;
    if (left < 0) throw new StoreError('closed', 'killed');
  };
  const spies = [
    vi.spyOn(table, 'put').mockImplementation(async (rows) => {
      spend();
      return real.put(rows);
    }),
    vi.spyOn(table, 'remove').mockImplementation(async (namespace, keys) => {
      spend();
      return real.remove(namespace, keys);
    }),
  ];
  try {
    await work();
    return false;
  } catch {
    return true;
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe('a former member', () => {
  const words = wordsFor({
    user: 'U1',
    names: ['Will', 'will', 'Ada Lovelace', 'Ada', 'growth', '', 'A.B (c)'],
  });

  test.each([
    ['<@U1> and <@U1|ada>', 'a former member and a former member'],
    ['U12 and <@U12>', 'U12 and <@U12>'],
    ['Ada Lovelace, Ada, Adam', 'a former member, a former member, Adam'],
    ["Will's plan will grow", "a former member's plan will grow"],
    ['growth', 'growth'],
    ['AxB (c), A.B (c)!', 'AxB (c), a former member!'],
  ])('"%s" reads "%s"', (text, read) => {
    expect(withoutPerson({ [text]: [text, 1, null] }, words)).toEqual({ [read]: [read, 1, null] });
  });

  test('nobody without an id is forgotten, which would be everybody', () => {
    expect(() => wordsFor({ user: '', names: [] })).toThrow(TypeError);
  });
});

test('a check saved for a former member with the same verdict as another stays apart', async () => {
  const store = await aStore('sqlite');
  const check = {
    verdict: 'v',
    subject: 'situation',
    facts: [],
    rulebook: '1',
    role: 'both',
    types: [],
    rules: [],
  } as const;
  for (const asker of ['U1', 'U2'])
    await saveCheck(store, 'T1', {
      ...check,
      types: [],
      rules: [],
      facts: [],
      asker,
      aboutPerson: false,
      at: 1,
      where: { channel: 'C1' },
    });
  await forgetPerson(store, 'T1', { user: 'U1', names: [] }, BY);
  expect((await listChecks(store, 'T1', 'U2', { limit: 5 })).documents).toHaveLength(1);
});
