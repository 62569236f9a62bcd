import { expect, test } from 'vitest';
import { readManifest } from '../../src/manifest.ts';
import { aLocalSlack } from '../support/rolefit.ts';

/** A local Slack whose app subscribes to these events, and the events that it was handed. */
async function aSlackTelling(...events: readonly string[]) {
  const manifest = readManifest();
  manifest.settings.event_subscriptions.bot_events = [...events];
  const slack = await aLocalSlack({ manifest, retryDelaysMs: [] });
  const handed: unknown[] = [];
  slack.news.on('delivery', ({ payload }) => void handed.push(payload.event));
  return { slack, handed, fay: slack.person('fay'), omar: slack.person('omar') };
}

const texts = (messages: readonly { text: string }[]) => messages.map(({ text }) => text);

test('who mentions the app where it is not is told so, alone, and how to bring it in', async () => {
  const { fay, omar } = await aSlackTelling('app_mention');
  await fay.types('@Rolefit what is a COO?', { channel: 'random' });
  expect(await fay.awaits('random')).toMatchObject({
    text: expect.stringMatching(
      /not in this channel.*send in the channel, not in a thread: \/invite @Rolefit/,
    ),
    onlyFor: fay.user.id,
  });
  expect(omar.sees('random')).toHaveLength(1);
});

test('nothing is said where the app is, or where it is not mentioned', async () => {
  const { fay } = await aSlackTelling('app_mention');
  await fay.types('@Rolefit what is a COO?', { channel: 'general' });
  await fay.types('what is a COO?', { channel: 'random' });
  expect([...fay.sees('general'), ...fay.sees('random')]).toHaveLength(2);
});

test('"/invite @Rolefit" brings the app in, for all to see; from then on it hears of mentions', async () => {
  const { slack, handed, fay, omar } = await aSlackTelling('app_mention', 'member_joined_channel');
  await fay.types('/invite @Rolefit', { channel: 'random' });
  expect(texts(omar.sees('random'))).toEqual(['<@U0LOCALBOT> was added to #random by <@U0FOUNDER>.']);
  const mentioned = slack.news.once('delivery', ({ payload }) =>
    JSON.stringify(payload).includes('app_mention'),
  );
  await fay.types('@Rolefit hello', { channel: 'random' });
  await mentioned;
  expect(handed).toMatchObject([
    { type: 'member_joined_channel', user: 'U0LOCALBOT', channel: 'C0RANDOM0', inviter: 'U0FOUNDER' },
    { type: 'app_mention', text: '<@U0LOCALBOT> hello' },
  ]);
});

test('an app that did not ask to be told of members is not told', async () => {
  const { slack, handed, fay } = await aSlackTelling('app_mention');
  await fay.types('/invite @Rolefit', { channel: 'random' });
  const delivered = slack.news.once('delivery');
  await fay.types('@Rolefit hello', { channel: 'random' });
  await delivered;
  expect(handed).toMatchObject([{ type: 'app_mention' }]);
});

test.each([
  ['/invite @Rolefit', 'general', '<@U0LOCALBOT> is already in this channel.'],
  ['/invite', 'random', 'Say who is to come, such as: /invite @Rolefit'],
  ['/invite @omar.ops', 'app', 'Nobody can be invited to a direct message.'],
])('"%s" in %s is answered with what is wrong', async (typed, channel, sentence) => {
  const { fay } = await aSlackTelling();
  await fay.types(typed, { channel });
  expect((await fay.awaits(channel)).text).toBe(sentence);
});

test('an app that takes no direct messages gets none', async () => {
  const manifest = readManifest();
  manifest.features.app_home.messages_tab_read_only_enabled = true;
  const fay = (await aLocalSlack({ manifest })).person('fay');
  await expect(fay.types('hello', { channel: 'app' })).rejects.toThrow(
    'Sending messages to this app has been turned off.',
  );
});

test('the latest thousand calls are kept', async () => {
  const slack = await aLocalSlack();
  const call = { method: 'auth.test', arguments: {}, answer: {}, status: 200 };
  for (let i = 0; i < 1005; i += 1) slack.news.post('call', { ...call, arguments: { i } });
  expect(slack.calls).toHaveLength(1000);
  expect(slack.calls[0]?.arguments).toEqual({ i: 5 });
});
