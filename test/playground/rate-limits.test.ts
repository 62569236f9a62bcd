import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RateLimits } from '../../src/playground/rate-limits.ts';
import { aClock, aSlackFor, clientOf } from '../support/slack-client.ts';

/** A local Slack that counts, on a clock of its own. */
async function aStrictSlack() {
  const clock = aClock();
  const slack = await aSlackFor({ now: clock.now });
  slack.rateLimits.isOn = true;
  return { slack, clock, client: clientOf(slack) };
}

test('nothing is limited until it is switched on', async () => {
  const slack = await aSlackFor({ now: aClock().now });
  const client = clientOf(slack);
  for (let index = 0; index < 60; index += 1) await client.conversations.list({ limit: 1 });
  await client.chat.postMessage({ channel: 'C0GENERAL', text: 'one' });
  expect(await client.chat.postMessage({ channel: 'C0GENERAL', text: 'two' })).toMatchObject({ ok: true });
});

test('a channel takes one message a second, and another channel is not held back', async () => {
  const { slack, clock, client } = await aStrictSlack();
  const post = (channel: string) => client.chat.postMessage({ channel, text: 'hi' });
  await post('C0GENERAL');
  await expect(post('C0GENERAL')).rejects.toMatchObject({ retryAfter: 1 });
  await post('C0NORDWND');
  clock.pass(1000);
  await post('C0GENERAL');
  expect(slack.workspace.messages('C0GENERAL')).toHaveLength(2);
});

test('a direct message is one channel, however it is named', async () => {
  const { client } = await aStrictSlack();
  await client.chat.postMessage({ channel: 'U0FOUNDER', text: 'hi' });
  const again = client.chat.postMessage({ channel: 'D0FOUNDER', text: 'hi again' });
  await expect(again).rejects.toMatchObject({ retryAfter: 1 });
});

test('a method of the second tier takes twenty calls a minute', async () => {
  const { clock, client } = await aStrictSlack();
  const list = () => client.users.list({ limit: 1 });
  await list();
  clock.pass(15_000);
  for (let index = 1; index < 20; index += 1) await list();
  await expect(list()).rejects.toMatchObject({ retryAfter: 45 });
  expect(await client.users.info({ user: 'U0FOUNDER' })).toMatchObject({ ok: true });
  clock.pass(45_000);
  await list();
  await expect(list()).rejects.toMatchObject({ retryAfter: 15 });
});

test('a workspace takes three hundred messages a minute, all channels together', async () => {
  const { slack, clock } = await aStrictSlack();
  const waits: unknown[] = [];
  for (let index = 0; index < 301; index += 1)
    waits.push(slack.rateLimits.take('chat.postMessage', undefined, `C${index}`));
  expect(waits.filter((wait) => wait !== undefined)).toEqual([60]);
  clock.pass(60_000);
  expect(slack.rateLimits.take('chat.postMessage', undefined, 'C301')).toBeUndefined();
});

test('a clock that is put back limits nobody for longer', async () => {
  const { clock, client } = await aStrictSlack();
  await client.chat.postMessage({ channel: 'C0GENERAL', text: 'now' });
  clock.pass(-3_600_000);
  expect(await client.chat.postMessage({ channel: 'C0GENERAL', text: 'an hour ago' })).toMatchObject({
    ok: true,
  });
});

test('whoever waits as told is let in, and never more than the tier allows in any minute', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 80 }), (pauses) => {
      const clock = aClock();
      const limits = new RateLimits(clock.now);
      limits.isOn = true;
      const taken: number[] = [];
      for (const pause of pauses) {
        clock.pass(pause);
        const wait = limits.take('users.list', 2);
        if (wait !== undefined) {
          clock.pass(wait * 1000);
          expect(limits.take('users.list', 2)).toBeUndefined();
        }
        taken.push(clock.now());
      }
      for (const at of taken)
        expect(taken.filter((other) => other > at - 60_000 && other <= at).length).toBeLessThanOrEqual(20);
    }),
  );
});
