import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/playground/message.ts';
import { MODES, type Mode, rolefitIn } from '../support/rolefit.ts';

const QUESTION = 'What is a COO?';

/** Rolefit, with what it said in a channel once it had answered a last call for help there. */
async function rolefitListening(mode: Mode) {
  const all = await rolefitIn(mode);
  const { slack, founder } = all;
  const post = (message: Omit<Message, 'ts' | 'user'>) =>
    slack.workspace.post({ user: 'U0FOUNDER', ...message });
  const answersIn = async (channel: 'app' | 'general'): Promise<readonly string[]> => {
    const isHelp = ({ text }: Message) => text.includes('say which role fits');
    await founder.types(channel === 'app' ? 'help' : '@Rolefit help', { channel });
    await founder.awaits(channel, isHelp);
    return founder
      .sees(channel)
      .filter((message) => message.user === slack.workspace.app.botUserId && !isHelp(message))
      .map(({ text }) => text);
  };
  return { ...all, post, answersIn };
}

describe.each(MODES)('Rolefit over %s', (mode) => {
  test.each(['thread_broadcast', 'me_message', 'file_share'])(
    'answers a direct message of subtype %s, since a person wrote it',
    async (subtype) => {
      const { post, answersIn } = await rolefitListening(mode);
      post({ channel: 'D0FOUNDER', text: QUESTION, subtype });
      expect(await answersIn('app')).toHaveLength(1);
    },
  );

  test('lets events of the channel be', async () => {
    const { post, answersIn } = await rolefitListening(mode);
    post({ channel: 'D0FOUNDER', text: QUESTION, subtype: 'channel_topic' });
    expect(await answersIn('app')).toEqual([]);
  });

  test('does not answer other bots, directly or when one mentions it', async () => {
    const { post, answersIn } = await rolefitListening(mode);
    post({ channel: 'D0FOUNDER', text: QUESTION, botId: 'B0OTHER' });
    post({ channel: 'C0GENERAL', text: `<@U0LOCALBOT> ${QUESTION}`, botId: 'B0OTHER' });
    expect(await answersIn('app')).toEqual([]);
    expect(await answersIn('general')).toEqual([]);
  });

  test('answers once what Slack sends again, and one message that comes as two events', async () => {
    const { slack, founder, answersIn } = await rolefitListening(mode);
    const delivered = slack.news.once('delivery');
    await founder.types(QUESTION, { channel: 'app' });
    const { payload } = await delivered;
    await slack.redeliver(payload);
    await slack.redeliver({ ...payload, event_id: 'Ev0ANOTHER' });
    expect(await answersIn('app')).toHaveLength(1);
  });

  test('answers two messages that say the same twice', async () => {
    const { founder, answersIn } = await rolefitListening(mode);
    await founder.types(QUESTION, { channel: 'app' });
    await founder.types(QUESTION, { channel: 'app' });
    expect(await answersIn('app')).toHaveLength(2);
  });

  test('answers a mention about a person, outside a thread, in the channel and to the asker alone', async () => {
    const { founder, omar } = await rolefitListening(mode);
    const person =
      '@Rolefit Dana is our COO. She takes the minutes, keeps the records and schedules meetings all day; she decides nothing.';
    await founder.types(person, { channel: 'general' });
    const verdict = await founder.awaits('general');
    expect(verdict.onlyFor).toBe(founder.user.id);
    expect(verdict.threadTs).toBeUndefined();
    expect(omar.sees('general')).toHaveLength(1);
  });
});
