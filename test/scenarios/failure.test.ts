import { describe, expect, test } from 'vitest';
import { ANY, type Fault, RESPONSE } from '../../src/playground/faults.ts';
import type { Message } from '../../src/playground/message.ts';
import { MODES, rolefitIn } from '../support/rolefit.ts';

const STORY = 'We are 14 people, I keep having ideas and nothing gets finished';
const ON_A_PERSON =
  '@Rolefit Dana is our COO. She keeps the minutes and schedules meetings; she decides nothing.';

/** What can go wrong with a message, and the remedy that the person reads. */
const TROUBLES: readonly (readonly [string, Fault, RegExp])[] = [
  ['not_in_channel', { error: 'not_in_channel' }, /Invite me there with \/invite @Rolefit/],
  ['channel_not_found', { error: 'channel_not_found' }, /cannot see that conversation.*\/invite/],
  ['is_archived', { error: 'is_archived' }, /archived\. Choose another one/],
  ['ratelimited', { error: 'ratelimited' }, /slow down\. Please try again in a minute/],
  ['msg_too_long', { error: 'msg_too_long' }, /too long for one message/],
  ['msg_blocks_too_long', { error: 'msg_blocks_too_long' }, /too long for one message/],
  ['account_inactive', { error: 'account_inactive' }, /lost my permission.*install it again/],
  ['token_revoked', { error: 'token_revoked' }, /lost my permission.*install it again/],
  ['a connection that breaks off', { cut: 'reset', after: 'nothing' }, /did not answer me in time/],
];
const TOLD = /Reference [0-9a-f]{8}|the reference [0-9a-f]{8}/;

const isTold = ({ text }: Message): boolean => TOLD.test(text);

/** The told failure, whose reference must stand in the log, without what was asked. */
function expectTold(told: Message, words: RegExp, logged: readonly string[]): void {
  expect(told.text).toMatch(words);
  expect(told.text).not.toMatch(/Error:|\bat \//);
  const reference = /[0-9a-f]{8}/.exec(told.text.slice(told.text.search(TOLD)))?.[0];
  expect(logged.join('')).toContain(String(reference));
  expect(logged.join('')).not.toContain('nothing gets finished');
}

describe.each(MODES)('over %s', (mode) => {
  test.each(TROUBLES)(
    '%s: an answer in a thread becomes a private sentence there',
    async (_name, fault, words) => {
      const { slack, founder, logged } = await rolefitIn(mode);
      slack.faults.next('chat.postMessage', fault);
      await founder.types(`@Rolefit ${STORY}`, { channel: 'general' });
      const told = await founder.awaits('general', isTold);
      expect(told.onlyFor).toBe(founder.user.id);
      expectTold(told, words, logged);
    },
  );

  test.each(TROUBLES)(
    '%s: where nothing private can be said either, the direct message says it',
    async (_name, fault, words) => {
      const { slack, founder, logged } = await rolefitIn(mode);
      slack.faults.next('chat.postEphemeral', fault, 2);
      await founder.types(ON_A_PERSON, { channel: 'general' });
      expectTold(await founder.awaits('app', isTold), words, logged);
    },
  );

  test('expired_trigger_id: a window that a command could not open in time is told of', async () => {
    const { slack, founder, logged } = await rolefitIn(mode);
    slack.faults.next('views.open', { error: 'expired_trigger_id' });
    await founder.types('/rolefit', { channel: 'general' });
    expectTold(await founder.awaits('general', isTold), /took too long.*press or type it again/, logged);
    await founder.types('/rolefit', { channel: 'general' });
    await founder.awaitsModal();
  });
});

describe('buttons', () => {
  test.each([
    ['expired_trigger_id', /took too long/],
    ['ratelimited', /slow down/],
    ['token_revoked', /lost my permission/],
    ['account_inactive', /lost my permission/],
  ])('%s: a window that a button could not open is told of where it was pressed', async (error, words) => {
    const { slack, founder, logged } = await rolefitIn('socket');
    await founder.types(`/rolefit ${STORY}`, { channel: 'general' });
    const card = await founder.awaits('general');
    slack.faults.next('views.open', { error });
    await founder.clicks(card, 'Why');
    expectTold(await founder.awaits('general', isTold), words, logged);
  });

  test('in a modal that cannot show the next window, the direct message says it', async () => {
    const { slack, founder, logged } = await rolefitIn('socket');
    await founder.types(`/rolefit ${STORY}`, { channel: 'general' });
    await founder.clicks(await founder.awaits('general'), 'Why');
    const why = await founder.awaitsModal();
    slack.faults.next('views.push', { error: 'expired_trigger_id' });
    await founder.clicks(why, 'Read it');
    expectTold(await founder.awaits('app', isTold), /took too long/, logged);
  });

  test('whose response_url is used up are answered in the direct message', async () => {
    const { slack, founder, logged } = await rolefitIn('socket');
    await founder.types(`/rolefit ${STORY}`, { channel: 'general' });
    const card = await founder.awaits('general');
    slack.faults.next(RESPONSE, { error: 'used_url' }, 2);
    await founder.clicks(card, 'Helpful');
    expectTold(await founder.awaits('app', isTold), /went wrong on my side/, logged);
  });

  test('in a thread that was archived meanwhile are answered in the direct message', async () => {
    const { slack, founder, logged } = await rolefitIn('socket');
    await founder.types(`@Rolefit ${STORY}`, { channel: 'general' });
    const card = await founder.awaits('general');
    slack.workspace.archive('C0GENERAL');
    await founder.clicks(card, 'Helpful');
    expectTold(await founder.awaits('app', isTold), /archived/, logged);
  });

  test('of an interview whose next question is refused tell of it, and typing goes on from there', async () => {
    const { slack, founder, logged } = await rolefitIn('socket');
    const { ts: thread } = await founder.agent.starts(STORY);
    const card = await founder.awaits('app');
    slack.faults.next('chat.postMessage', { error: 'ratelimited' });
    await founder.clicks(card, 'No');
    expectTold(await founder.awaits('app', isTold), /slow down/, logged);
    await founder.types('go on', { channel: 'app', thread });
    expect((await founder.awaits('app')).text).toContain('Where were we');
  });
});

describe('a modal', () => {
  test('whose work fails after it was sent says so in itself', async () => {
    const { slack, founder, logged } = await rolefitIn('socket');
    await founder.types(`/rolefit ${STORY}`, { channel: 'general' });
    await founder.clicks(await founder.awaits('general'), 'Share…');
    await founder.awaitsModal();
    slack.faults.next('chat.postMessage', { error: 'fatal_error' });
    await founder.submits();
    const sorry = await founder.awaitsModal((view) => JSON.stringify(view.content).includes('Sorry'));
    expect(JSON.stringify(sorry.content)).toMatch(/reference/i);
    expect(logged.join('')).toContain('fatal_error');
  });

  test('that is closed by then is followed by a direct message', async () => {
    const { slack, founder, logged } = await rolefitIn('socket');
    await founder.types(`/rolefit ${STORY}`, { channel: 'general' });
    await founder.clicks(await founder.awaits('general'), 'Share…');
    await founder.awaitsModal();
    slack.faults.next('chat.postMessage', { error: 'fatal_error' });
    slack.faults.next('views.update', { error: 'not_found' });
    await founder.submits();
    expectTold(await founder.awaits('app', isTold), /went wrong on my side/, logged);
  });
});

describe('where nobody can be reached', () => {
  test.each(['token_revoked', 'account_inactive'])(
    '(%s) it stands in the log, and the app goes on',
    async (error) => {
      const { slack, founder, logged } = await rolefitIn('socket');
      slack.faults.next(ANY, { error }, Number.POSITIVE_INFINITY);
      const refused = slack.news.once('call', ({ answer }) => answer.ok === false);
      await founder.types(STORY, { channel: 'app' });
      await refused;
      await expect
        .poll(() => logged.join(''), { timeout: 10_000 })
        .toContain('nobody could be told of a failure');
      expect(logged.join('')).toMatch(/"reference":"[0-9a-f]{8}"/);
      slack.faults.clear();
      await founder.types('help', { channel: 'app' });
      expect((await founder.awaits('app')).text).toContain('say which role fits');
    },
  );

  test('a command is still answered by its response_url', async () => {
    const { slack, founder, logged } = await rolefitIn('socket');
    for (const method of ['views.open', 'chat.postMessage', 'chat.postEphemeral'])
      slack.faults.next(method, { error: 'token_revoked' }, Number.POSITIVE_INFINITY);
    await founder.types('/rolefit', { channel: 'general' });
    expectTold(await founder.awaits('general', isTold), /lost my permission/, logged);
  });
});
