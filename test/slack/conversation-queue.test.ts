import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { ConversationQueue } from '../../src/slack/conversation-queue.ts';

test('jobs of one conversation run one after the other, in order; none is dropped', async () => {
  const queue = new ConversationQueue();
  const seen: string[] = [];
  const first = Promise.withResolvers<void>();
  const jobs = [
    queue.run('a', async () => {
      seen.push('1 starts');
      await first.promise;
      seen.push('1 ends');
    }),
    queue.run('a', async () => void seen.push('2')),
    queue.run('a', async () => void seen.push('3')),
  ];
  await queue.run('b', async () => void seen.push('other conversation'));
  first.resolve();
  await Promise.all(jobs);
  expect(seen).toEqual(['1 starts', 'other conversation', '1 ends', '2', '3']);
});

test('a failing job reaches its caller and lets the next one run', async () => {
  const queue = new ConversationQueue();
  const failing = queue.run('a', () => Promise.reject(new Error('no')));
  const next = queue.run('a', async () => 'yes');
  await expect(failing).rejects.toThrow('no');
  await expect(next).resolves.toBe('yes');
  await queue.idle();
});

test('who knocks while much work waits is let in before it is done', async () => {
  const queue = new ConversationQueue();
  let done = 0;
  const server = createServer((_request, response) => response.end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const knocked = fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const jobs = Array.from({ length: 50 }, (_, n) =>
    queue.run(`conversation ${n}`, async () => {
      const until = performance.now() + 5;
      while (performance.now() < until);
      done += 1;
    }),
  );
  await knocked;
  const doneBefore = done;
  await Promise.all(jobs);
  expect(doneBefore).toBeLessThan(40);
  expect(done).toBe(50);
});
