import { describe, expect, test } from 'vitest';
import { MODES, rolefitIn } from '../support/rolefit.ts';

const STORY = 'We are 14 people, I keep having ideas and nothing gets finished';

describe.each(MODES)('Rolefit over %s', (mode) => {
  test('an event that Slack sends again is answered once', async () => {
    const { slack, founder } = await rolefitIn(mode);
    const delivered = slack.news.once('delivery');
    await founder.types(`@Rolefit ${STORY}`, { channel: 'general' });
    const { payload } = await delivered;
    await founder.awaits('general');
    await slack.redeliver(payload);
    await slack.redeliver(payload);
    await founder.types('/rolefit help', { channel: 'general' });
    await founder.awaits('general', ({ onlyFor }) => onlyFor !== undefined);
    expect(founder.sees('general').filter(({ threadTs }) => threadTs !== undefined)).toHaveLength(1);
  });

  test('messages of one conversation are answered in the order they came', async () => {
    const { founder } = await rolefitIn(mode);
    const questions = ['What is a COO?', 'What is an implementer?', 'help', STORY, 'What is a COO?'];
    for (const question of questions) await founder.types(question, { channel: 'app' });
    const answers = () => founder.sees('app').filter(({ botId }) => botId !== undefined);
    await founder.awaits('app', () => answers().length === questions.length);
    const [first, second, third, fourth, last] = answers().map(({ text }) => text);
    expect(first).toBe(last);
    expect(second).toMatch(/implementer/i);
    expect(third).toContain('say which role fits');
    expect(fourth).toMatch(/^You need an implementer/);
  });

  describe.each([
    ['a direct message', 'app', STORY, 'chat.postMessage'],
    ['a command', 'general', `/rolefit ${STORY}`, 'response'],
  ])('when it answers %s', (_, channel, typed, method) => {
    test('and Slack refuses, the person gets one sentence with a reference that is in the log', async () => {
      const { slack, founder, logged } = await rolefitIn(mode);
      slack.faults.next(method, { error: 'fatal_error' });
      await founder.types(typed, { channel });
      const { text } = await founder.awaits(channel);
      const [, reference] = /reference ([a-z0-9-]+)/i.exec(text) ?? [];
      expect(text).not.toMatch(/fatal_error|Error:|at /);
      expect(logged.join('')).toContain(String(reference));
      expect(logged.join('')).toContain('fatal_error');
      expect(logged.join('')).not.toContain('nothing gets finished');
    });

    test('and Slack asks to wait, the answer comes after the wait', async () => {
      const { slack, founder } = await rolefitIn(mode);
      slack.faults.next(method, { status: 429, retryAfterSeconds: 1 });
      await founder.types(typed, { channel });
      expect((await founder.awaits(channel)).text).toMatch(/^You need an implementer/);
    });

    test('and Slack stumbles once, the answer comes all the same', async () => {
      const { slack, founder } = await rolefitIn(mode);
      slack.faults.next(method, { status: 500 });
      await founder.types(typed, { channel });
      expect((await founder.awaits(channel)).text).toMatch(/^You need an implementer/);
    });

    test('what is in hand is answered before the app stops', async () => {
      const { slack, founder, running } = await rolefitIn(mode);
      slack.faults.next(method, { status: 429, retryAfterSeconds: 1 });
      const handed = slack.news.once('delivery');
      await founder.types(typed, { channel });
      await handed;
      await running.stop();
      const answers = founder.sees(channel).filter(({ botId }) => botId !== undefined);
      expect(answers.map(({ text }) => text)).toEqual([expect.stringMatching(/^You need an implementer/)]);
    });
  });

  test('a text of forty thousand characters is answered within Slack’s limits', async () => {
    const { slack, founder } = await rolefitIn(mode);
    await founder.types(`${STORY}. `.repeat(600).slice(0, 39_000), { channel: 'app' });
    expect((await founder.awaits('app')).text).toMatch(/^You need an implementer/);
    expect(slack.calls.filter(({ answer }) => answer.ok !== true)).toEqual([]);
  });

  test.each(['🦆', '   .  ', '\u0000\u0007', '組織に必要な役割は何ですか', '/'.repeat(3000), '<@U0OMAROPS>'])(
    'a direct message of %j gets some reply that Slack takes',
    async (text) => {
      const { slack, founder } = await rolefitIn(mode);
      await founder.types(text, { channel: 'app' });
      expect((await founder.awaits('app')).text).not.toBe('');
      expect(slack.calls.filter(({ answer }) => answer.ok !== true)).toEqual([]);
    },
  );
});
