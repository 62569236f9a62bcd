import { expect, test } from 'vitest';
import { noteAgentSession, readAgentSession } from '../../src/records/agent-sessions.ts';
import { AgentSessions } from '../../src/slack/agent-sessions.ts';
import { plainMessage } from '../../src/slack/blocks/message.ts';
import { type ConversationParts, converse } from '../../src/slack/conversation.ts';
import { ConversationQueue } from '../../src/slack/conversation-queue.ts';
import { People } from '../../src/slack/people.ts';
import { Rates } from '../../src/slack/rates.ts';
import { theAdvisor } from '../support/advisor.ts';
import { answersIn, LONG_STORY, shown } from '../support/agent-view.ts';
import { silent } from '../support/rolefit.ts';
import { aSlackFor, clientOf } from '../support/slack-client.ts';
import { aStore } from '../support/stores.ts';

const TEAM = 'T0ACMESTD';

/** Two processes that share a store, in a Slack where Fay has asked the agent something. */
async function twoProcesses() {
  const slack = await aSlackFor({ agent: { suggested_prompts: [] }, events: ['message.im'] });
  const { ts, channel, user } = await slack.person('fay').agent.starts(LONG_STORY);
  const parts: ConversationParts = {
    advisor: theAdvisor(),
    store: await aStore('sqlite'),
    people: new People(silent),
    queue: new ConversationQueue(),
    rates: new Rates(Date.now),
    log: silent,
    now: Date.now,
  };
  const asked = { team: TEAM, channel, user, ts, thread: undefined, takenOver: false };
  const place = { channel, thread: ts, user };
  const here = new AgentSessions(parts);
  const there = new AgentSessions(parts);
  return { slack, client: clientOf(slack), parts, asked, place, here, there };
}

test('what another process left half-grown is completed, not said again', async () => {
  const { slack, client, parts, asked, place, here } = await twoProcesses();
  const { channel, ts: to } = asked;
  const { ts = '' } = await client.chat.startStream({ channel, thread_ts: to, markdown_text: 'You need' });
  await noteAgentSession(parts.store, TEAM, place, { growing: { to, ts } });
  const takenOver = { ...asked, takenOver: true };
  await here.answer(client, takenOver, (outlet) => converse(parts, outlet, LONG_STORY));
  const answers = answersIn(slack, to);
  expect(answers).toMatchObject([{ ts, isStreaming: false, metadata: { event_payload: { to } } }]);
  expect(answers.map(shown).join()).toContain('Edit facts');
  expect((await readAgentSession(parts.store, TEAM, place))?.growing).toBeNull();
});

test('what another process said whole is not said again', async () => {
  const { slack, client, parts, asked, here, there } = await twoProcesses();
  await there.answer(client, asked, (outlet) => converse(parts, outlet, LONG_STORY));
  const takenOver = { ...asked, takenOver: true };
  await here.answer(client, takenOver, (outlet) => converse(parts, outlet, LONG_STORY));
  expect(answersIn(slack, asked.ts)).toHaveLength(1);
});

test('a stop that comes to another process is heeded before anything is said', async () => {
  const { slack, client, asked, place, here, there } = await twoProcesses();
  let refused: unknown;
  await here.answer(client, asked, async (outlet) => {
    await there.stop(TEAM, place, slack.workspace.nextTs());
    refused = await outlet.say(plainMessage('Too late.')).catch((error: unknown) => error);
    expect(outlet.signal?.aborted).toBe(true);
  });
  expect(refused).toMatchObject({ code: 'stopped' });
  expect(answersIn(slack, asked.ts)).toEqual([]);
});

test('a stop in the same process ends what runs, and an answer that was stopped is not taken up again', async () => {
  const { slack, client, parts, asked, place, here, there } = await twoProcesses();
  await here.answer(client, asked, async (outlet) => {
    await here.stop(TEAM, place, slack.workspace.nextTs());
    expect(outlet.signal?.aborted).toBe(true);
  });
  const takenOver = { ...asked, takenOver: true };
  await there.answer(client, takenOver, (outlet) => converse(parts, outlet, LONG_STORY));
  expect(answersIn(slack, asked.ts)).toEqual([]);
});

test('several things can be said in one turn, long ones too', async () => {
  const { slack, client, parts, asked, here } = await twoProcesses();
  await here.answer(client, asked, async (outlet) => {
    await converse(parts, outlet, LONG_STORY);
    await outlet.say(plainMessage('Where were we?'));
  });
  expect(answersIn(slack, asked.ts).map(({ text }) => text)).toEqual([
    expect.stringMatching(/^\*\*You need/),
    'Where were we?',
  ]);
});
