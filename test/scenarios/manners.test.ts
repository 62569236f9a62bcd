import { describe, expect, test } from 'vitest';
import { buttonsOf } from '../../src/playground/interactions/buttons.ts';
import type { Message } from '../../src/playground/message.ts';
import { MODES, rolefitIn } from '../support/rolefit.ts';
import { aClock } from '../support/slack-client.ts';

const STORY = 'We are 14 people, I keep having ideas and nothing gets finished';
const QUESTION = 'What is a COO?';

const shown = ({ blocks }: Message): string => JSON.stringify(blocks);
const isOffer = (message: Message): boolean =>
  buttonsOf(message).some(({ words }) => words === 'Look at it again');

describe.each(MODES)('changes over %s', (mode) => {
  test('a mention that is edited is offered to be looked at again, and the new answer replaces the old', async () => {
    const { slack, founder, omar } = await rolefitIn(mode);
    await founder.types(`@Rolefit ${QUESTION}`, { channel: 'general' });
    const first = await omar.awaits('general', ({ botId }) => botId !== undefined);
    const asked = founder.sees('general')[0] as Message;
    founder.edits(asked, '@Rolefit What is an implementer?');
    const offer = await founder.awaits('general', isOffer);
    expect(offer).toMatchObject({
      onlyFor: founder.user.id,
      text: expect.stringContaining('changed your message'),
    });
    await founder.clicks(offer, 'Look at it again');
    const second = await founder.awaits('general', ({ threadTs }) => threadTs === asked.ts);
    expect(second.text).toMatch(/implementer/i);
    expect(slack.workspace.message('C0GENERAL', first.ts)).toBeUndefined();
    expect(founder.sees('general').some(isOffer)).toBe(false);
  });

  test('a direct message that is edited is offered to be looked at again', async () => {
    const { founder } = await rolefitIn(mode);
    await founder.types(QUESTION, { channel: 'app' });
    await founder.awaits('app');
    founder.edits(founder.sees('app')[0] as Message, STORY);
    const offer = await founder.awaits('app', isOffer);
    await founder.clicks(offer, 'Look at it again');
    expect((await founder.awaits('app')).text).toMatch(/^You need an implementer/);
  });

  test('a question that is deleted takes its answer with it', async () => {
    const { slack, founder } = await rolefitIn(mode);
    for (const [channel, typed] of [
      ['app', QUESTION],
      ['general', `@Rolefit ${QUESTION}`],
    ] as const) {
      await founder.types(typed, { channel });
      const answer = await founder.awaits(channel);
      const gone = slack.news.once(
        'message',
        ({ kind, message }) => kind === 'removed' && message.ts === answer.ts,
      );
      founder.deletes(founder.sees(channel)[0] as Message);
      await gone;
    }
  });

  test('where others have gone on talking, the answer is taken back and says why', async () => {
    const { slack, founder, omar } = await rolefitIn(mode);
    await founder.types(`@Rolefit ${STORY}`, { channel: 'general' });
    const answer = await omar.awaits('general', ({ botId }) => botId !== undefined);
    const asked = founder.sees('general')[0] as Message;
    await omar.types('Interesting, thanks!', { channel: 'general', thread: asked.ts });
    const changed = slack.news.once('message', ({ message }) => message.ts === answer.ts);
    founder.deletes(asked);
    const { message } = await changed;
    expect(message.text).toContain('I took my answer back');
    expect(shown(message)).not.toContain('nothing gets finished');
  });
});

describe('changes', () => {
  test('an edit that changes no words, and one of what was not asked, are let be', async () => {
    const { slack, founder } = await rolefitIn('socket');
    await founder.types('good morning', { channel: 'general' });
    founder.edits(founder.sees('general')[0] as Message, 'good morning all');
    await founder.types(`@Rolefit ${QUESTION}`, { channel: 'general' });
    await founder.awaits('general');
    const [, asked] = founder.sees('general');
    slack.workspace.change(asked as Message, { text: `${asked?.text} ` });
    await founder.types('@Rolefit help', { channel: 'general' });
    await founder.awaits('general', ({ text }) => text.includes('say which role fits'));
    expect(founder.sees('general').filter(isOffer)).toEqual([]);
  });

  test('an edited answer of an interview is kept as it was, and says so', async () => {
    const { founder } = await rolefitIn('socket');
    const { ts: thread } = await founder.agent.starts(STORY);
    await founder.awaits('app');
    await founder.types('yes', { channel: 'app', thread });
    await founder.awaits('app');
    const yes = founder.sees('app').find(({ text }) => text === 'yes') as Message;
    founder.edits(yes, 'no');
    await founder.awaits('app', ({ text }) => text.includes('I keep your answer as it was'));
  });

  test('a long message that is edited is read from its beginning, and says so', async () => {
    const { slack, founder } = await rolefitIn('socket');
    await founder.types(QUESTION, { channel: 'app' });
    await founder.awaits('app');
    founder.edits(founder.sees('app')[0] as Message, `${STORY}. ${'"\\ '.repeat(2_000)}`);
    const offer = await founder.awaits('app', isOffer);
    expect(offer.text).toContain('only the beginning');
    await founder.clicks(offer, 'Look at it again');
    expect((await founder.awaits('app')).text).toMatch(/^You need an implementer/);
    expect(slack.calls.filter(({ answer }) => answer.ok !== true)).toEqual([]);
  });
});

describe.each(MODES)('manners over %s', (mode) => {
  test('a guest is answered privately in a channel, and told so', async () => {
    const { slack, omar } = await rolefitIn(mode);
    const gita = slack.person('gita');
    await gita.types(`@Rolefit ${QUESTION}`, { channel: 'general' });
    const answer = await gita.awaits('general');
    expect(answer).toMatchObject({ onlyFor: gita.user.id, text: expect.stringContaining('to guests') });
    expect(omar.sees('general').filter(({ botId }) => botId !== undefined)).toEqual([]);
  });

  test('in a channel shared with another company everybody is answered privately, without following', async () => {
    const { slack, founder, omar } = await rolefitIn(mode);
    const sven = slack.person('sven');
    for (const person of [founder, sven]) {
      await person.types(`@Rolefit ${QUESTION}`, { channel: 'with-nordwind' });
      const answer = await person.awaits('with-nordwind', ({ botId }) => botId !== undefined);
      expect(answer).toMatchObject({
        onlyFor: person.user.id,
        text: expect.stringContaining('another company'),
      });
    }
    expect(omar.sees('with-nordwind').filter(({ botId }) => botId !== undefined)).toEqual([]);
  });

  test('who asks too much is told when to try again, and is answered then', async () => {
    const clock = aClock(Date.now());
    const { founder, omar } = await rolefitIn(mode, { now: clock.now });
    const answers = () => founder.sees('app').filter(({ botId }) => botId !== undefined);
    for (let at = 0; at < 31; at += 1) await founder.types('thanks', { channel: 'app' });
    const told = await founder.awaits('app', ({ text }) => text.includes('a lot at once'), 10_000);
    expect(told.text).toMatch(/Please try again in 2 seconds/);
    await omar.types('thanks', { channel: 'app' });
    await omar.awaits('app');
    clock.pass(2_000);
    await founder.types(QUESTION, { channel: 'app' });
    expect((await founder.awaits('app', ({ text }) => /chief/i.test(text))).text).toMatch(/chief/i);
    expect(answers()).toHaveLength(32);
  });
});

test('when Slack does not tell who somebody is, they are answered privately', async () => {
  const { slack, founder } = await rolefitIn('socket');
  slack.faults.next('users.info', { error: 'user_not_found' });
  await founder.types(`@Rolefit ${QUESTION}`, { channel: 'general' });
  expect((await founder.awaits('general')).onlyFor).toBe(founder.user.id);
});
