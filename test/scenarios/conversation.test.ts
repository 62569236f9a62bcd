import { describe, expect, test } from 'vitest';
import { buttonsOf } from '../../src/playground/interactions/buttons.ts';
import type { Message } from '../../src/playground/message.ts';
import { MODES, rolefitIn } from '../support/rolefit.ts';

const STORY = 'We are 14 people, I keep having ideas and nothing gets finished';
const UNCLEAR = 'purple bananas on a tuesday';

const shown = ({ blocks }: Message): string => JSON.stringify(blocks);

describe.each(MODES)('Rolefit over %s', (mode) => {
  test('a command that describes is checked, and only the person who typed it sees the verdict', async () => {
    const { founder, omar } = await rolefitIn(mode);
    await founder.types(`/rolefit ${STORY}`, { channel: 'general' });
    const verdict = await founder.awaits('general');
    expect(verdict.text).toMatch(/^You need an implementer/);
    expect(verdict.onlyFor).toBe(founder.user.id);
    expect(shown(verdict)).toContain('nothing gets finished');
    expect(shown(verdict)).toContain('From: ');
    expect(omar.sees('general')).toEqual([]);
  });

  test('a command that asks is answered with its passages', async () => {
    const { founder } = await rolefitIn(mode);
    await founder.types('/rolefit What does COO stand for?', { channel: 'general' });
    const answer = await founder.awaits('general');
    expect(answer.text).toMatch(/chief operating officer/i);
    expect(shown(answer)).toContain('From: ');
  });

  test.each(['/rolefit help', '/rolefit   HELP '])('"%s" gives help', async (typed) => {
    const { founder } = await rolefitIn(mode);
    await founder.types(typed, { channel: 'general' });
    const help = await founder.awaits('general');
    expect(help).toMatchObject({
      text: expect.stringContaining('say which role fits'),
      onlyFor: founder.user.id,
    });
    expect(shown(help)).toMatch(/In a thread, `@Rolefit .*Commands do not work in threads/);
  });

  test.each(['hi', 'Hello!', 'what can you do?'])(
    '"%s" is greeted in short, with what to say and a form',
    async (typed) => {
      const { founder } = await rolefitIn(mode);
      await founder.agent.starts(typed);
      const hello = await founder.awaits('app');
      expect(hello.text).toMatch(/^Hello, I am Rolefit.*“We are 14 people/s);
      expect(shown(hello)).not.toMatch(/rolefit (?:check|why|We)/);
      await founder.clicks(hello, 'Fill in a form');
      expect(JSON.stringify((await founder.awaitsModal()).content)).toContain('What is it about?');
    },
  );

  test('an unclear text gets both offers, and either one is kept', async () => {
    const { founder } = await rolefitIn(mode);
    await founder.types(`/rolefit ${UNCLEAR}`, { channel: 'general' });
    const offers = await founder.awaits('general');
    expect(buttonsOf(offers).map(({ words }) => words)).toEqual(['Check it', 'Answer it as a question']);
    await founder.clicks(offers, 'Check it');
    expect((await founder.awaits('general')).text).toMatch(/^This is not enough to say/);
    await founder.clicks(offers, 'Answer it as a question');
    expect((await founder.awaits('general')).text).toMatch(/I can't help with that one/);
  });

  test('a mention is answered in its thread, for all to see', async () => {
    const { founder, omar } = await rolefitIn(mode);
    await founder.types(`@Rolefit ${STORY}`, { channel: 'general' });
    const verdict = await omar.awaits('general', ({ botId }) => botId !== undefined);
    const asked = founder.sees('general')[0];
    expect(verdict).toMatchObject({ threadTs: asked?.ts, text: expect.stringContaining('implementer') });
    expect(verdict.onlyFor).toBeUndefined();
  });

  test('a mention in a thread is answered in that thread', async () => {
    const { founder, omar } = await rolefitIn(mode);
    await omar.types('What do we need?', { channel: 'general' });
    const thread = omar.sees('general')[0]?.ts ?? '';
    await founder.types('@Rolefit what is an implementer?', { channel: 'general', thread });
    const answer = await founder.awaits('general');
    expect(answer).toMatchObject({ threadTs: thread, text: expect.stringMatching(/implementer/i) });
  });

  test('a direct message is answered in the thread that it begins, and what is written there too', async () => {
    const { founder } = await rolefitIn(mode);
    const { ts } = await founder.agent.starts(STORY);
    const verdict = await founder.awaits('app');
    expect(verdict.text).toMatch(/^You need an implementer/);
    expect(verdict.threadTs).toBe(ts);
    await founder.types('What is a COO?', { channel: 'app', thread: ts });
    expect((await founder.awaits('app')).threadTs).toBe(ts);
  });

  test('what is said about a person in a channel is answered to the asker alone', async () => {
    const { founder, omar } = await rolefitIn(mode);
    await omar.types('morning', { channel: 'general' });
    const thread = omar.sees('general')[0]?.ts ?? '';
    const person =
      '@Rolefit Dana is our COO. She takes the minutes, keeps the records and schedules meetings all day; she decides nothing.';
    await founder.types(person, { channel: 'general', thread });
    const verdict = await founder.awaits('general');
    expect(verdict.onlyFor).toBe(founder.user.id);
    expect(omar.sees('general').filter(({ botId }) => botId !== undefined)).toEqual([]);
  });

  test('the next question is answered by a button; the check goes on, in place of the card that one sees alone', async () => {
    const { slack, founder } = await rolefitIn(mode);
    await founder.types(`/rolefit ${STORY}`, { channel: 'general' });
    const first = await founder.awaits('general');
    expect(shown(first)).toContain('Does somebody already run operations');
    const changed = slack.news.once('message', ({ kind }) => kind === 'changed');
    await founder.clicks(first, 'Yes');
    const { message: second } = await changed;
    expect(second).toMatchObject({ ts: first.ts, onlyFor: founder.user.id });
    expect(second.text).toMatch(/^You need an implementer/);
    expect(shown(second)).toContain('nothing gets finished');
    expect(shown(second)).not.toContain('Does somebody already run operations');
    expect(founder.sees('general')).toHaveLength(1);
  });

  test('a button in a thread is answered in that thread, to whoever pressed it alone', async () => {
    const { founder, omar } = await rolefitIn(mode);
    await founder.types(`@Rolefit ${STORY}`, { channel: 'general' });
    const verdict = await omar.awaits('general', ({ botId }) => botId !== undefined);
    await omar.clicks(verdict, 'Helpful');
    expect(await omar.awaits('general')).toMatchObject({
      threadTs: verdict.threadTs,
      onlyFor: omar.user.id,
    });
  });

  test('words cannot break out of a message: mentions and markup come back as plain text', async () => {
    const { founder } = await rolefitIn(mode);
    await founder.types(`/rolefit <!channel> & <https://evil.example|click> *${STORY}*`, {
      channel: 'general',
    });
    const verdict = await founder.awaits('general');
    expect(verdict.text).toMatch(/implementer/);
    expect(shown(verdict)).not.toMatch(/<!|<http/);
  });
});
