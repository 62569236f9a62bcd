import { describe, expect, test } from 'vitest';
import type { StoreConfig } from '../../src/config.ts';
import { Mutexes } from '../../src/store/mutexes.ts';
import { aHome, aStore, BACKENDS, NOTE, opened, run } from '../support/stores.ts';

describe.each(BACKENDS)('exclusive on $name', ({ backend, missing }) => {
  const onBackend = test.skipIf(missing);

  onBackend('of many that read, add and write at once, none is lost', async () => {
    const store = await aStore(backend);
    const notes = store.documents(NOTE, 'T1');
    const addOne = () =>
      store.exclusive('count', async () => {
        const count = (await notes.read('a'))?.count ?? 0;
        await notes.write('a', { text: 'x', count: count + 1 });
      });
    await Promise.all(Array.from({ length: 50 }, addOne));
    expect((await notes.read('a'))?.count).toBe(50);
  });

  onBackend('different keys do not wait for each other', async () => {
    const store = await aStore(backend);
    const both = await store.exclusive('a', () => store.exclusive('b', async () => 'done'));
    expect(both).toBe('done');
  });

  onBackend('a job that throws gives the key back, and what it threw goes up', async () => {
    const store = await aStore(backend);
    const failing = store.exclusive('a', async () => Promise.reject(new Error('no luck')));
    await expect(failing).rejects.toThrow('no luck');
    expect(await store.exclusive('a', async () => 'free')).toBe('free');
    const notOurs = Object.assign(new Error('Slack hung up'), { code: 'ECONNRESET' });
    await expect(store.exclusive('a', async () => Promise.reject(notOurs))).rejects.toBe(notOurs);
  });

  onBackend('whoever waits too long is told, and the key is free again afterwards', async () => {
    const store = await aStore(backend);
    const gate = Promise.withResolvers<void>();
    const first = store.exclusive('a', () => gate.promise);
    await expect(store.exclusive('a', async () => 1, { waitMs: 20 })).rejects.toMatchObject({
      code: 'busy',
      message: '"a" has been in use for more than 0.02 s. Try again; if it lasts, an instance hangs.',
    });
    gate.resolve();
    await first;
    expect(await store.exclusive('a', async () => 2)).toBe(2);
  });

  onBackend('closing waits for the jobs in hand', async () => {
    const store = await aStore(backend);
    const gate = Promise.withResolvers<void>();
    const notes = store.documents(NOTE, 'T1');
    const job = store.exclusive('a', async () => {
      await gate.promise;
      await notes.write('a', { text: 'written', count: 0 });
      return notes.read('a');
    });
    const closed = store.close();
    gate.resolve();
    expect(await job).toEqual({ text: 'written', count: 0 });
    await closed;
  });
});

const [, postgres] = BACKENDS;
describe.skipIf(postgres?.missing)('exclusive among instances', () => {
  test('two stores on one PostgreSQL add up without loss', async () => {
    const home = await aHome('postgres');
    const stores = await Promise.all([opened(home), opened(home)]);
    const addOne = (n: number) => {
      const store = stores[n % 2]?.store ?? expect.fail();
      const notes = store.documents(NOTE, 'T1');
      return store.exclusive('count', async () => {
        const count = (await notes.read('a'))?.count ?? 0;
        await notes.write('a', { text: 'x', count: count + 1 });
      });
    };
    await Promise.all(Array.from({ length: 60 }, (_, n) => addOne(n)));
    expect((await stores[0].store.documents(NOTE, 'T1').read('a'))?.count).toBe(60);
  });

  test('whoever waits for another instance too long is told, and no lock is left behind', async () => {
    const home = await aHome('postgres');
    const [one, two] = await Promise.all([opened(home), opened(home)]);
    const gate = Promise.withResolvers<void>();
    const started = Promise.withResolvers<void>();
    const first = one.store.exclusive('a', () => {
      started.resolve();
      return gate.promise;
    });
    await started.promise;
    await expect(two.store.exclusive('a', async () => 1, { waitMs: 50 })).rejects.toMatchObject({
      code: 'busy',
    });
    gate.resolve();
    await first;
    expect(await two.store.exclusive('a', async () => 2)).toBe(2);
    expect(
      await ask(
        home,
        "SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
      ),
    ).toEqual([{ n: 0 }]);
  });

  test('more jobs under different keys than there are connections all get their turn', async () => {
    const { store } = await opened(await aHome('postgres'));
    const notes = store.documents(NOTE, 'T1');
    const done = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        store.exclusive(`key ${n}`, async () => {
          await notes.write(`${n}`, { text: 'x', count: n });
          return n;
        }),
      ),
    );
    expect(done).toHaveLength(40);
  });

  test('when the connection that holds the lock dies, the job is told and the call fails', async () => {
    const home = await aHome('postgres');
    const { store } = await opened(home);
    const aborted = store.exclusive('a', async (lost) => {
      const told = new Promise((resolve) => lost.addEventListener('abort', resolve));
      await ask(
        home,
        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
      );
      await told;
    });
    await expect(aborted).rejects.toMatchObject({ code: 'lock_lost' });
    expect(await store.exclusive('a', async () => 'free')).toBe('free');
  });

  test('when all connections die, the store connects again', async () => {
    const home = await aHome('postgres');
    const { store } = await opened(home);
    const notes = store.documents(NOTE, 'T1');
    await notes.write('a', { text: 'x', count: 1 });
    await ask(
      home,
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    await expect.poll(() => notes.read('a').catch(() => 'lost')).toEqual({ text: 'x', count: 1 });
  });

  test('an address where no PostgreSQL is gives one sentence without the address', async () => {
    const home = {
      backend: 'postgres',
      url: 'postgresql://u:secret@127.0.0.1:1/x',
      encryptionKeys: [],
    } as const;
    await expect(opened(home)).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.not.stringContaining('secret'),
    });
  });

  test('a wrong password gives one sentence', async () => {
    const home = await aHome('postgres');
    const url = 'url' in home ? home.url.replace('rolefit:rolefit', 'rolefit:wrong') : '';
    await expect(opened({ backend: 'postgres', url, encryptionKeys: [] })).rejects.toMatchObject({
      code: 'refused',
    });
  });
});

test('keys that nobody uses take no memory', async () => {
  const mutexes = new Mutexes();
  await Promise.all(Array.from({ length: 100 }, (_, n) => mutexes.run(`${n % 10}`, 1_000, async () => n)));
  expect(mutexes.size).toBe(0);
});

const ask = (home: StoreConfig, sql: string): Promise<unknown[]> => run('url' in home ? home.url : '', sql);
