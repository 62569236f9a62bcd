import { describe, expect, test } from 'vitest';
import { readInterview } from '../../src/records/interviews.ts';
import type { Message } from '../../src/slack/blocks/message.ts';
import type { ConversationParts, Outlet } from '../../src/slack/conversation.ts';
import { ConversationQueue } from '../../src/slack/conversation-queue.ts';
import { converseDirectly } from '../../src/slack/direct-conversation.ts';
import { interviewKey } from '../../src/slack/interview.ts';
import { People } from '../../src/slack/people.ts';
import { Rates } from '../../src/slack/rates.ts';
import { theAdvisor } from '../support/advisor.ts';
import { silent } from '../support/rolefit.ts';
import { aStore } from '../support/stores.ts';

const STORY = 'We are 14 people, I keep having ideas and nothing gets finished';

/** A direct conversation on no surface in particular; what was said stands in `heard`. */
async function aConversation(thread?: string) {
  const store = await aStore('sqlite');
  const now = () => 1_700_000_000_000;
  const queue = new ConversationQueue();
  const advisor = theAdvisor();
  const parts: ConversationParts = {
    advisor,
    store,
    people: new People(silent),
    queue,
    log: silent,
    now,
    rates: new Rates(now),
  };
  const heard: string[] = [];
  const say = async ({ text }: Message): Promise<void> => void heard.push(text);
  const place = { team: 'T1', channel: 'D1', user: 'U1', thread };
  const outlet: Outlet = { place, say, sayPrivately: say };
  return {
    parts,
    heard,
    says: (text: string, ts: string) => converseDirectly(parts, outlet, { text, ts }),
    in: (other: string): Outlet => ({ ...outlet, place: { ...place, thread: other } }),
    interview: () => readInterview(store, 'T1', interviewKey(place)),
  };
}

describe('a message that is handled again after a process died', () => {
  test('is not taken as the answer to the next question', async () => {
    const { says, heard, interview } = await aConversation();
    await says(STORY, '1.1');
    await says('no', '1.2');
    const once = await interview();
    await says('no', '1.2');
    expect(await interview()).toEqual(once);
    expect(heard.at(-1)).toContain(heard.at(-2)?.replace(/^.*?implementer\. /, ''));
  });

  test('says the card again that an interview begins with', async () => {
    const { says, heard } = await aConversation();
    await says(STORY, '1.1');
    await says(STORY, '1.1');
    expect(heard[1]).toBe(heard[0]);
  });

  test('says the end again, and stops no second time', async () => {
    const { says, heard, interview } = await aConversation();
    await says(STORY, '1.1');
    await says('stop', '1.2');
    await says('stop', '1.2');
    expect(heard[2]).toBe(heard[1]);
    expect((await interview())?.state).toBe('paused');
  });
});

test('each thread of a direct conversation, such as a session of an agent, has its own interview', async () => {
  const { parts, says, interview, in: inThread } = await aConversation('1.0');
  await says(STORY, '1.1');
  const before = await interview();
  await converseDirectly(parts, inThread('2.0'), { text: 'no', ts: '2.1' });
  expect(await interview()).toEqual(before);
});

test('two answers at once are taken one after the other, each to the question that is open then', async () => {
  const { says, interview } = await aConversation();
  await says(STORY, '1.1');
  await Promise.all([says('no', '1.2'), says("don't know", '1.3')]);
  const { facts = [], skipped } = (await interview()) ?? {};
  expect(facts.map(({ name }) => name)).toContain('cooInPlace');
  expect(skipped).toHaveLength(1);
});

test('a description that speaks of a person makes the rest of the interview private to its asker', async () => {
  const { says, interview } = await aConversation();
  await says(STORY, '1.1');
  await says('Dana says that decisions wait for the CEO', '1.2');
  expect(await interview()).toMatchObject({ aboutPerson: true });
});

test.each(['new: we are 3 people', 'check we are 3 people', 'start over: we are 3 people'])(
  '"%s" begins anew',
  async (text) => {
    const { says, interview } = await aConversation();
    await says(STORY, '1.1');
    await says(text, '1.2');
    expect((await interview())?.facts.map(({ name }) => name)).toEqual(['companySize']);
  },
);

test('"yes" in a thread under the question answers it, and a question there is answered there alone', async () => {
  const { parts, says, interview, heard, in: inThread } = await aConversation();
  await says(STORY, '1.1');
  await converseDirectly(parts, inThread('1.15'), { text: 'no', ts: '1.2' });
  expect((await interview())?.facts.map(({ name }) => name)).toContain('cooInPlace');
  await converseDirectly(parts, inThread('1.15'), { text: 'What is a COO?', ts: '1.3' });
  expect(heard.at(-1)).not.toContain('Where were we');
});

test.each(['stop', 'go on'])('"%s" without an interview is answered kindly', async (text) => {
  const { says, heard } = await aConversation();
  await says(text, '1.1');
  expect(heard.at(-1)).toContain('not asking anything');
});
