import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/playground/message.ts';
import { isLong } from '../../src/slack/agent-stream.ts';
import { adviceMessage } from '../../src/slack/blocks/advice.ts';
import { theAdvisor } from '../support/advisor.ts';
import { answersIn, LONG_STORY, methodsOf, rested, STORY, shown } from '../support/agent-view.ts';
import { MODES, rolefitIn } from '../support/rolefit.ts';
import { aClock } from '../support/slack-client.ts';

const isAnswer = ({ botId, isStreaming }: Message): boolean => botId !== undefined && !isStreaming;
const eventType = ({ event }: Readonly<Record<string, unknown>>): unknown =>
  (event as { type?: string } | undefined)?.type;

describe.each(MODES)('an answer in the agent view over %s', (mode) => {
  test('a long text grows while it is read, and the verdict’s blocks and buttons come at its end', async () => {
    const { slack, founder } = await rolefitIn(mode);
    const seen: string[] = [];
    slack.news.on('message', ({ message }) => message.botId && seen.push(message.text));
    const { ts } = await founder.agent.starts(LONG_STORY);
    const verdict = await founder.awaits('app', isAnswer);
    expect(verdict.threadTs).toBe(ts);
    expect(verdict.blocks?.[0]).toMatchObject({ type: 'markdown', text: expect.stringMatching(/^\*\*You/) });
    expect(shown(verdict)).toMatch(/Read it.*Edit facts.*feedback_buttons/);
    expect(seen.length).toBeGreaterThan(1);
    expect(answersIn(slack, ts)).toHaveLength(1);
    expect(slack.calls.filter(({ answer }) => answer.ok !== true)).toEqual([]);
  });

  test('where Slack ended the growing after five minutes, the message is completed', async () => {
    const clock = aClock(Date.now());
    const { slack, founder } = await rolefitIn(mode, { now: clock.now });
    slack.news.on('call', ({ method }) => method === 'chat.startStream' && clock.pass(301_000));
    const { ts } = await founder.agent.starts(LONG_STORY);
    const verdict = await founder.awaits('app', ({ blocks = [] }) =>
      JSON.stringify(blocks).includes('Edit facts'),
    );
    expect(verdict).toMatchObject({ isStreaming: false, text: expect.stringMatching(/^You need/) });
    expect(answersIn(slack, ts)).toHaveLength(1);
    expect(methodsOf(slack)).toContain('chat.update');
  });

  test('when Slack is silent at its end, the person is told beside it, and what stands there stays', async () => {
    const { slack, founder } = await rolefitIn(mode);
    slack.faults.next('chat.stopStream', { cut: 'reset', after: 'carrying-out' });
    const { ts } = await founder.agent.starts(LONG_STORY);
    await founder.awaits('app', ({ text }) => /reference [0-9a-f]+/i.test(text));
    expect(answersIn(slack, ts).map(shown)[0]).toContain('Edit facts');
    expect(answersIn(slack, ts)).toHaveLength(2);
  });

  test('and where it cannot be completed any more, it comes as a new message', async () => {
    const clock = aClock(Date.now());
    const { slack, founder } = await rolefitIn(mode, { now: clock.now });
    slack.news.on('call', ({ method }) => method === 'chat.startStream' && clock.pass(301_000));
    slack.faults.next('chat.update', { error: 'message_not_found' });
    await founder.agent.starts(LONG_STORY);
    const verdict = await founder.awaits(
      'app',
      ({ isStreaming, blocks }) => isStreaming === undefined && !!blocks,
    );
    expect(shown(verdict)).toContain('Edit facts');
  });

  test('stopped while the text grows, it posts nothing further and is at rest', async () => {
    const { slack, founder } = await rolefitIn(mode);
    const active = rested(slack);
    let thread = '';
    slack.news.on('call', ({ method }) => method === 'chat.startStream' && founder.agent.stops(thread));
    const begun = slack.news.once('message', ({ message }) => message.botId === undefined);
    void founder.agent.starts(LONG_STORY);
    thread = (await begun).message.ts;
    await active;
    expect(answersIn(slack, thread)).toMatchObject([{ isStreaming: false }]);
    expect(answersIn(slack, thread).map(shown).join()).not.toContain('Edit facts');
    expect(methodsOf(slack)).not.toContain('chat.postMessage');
    expect(methodsOf(slack)).not.toContain('chat.update');
    expect(founder.agent.session(thread)?.status).toBe('active');
  });

  test('stopped before it said anything, it says nothing; what is asked after that is answered', async () => {
    const { slack, founder } = await rolefitIn(mode);
    const stopped = slack.news.once(
      'delivery',
      ({ payload }) => eventType(payload) === 'agent_session_stopped',
    );
    const active = rested(slack);
    slack.faults.next('assistant.threads.setStatus', { status: 429, retryAfterSeconds: 1 });
    const working = slack.news.once('session', ({ status }) => status === 'processing');
    const { ts: thread } = await founder.agent.starts(STORY);
    await working;
    founder.agent.stops(thread);
    await stopped;
    await active;
    expect(answersIn(slack, thread)).toEqual([]);
    await founder.types('What is a COO?', { channel: 'app', thread });
    expect((await founder.awaits('app')).text).toMatch(/COO/);
  });

  test('refusals of all that surrounds an answer keep nobody from it', async () => {
    const { slack, founder } = await rolefitIn(mode);
    for (const method of [
      'assistant.threads.setStatus',
      'agents.sessions.rename',
      'assistant.threads.setSuggestedPrompts',
    ])
      slack.faults.next(method, { error: 'missing_scope' });
    slack.faults.next('chat.startStream', { error: 'channel_type_not_supported' });
    const { ts } = await founder.agent.starts(LONG_STORY);
    expect(await founder.awaits('app')).toMatchObject({
      threadTs: ts,
      text: expect.stringMatching(/^You need/),
    });
  });
});

test('an ordinary verdict is said at once, a long one grows', () => {
  const advisor = theAdvisor();
  expect(isLong(adviceMessage(advisor.check(STORY), advisor))).toBe(false);
  expect(isLong(adviceMessage(advisor.check(LONG_STORY), advisor))).toBe(true);
});
