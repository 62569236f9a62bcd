import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/playground/message.ts';
import type { Person } from '../../src/playground/person.ts';
import { changeSettings } from '../../src/records/change-settings.ts';
import { FOLLOWED_MS } from '../../src/slack/thread-follow-up.ts';
import { openStore } from '../../src/store/open-store.ts';
import { MODES, type Mode, rolefitIn, silent } from '../support/rolefit.ts';
import { aClock } from '../support/slack-client.ts';

const shown = ({ blocks }: Message): string => JSON.stringify(blocks);

/** A thread in a channel, as people write in it. */
async function aThread(mode: Mode, options: Parameters<typeof rolefitIn>[1] = {}, channel = 'general') {
  const all = await rolefitIn(mode, options);
  const { omar, slack } = all;
  await omar.types('How do we go on with the company?', { channel });
  const thread = omar.sees(channel).at(-1)?.ts ?? '';
  const isOurs = ({ user }: Message): boolean => user === slack.workspace.app.botUserId;
  return {
    ...all,
    thread,
    /** Somebody writes in the thread. */
    async says(person: Person, text: string): Promise<void> {
      await person.types(text, { channel, thread });
    },
    /** Somebody writes in the thread, and Rolefit answers. */
    async asks(person: Person, text: string, matches: (message: Message) => boolean = () => true) {
      await person.types(text, { channel, thread });
      return person.awaits(channel, (message) => isOurs(message) && matches(message));
    },
    /** What Rolefit said, as a person sees it, once it has answered a last mention. */
    async heardBy(person: Person): Promise<readonly Message[]> {
      await person.types('@Rolefit help', { channel });
      await person.awaits(channel, ({ text }) => text.includes('say which role fits'));
      return person.sees(channel).filter(isOurs).slice(0, -1);
    },
  };
}

describe.each(MODES)('a thread over %s', (mode) => {
  test('is read at a mention: the facts understood, to be corrected, and the verdict, in the thread', async () => {
    const { founder, omar, thread, says, asks } = await aThread(mode);
    await says(founder, 'We are 14 people by now.');
    await says(omar, 'And I keep having ideas, but nothing gets finished.');
    const answer = await asks(founder, '@Rolefit what do you think?');
    expect(answer).toMatchObject({
      threadTs: thread,
      text: expect.stringMatching(/^You need an implementer/),
    });
    expect(answer.onlyFor).toBeUndefined();
    expect(shown(answer)).toContain('What I understood from this thread');
    expect(shown(answer)).toContain('people in the company: 14');
    await founder.clicks(answer, 'Correct these facts');
    const form = await founder.awaitsModal();
    expect(JSON.stringify(form.content.blocks)).toContain('"initial_value":"14"');
    await founder.fills('How many people work in the company?', '900');
    await founder.submits();
    await founder.awaitsModal((view) => view.content.submit === undefined);
  });

  test('is followed: a question after an answer needs no mention, until somebody says "stop"', async () => {
    const { founder, omar, says, asks, heardBy } = await aThread(mode);
    await says(founder, 'We are 14 people and nothing gets finished.');
    await asks(founder, '@Rolefit thoughts?');
    const answer = await asks(omar, 'What is an implementer?');
    expect(answer.text).toMatch(/implementer/i);
    const stopped = await asks(omar, 'stop');
    expect(stopped.text).toContain('no longer follow this thread');
    const before = founder.sees('general').length;
    await says(founder, 'What is a COO?');
    expect(await heardBy(founder)).toHaveLength(3);
    expect(founder.sees('general').length).toBeGreaterThan(before);
    const back = await asks(founder, '@Rolefit what is a COO?');
    expect(back.text).toMatch(/chief operating officer/i);
    await asks(omar, 'And what is an implementer?');
  });

  test('lets people talk to each other', async () => {
    const { founder, omar, says, asks, heardBy } = await aThread(mode);
    await says(founder, 'We are 14 people and nothing gets finished.');
    await asks(founder, '@Rolefit thoughts?');
    await says(omar, '@Fay Founder what is a COO?');
    await says(founder, 'I think we should order pizza');
    await says(omar, 'Lunch anyone?');
    await says(founder, 'We are 15, by the way.');
    await says(omar, 'Good point, thanks!');
    expect(await heardBy(founder)).toHaveLength(1);
  });

  test('is let be by a question that nobody put to Rolefit and that it cannot answer, even of the asker', async () => {
    const { founder, says, asks, heardBy } = await aThread(mode);
    await says(founder, 'We are 14 people and nothing gets finished.');
    await asks(founder, '@Rolefit thoughts?');
    await says(founder, 'Which laptop should I buy?');
    expect(await heardBy(founder)).toHaveLength(1);
  });

  test('is answered in short where somebody asks why, or what would change it', async () => {
    const { founder, omar, thread, says, asks } = await aThread(mode);
    await says(founder, 'We are 14 people, I keep having ideas and nothing gets finished.');
    await asks(founder, '@Rolefit thoughts?');
    const change = await asks(omar, 'And what would change that?');
    expect(change).toMatchObject({ threadTs: thread, text: expect.stringContaining('If it turned out') });
    expect(shown(change)).not.toMatch(/Edit facts|What I understood|Read it/);
    const why = await asks(founder, 'why?');
    expect(shown(why)).toContain('Read it');
    expect(shown(why)).not.toMatch(/Edit facts|What I understood|What would change/);
    const mentioned = await asks(omar, '@Rolefit why?');
    expect(mentioned.text).toBe(why.text);
  });

  test('is told in a line that the answer stands where somebody asks again and nothing new was said', async () => {
    const { founder, omar, says, asks } = await aThread(mode);
    await says(founder, 'We are 14 people, I keep having ideas and nothing gets finished.');
    await asks(founder, '@Rolefit thoughts?');
    const again = await asks(omar, 'So do we need both?');
    expect(again.text).toMatch(/^You need an implementer.*Nothing said here since/s);
    expect(shown(again)).not.toMatch(/What I understood|Read it/);
    expect(shown(await asks(omar, '@Rolefit so do we need both?'))).toContain('What I understood');
  });

  test('takes a typed reply to the question that its answer ends with', async () => {
    const { founder, omar, says, asks, heardBy } = await aThread(mode);
    await says(founder, 'We are 14 people, I keep having ideas and nothing gets finished.');
    const card = await asks(founder, '@Rolefit thoughts?');
    expect(shown(card)).toContain('Does somebody already run operations');
    const next = await asks(omar, 'No, nobody does.');
    expect(next.text).toMatch(/^You need an implementer/);
    expect(shown(next)).toContain('Next question');
    expect(shown(next)).not.toContain('Does somebody already run operations');
    await says(founder, 'Good to know.');
    await says(omar, 'yes');
    const whole = await asks(founder, '@Rolefit what do you think now?');
    expect(shown(whole)).toContain('What I understood from this thread');
    expect(shown(whole)).not.toContain('Does somebody already run operations');
    expect(await heardBy(founder)).toHaveLength(3);
  });

  test('what it says of a person is for the asker alone, and nobody else hears of it', async () => {
    const { founder, omar, says, asks } = await aThread(mode);
    await says(
      omar,
      'Dana is our COO. She takes the minutes and schedules meetings all day; she decides nothing.',
    );
    const answer = await asks(founder, '@Rolefit what do you think?');
    expect(answer.onlyFor).toBe(founder.user.id);
    expect(omar.sees('general').filter(({ botId }) => botId !== undefined)).toEqual([]);
  });

  test('that Slack keeps from bots is said so, and the mention alone is answered where it tells enough', async () => {
    const { slack, founder, says, asks } = await aThread(mode);
    slack.workspace.refusesThreadsToBots = true;
    await says(founder, 'We are 14 people and nothing gets finished.');
    const refusal = await asks(founder, '@Rolefit what do you think?');
    expect(refusal.text).toMatch(/Slack does not let me read this thread.*tell me in your mention/);
    expect(refusal.onlyFor).toBe(founder.user.id);
    const answer = await asks(
      founder,
      '@Rolefit we are 14 people, I keep having ideas and nothing gets finished',
    );
    expect(answer.text).toMatch(/^You need an implementer.*your message alone/s);
  });
});

describe('a thread', () => {
  test.each([
    ['missing_scope', /ask who installed Rolefit to install it again/],
    ['not_in_channel', /Invite me to the channel first/],
    ['not_allowed_token_type', /Slack does not let me read this thread/],
  ])('refused with %s is met with what would help', async (error, words) => {
    const { slack, founder, asks } = await aThread('socket');
    slack.faults.next('conversations.replies', { error });
    expect((await asks(founder, '@Rolefit what do you think?')).text).toMatch(words);
  });

  test('without anything to go by is said to be so', async () => {
    const { founder, asks } = await aThread('socket');
    expect((await asks(founder, '@Rolefit')).text).toContain('found nothing in it');
  });

  test('of many messages is read from its newest, and says so', async () => {
    const { founder, slack, thread, says, asks } = await aThread('socket', {}, 'random');
    await says(founder, 'We are 900 people.');
    for (let at = 0; at < 250; at += 1)
      slack.workspace.post({ channel: 'C0RANDOM0', user: 'U0OMAROPS', text: `note ${at}`, threadTs: thread });
    await says(founder, 'I keep having ideas and nothing gets finished.');
    slack.workspace.join('C0RANDOM0', slack.workspace.app.botUserId, founder.user.id);
    const answer = await asks(founder, '@Rolefit what do you think?');
    expect(shown(answer)).toContain('the newest 100 messages of this thread');
    expect(shown(answer)).not.toContain('900');
    expect(slack.calls.filter(({ method }) => method === 'conversations.replies')).toHaveLength(2);
  });

  test('in which somebody corrects themselves counts with what was said last', async () => {
    const { founder, omar, says, asks } = await aThread('socket');
    await says(founder, 'We are 14 people and nothing gets finished.');
    await says(omar, 'No, we are 50 people.');
    const answer = await asks(founder, '@Rolefit what do you think?');
    expect(shown(answer)).toContain('people in the company: 50');
  });

  test('shows no names and reads no mentions', async () => {
    const { founder, says, asks } = await aThread('socket');
    await says(founder, 'Nothing gets finished because @Omar Ops and Omar Ops have too many ideas');
    const answer = await asks(founder, '@Rolefit what do you think?');
    expect(shown(answer)).not.toMatch(/Omar|U0OMAROPS/);
  });

  test('of other bots is left out', async () => {
    const { founder, slack, thread, asks } = await aThread('socket');
    const text = 'We are 14 people and nothing gets finished.';
    slack.workspace.post({ channel: 'C0GENERAL', user: 'U0BOT', botId: 'B0BOT', text, threadTs: thread });
    expect((await asks(founder, '@Rolefit what do you think?')).text).toContain('found nothing in it');
  });

  test('is followed no longer than a day after the last answer', async () => {
    const clock = aClock(Date.now());
    const { founder, says, asks, heardBy } = await aThread('socket', { now: clock.now });
    await asks(founder, '@Rolefit what is a COO?');
    await asks(founder, 'What is an implementer?');
    clock.pass(FOLLOWED_MS);
    await says(founder, 'What is an heir?');
    expect(await heardBy(founder)).toHaveLength(2);
  });

  test('follow-ups go on after a restart', async () => {
    const first = await aThread('socket');
    await first.asks(first.founder, '@Rolefit what is a COO?');
    await first.running.stop();
    const { founder, slack } = await rolefitIn('socket', { dataDir: first.dataDir });
    slack.workspace.post({ channel: 'C0GENERAL', user: 'U0OMAROPS', text: 'How do we go on?' });
    const parent = slack.workspace.messages('C0GENERAL')[0] as Message;
    Object.assign(parent, { ts: first.thread });
    await founder.types('Rolefit, what is an implementer?', { channel: 'general', thread: first.thread });
    expect((await founder.awaits('general')).text).toMatch(/implementer/i);
  });
});

/** A workspace with settings, as somebody made them. */
async function withSettings(change: Parameters<typeof changeSettings>[3]): Promise<string> {
  const first = await rolefitIn('socket');
  await first.running.stop();
  const store = await openStore({ backend: 'sqlite', dataDir: first.dataDir, encryptionKeys: [] }, silent);
  await changeSettings(store, 'T0ACMESTD', { by: 'U0FOUNDER', at: 0 }, change);
  await store.close();
  return first.dataDir;
}

describe('settings', () => {
  test('mention-only: nothing is answered in a thread without a mention', async () => {
    const dataDir = await withSettings({ mentionOnly: true });
    const { founder, says, asks, heardBy } = await aThread('socket', { dataDir });
    await asks(founder, '@Rolefit what is a COO?');
    await says(founder, 'What is an implementer?');
    expect(await heardBy(founder)).toHaveLength(1);
  });

  test('allowed channels: elsewhere it says privately where it may speak', async () => {
    const dataDir = await withSettings({ allowedChannels: ['C0RANDOM0'] });
    const { founder, omar, asks } = await aThread('socket', { dataDir });
    const answer = await asks(founder, '@Rolefit what is a COO?');
    expect(answer.onlyFor).toBe(founder.user.id);
    expect(shown(answer)).toContain('<#C0RANDOM0>');
    expect(omar.sees('general').filter(({ botId }) => botId !== undefined)).toEqual([]);
  });
});
