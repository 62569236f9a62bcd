import { describe, expect, test } from 'vitest';
import { buttonsOf } from '../../src/playground/interactions/buttons.ts';
import type { Message } from '../../src/playground/message.ts';
import type { Person } from '../../src/playground/person.ts';
import { MODES, rolefitIn } from '../support/rolefit.ts';
import { aClock } from '../support/slack-client.ts';

const STORY = 'We are 14 people, I keep having ideas and nothing gets finished';
const FIRST_QUESTION = 'Does somebody already run operations';

const shown = ({ blocks }: Message): string => JSON.stringify(blocks);
const words = (message: Message): string[] => buttonsOf(message).map((button) => button.words);
const asks = (message: Message): boolean => words(message).includes('Stop');
const isCard = (message: Message): boolean => words(message).includes('Edit facts');

/** What a person does in the direct message with Rolefit: in one session of theirs, which may have begun earlier. */
function talkOf(person: Person, session?: string) {
  let thread = session;
  return {
    async says(text: string, matches?: (message: Message) => boolean): Promise<Message> {
      if (thread === undefined) thread = (await person.agent.starts(text)).ts;
      else await person.types(text, { channel: 'app', thread });
      return person.awaits('app', matches);
    },
    async presses(
      message: Message,
      button: string,
      matches?: (message: Message) => boolean,
    ): Promise<Message> {
      await person.clicks(message, button);
      return person.awaits('app', (next) => next.ts !== message.ts && (matches?.(next) ?? true));
    },
  };
}

/** How many answers can still change it, as a message says. */
const openIn = (message: Message): number => {
  if (shown(message).includes('Several answers can still')) return MANY;
  return Number(/(\d+) answers can still/.exec(shown(message))?.[1] ?? 1);
};
/** As many as are not numbered. */
const MANY = 9;
/** The fact that a message asks for. */
const factIn = (message: Message): string | undefined => /"fact\\*":\\*"(\w+)/.exec(shown(message))?.[1];

/** Another question, and no more answers that can change the verdict; each leaves fewer, see properties/settled.test.ts. */
function expectProgress(before: Message, after: Message): void {
  expect(factIn(before)).toBeDefined();
  expect(factIn(after)).not.toBe(factIn(before));
  expect(openIn(after)).toBeLessThanOrEqual(openIn(before));
}

describe.each(MODES)('an interview over %s', (mode) => {
  test('follows a verdict whose question is open: buttons, "Don\'t know", "Stop" and honest progress', async () => {
    const { slack, founder } = await rolefitIn(mode);
    const { says, presses } = talkOf(founder);
    const card = await says(STORY);
    const answered = slack.news.once('message', ({ kind }) => kind === 'changed');
    expect(card.text).toMatch(/^You need an implementer/);
    expect(words(card)).toEqual(expect.arrayContaining(['Yes', 'No', "Don't know", 'Stop']));
    expect(shown(card)).toContain(FIRST_QUESTION);
    const second = await presses(card, 'No', asks);
    expect(second.onlyFor).toBeUndefined();
    expect(second.text).toMatch(/So far the answer stays: an implementer|changes the answer/);
    expect(shown(second)).not.toContain(FIRST_QUESTION);
    expectProgress(card, second);
    const { message: before } = await answered;
    expect(before.ts).toBe(card.ts);
    expect(words(before)).not.toContain('Stop');
    expect(shown(before)).toContain('Your answer: No');
    expect(shown(before)).not.toContain('Press a button');
  });

  test('goes on after a restart, and understands typed answers', async () => {
    const first = await rolefitIn(mode);
    const card = await talkOf(first.founder).says(STORY);
    await first.running.stop();
    const { founder } = await rolefitIn(mode, { dataDir: first.dataDir });
    const { says } = talkOf(founder, card.threadTs);
    const second = await says('No, nobody does');
    expectProgress(card, second);
    const third = await says("I don't know", asks);
    expect(third.text).toContain('I leave that open');
    expectProgress(second, third);
  });

  test('a typed answer stands in place of the buttons, wherever the question was asked', async () => {
    const { slack, founder } = await rolefitIn(mode);
    const { says } = talkOf(founder);
    const card = await says(STORY);
    await says('why?', (message) => !asks(message));
    const again = await founder.awaits('app', asks);
    const left = new Set([card.ts, again.ts]);
    const marked: Message[] = [];
    const all = new Promise<void>((resolve) => {
      slack.news.on('message', ({ kind, message }) => {
        if (kind !== 'changed' || !left.delete(message.ts)) return;
        marked.push(message);
        if (left.size === 0) resolve();
      });
    });
    const next = await says('No, nobody does', asks);
    await all;
    for (const message of marked) {
      expect(shown(message)).toContain('Your answer: No');
      expect(words(message)).not.toContain('Stop');
    }
    const stopped = slack.news.once('message', ({ kind }) => kind === 'changed');
    await says('stop');
    const { message } = await stopped;
    expect(message.ts).toBe(next.ts);
    expect(shown(message)).toContain('Your answer: Stop');
  });

  test('answers a question half-way, and goes on from where it was', async () => {
    const { founder } = await rolefitIn(mode);
    const { says } = talkOf(founder);
    await says(STORY);
    const answer = await says('What does COO stand for?');
    expect(answer.text).toMatch(/chief operating officer/i);
    const again = await founder.awaits('app', asks);
    expect(again.text).toMatch(/^Where were we: Does somebody already run operations/);
  });

  test('says why when asked half-way, and asks again', async () => {
    const { founder } = await rolefitIn(mode);
    const { says } = talkOf(founder);
    await says(STORY);
    await says('why?', (message) => !asks(message));
    expect((await founder.awaits('app', asks)).text).toMatch(/^Where were we/);
    expect((await says('next question')).text).toMatch(/^Where were we/);
  });

  test('stops when told to, says where it stands, and can be taken up again', async () => {
    const { founder } = await rolefitIn(mode);
    const { says } = talkOf(founder);
    await says(STORY);
    const end = await says('stop');
    expect(end.text).toMatch(/I stop here.*You need an implementer/s);
    expect(asks(end)).toBe(false);
    const again = await says('go on');
    expect(again.text).toContain(FIRST_QUESTION);
  });
});

describe('an interview', () => {
  test('ends by itself with the verdict when no answer can change it any more', async () => {
    const clock = aClock(Date.now());
    const { founder } = await rolefitIn('socket', { now: clock.now });
    const { says } = talkOf(founder);
    let message = await says(STORY);
    const seen: number[] = [];
    while (asks(message)) {
      seen.push(openIn(message));
      clock.pass(5_000);
      message = await says("don't know", ({ ts }) => ts > message.ts);
    }
    expect(isCard(message)).toBe(true);
    expect(message.text).toMatch(/all that I can ask.*You need an implementer/s);
    expect(shown(message)).not.toContain('Next question');
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
    expect(seen[0]).toBe(MANY);
    expect(seen.at(-1)).toBeLessThan(MANY);
    expect((await says('yes')).text).toContain('I am not sure what you mean');
  });

  test('adds what a description half-way states, says what it understood, and offers to start anew', async () => {
    const { founder } = await rolefitIn('socket');
    const { says, presses } = talkOf(founder);
    await says(STORY);
    const added = await says('We are 60 people now and decisions wait for the CEO');
    expect(added.text).toContain('people in the company: 60');
    expect(added.text).toContain('I added it');
    const next = await founder.awaits('app', asks);
    const stop = await presses(next, 'Stop');
    expect(shown(stop)).toContain('nothing gets finished');
    await says('go on');
    const anew = await presses(added, 'Start anew with this alone', isCard);
    expect(shown(anew)).not.toContain('nothing gets finished');
  });

  test('a new subject begins a new check', async () => {
    const { founder } = await rolefitIn('socket');
    const { says } = talkOf(founder);
    await says(STORY);
    const card = await says('Our COO Dana keeps the minutes and schedules all meetings. Does that fit?');
    expect(card.text).toMatch(/^This person's work/);
  });

  test('what it cannot read as an answer it asks again', async () => {
    const { founder } = await rolefitIn('socket');
    const { says } = talkOf(founder);
    await says(STORY);
    const again = await says('purple bananas on a tuesday');
    expect(again.text).toMatch(/could not read that as an answer.*Does somebody already run operations/);
  });

  test('an old button is answered kindly, and so is one pressed after the end', async () => {
    const { founder } = await rolefitIn('socket');
    const { says, presses } = talkOf(founder);
    const card = await says(STORY);
    await says('no');
    const old = await presses(card, 'Yes');
    expect(old.text).toContain('You have answered this one');
    expect((await founder.awaits('app', asks)).text).toMatch(/^Where were we/);
    await says('check our CEO and two others do everything', isCard);
    await says('stop');
    const pressed = await presses(card, 'Yes');
    expect(pressed.text).toMatch(/answered this one|questions are over/);
  });

  test('a number is asked for in words, and "about 40" is one', async () => {
    const clock = aClock(Date.now());
    const { founder } = await rolefitIn('socket', { now: clock.now });
    const { says } = talkOf(founder);
    let message = await says('I keep having ideas and nothing gets finished');
    while (asks(message) && !shown(message).includes('How many people')) {
      clock.pass(5_000);
      message = await says("don't know", ({ ts }) => ts > message.ts);
    }
    expect(shown(message)).toContain('Just type the number');
    const after = await says('about 40', ({ ts }) => ts > message.ts);
    expect(after.text).toMatch(/So far the answer stays|changes the answer|settles it|all that I can ask/);
  });

  test('is nobody else’s: in a channel the question is asked by the card alone', async () => {
    const { founder } = await rolefitIn('socket');
    await founder.types(`@Rolefit ${STORY}`, { channel: 'general' });
    const card = await founder.awaits('general');
    expect(words(card)).toEqual(expect.arrayContaining(['Yes', 'No']));
    expect(asks(card)).toBe(false);
  });
});
