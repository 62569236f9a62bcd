import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { Inbox } from '../../src/slack/inbox.ts';
import type { Incoming } from '../../src/slack/incoming.ts';
import type { Store } from '../../src/store/store.ts';
import { aHome, aStore, BACKENDS, opened } from '../support/stores.ts';

const silent = pino({ level: 'silent' });

const message = (id: string, changes: Partial<Incoming> = {}): Incoming => ({
  team: 'T1',
  id,
  conversation: 'T1:D1',
  body: { event: { text: id } },
  ...changes,
});

/** An inbox whose handler notes what it handles, and fails as long as `fails` says so. */
function anInbox(store: Store, fails: (id: string) => boolean = () => false, now?: () => number) {
  const handled: string[] = [];
  const inbox = new Inbox({ store, log: silent, ...(now ? { now } : {}) }, async ({ id }, takenOver) => {
    if (fails(id)) throw new Error('no');
    handled.push(takenOver ? `${id} again` : id);
  });
  const receive = async (event: Incoming): Promise<void> => (await inbox.receive(event)).handled;
  return { inbox, handled, receive };
}

describe.each(BACKENDS.filter(({ missing }) => !missing))('the inbox on $name', ({ backend }) => {
  test('handles an event that comes several times once', async () => {
    const { handled, receive } = anInbox(await aStore(backend));
    await Promise.all([receive(message('a')), receive(message('a')), receive(message('a'))]);
    await receive(message('a'));
    expect(handled).toHaveLength(1);
  });

  test('handles an event once that comes to two processes', async () => {
    const store = await aStore(backend);
    const [one, other] = [anInbox(store), anInbox(store)];
    await Promise.all([one.receive(message('a')), other.receive(message('a'))]);
    expect([...one.handled, ...other.handled]).toHaveLength(1);
  });

  test('tells whoever comes after one that died, though the event came to both at the same moment', async () => {
    const store = await aStore(backend);
    const takenOver: boolean[] = [];
    const dyingAtFirst = () =>
      new Inbox({ store, log: silent }, async (_event, earlier) => {
        takenOver.push(earlier);
        if (takenOver.length === 1) throw new Error('killed after it had answered');
      });
    const arrivals = [dyingAtFirst(), dyingAtFirst()].map((inbox) => inbox.receive(message('a')));
    for (const { handled } of await Promise.all(arrivals)) await handled;
    expect(takenOver).toEqual([false, true]);
  });

  test('handles the events of one conversation in the order they came', async () => {
    const { handled, receive } = anInbox(await aStore(backend));
    const ids = ['a', 'b', 'c', 'd'];
    const waiting: Promise<void>[] = [];
    for (const id of ids) waiting.push(receive(message(id)));
    await Promise.all(waiting);
    expect(handled).toEqual(ids);
  });

  test('takes over, in order, what a process kept and did not handle', async () => {
    const home = await aHome(backend);
    const first = await opened(home);
    const dying = anInbox(first.store, () => true);
    for (const id of ['a', 'b']) await dying.receive(message(id));
    await first.store.close();
    const { inbox, handled } = anInbox((await opened(home)).store);
    await inbox.takeOver(0);
    expect(handled).toEqual(['a again', 'b again']);
    await inbox.takeOver(0);
    expect(handled).toHaveLength(2);
  });

  test('leaves alone what came a moment ago', async () => {
    let fails = true;
    const { inbox, handled, receive } = anInbox(await aStore(backend), () => fails);
    await receive(message('a'));
    fails = false;
    await inbox.takeOver(60_000);
    expect(handled).toEqual([]);
  });

  test('tries again what failed, and gives it up in the end', async () => {
    let fails = true;
    const store = await aStore(backend);
    const { inbox, handled, receive } = anInbox(store, (id) => id === 'b' || fails);
    await receive(message('a'));
    await receive(message('b'));
    expect(handled).toEqual([]);
    fails = false;
    await receive(message('a'));
    expect(handled).toEqual(['a again']);
    for (let round = 0; round < 5; round += 1) await inbox.takeOver(0);
    const late = anInbox(store);
    await late.inbox.takeOver(0);
    expect([...handled, ...late.handled]).toEqual(['a again']);
  });

  test('keeps the same ids of two workspaces apart', async () => {
    const { handled, receive } = anInbox(await aStore(backend));
    await receive(message('a'));
    await receive(message('a', { team: 'T2', conversation: 'T2:D1' }));
    expect(handled).toEqual(['a', 'a']);
  });
});
