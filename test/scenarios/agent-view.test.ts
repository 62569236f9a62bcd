import { describe, expect, test } from 'vitest';
import { readManifest } from '../../src/manifest.ts';
import { FIRST_PROMPTS } from '../../src/slack/agent-prompts.ts';
import { followUpIn } from '../../src/slack/follow-ups.ts';
import { replyTo } from '../../src/slack/reply.ts';
import { theAdvisor } from '../support/advisor.ts';
import { called, methodsOf, rested, STORY, shown } from '../support/agent-view.ts';
import { feedbackIn } from '../support/feedback.ts';
import { MODES, rolefitIn } from '../support/rolefit.ts';

describe.each(MODES)('the agent view over %s', (mode) => {
  test('greets once, when the conversation is new, and suggests what to begin with', async () => {
    const { slack, founder } = await rolefitIn(mode);
    const suggested = called(slack, 'assistant.threads.setSuggestedPrompts');
    founder.opensMessages();
    expect((await founder.awaits('app')).text).toContain('Hello, I am Rolefit');
    await suggested;
    expect(founder.agent.prompts).toEqual(FIRST_PROMPTS);
    const again = called(slack, 'assistant.threads.setSuggestedPrompts');
    founder.opensMessages();
    await again;
    expect(founder.sees('app')).toHaveLength(1);
  });

  test('does not greet where there was talk before', async () => {
    const { slack, founder } = await rolefitIn(mode);
    await founder.agent.starts('What is a COO?');
    await founder.awaits('app');
    const suggested = called(slack, 'assistant.threads.setSuggestedPrompts');
    founder.opensMessages();
    await suggested;
    expect(founder.sees('app').filter(({ text }) => text.includes('Hello'))).toEqual([]);
  });

  test('every suggestion, pressed, is answered: none is refused or unclear', async () => {
    const { founder } = await rolefitIn(mode);
    for (const { title } of FIRST_PROMPTS) {
      const { ts } = await founder.agent.presses(title);
      const answer = await founder.awaits('app', ({ threadTs }) => threadTs === ts);
      expect(answer.text).not.toMatch(/I can't|I don't know|would rather not|not sure/);
    }
  });

  test('shows that it is at work, then a titled session with the answer in its thread', async () => {
    const { slack, founder } = await rolefitIn(mode);
    const heard: unknown[] = [];
    slack.news.on('session', ({ status, saying }) => heard.push([status, saying?.text]));
    const active = rested(slack);
    const { ts } = await founder.agent.starts(STORY);
    const verdict = await founder.awaits('app');
    await active;
    expect(verdict).toMatchObject({ threadTs: ts, text: expect.stringMatching(/^You need an implementer/) });
    expect(heard).toContainEqual(['processing', 'is reading…']);
    expect(founder.agent.session(ts)).toMatchObject({
      status: 'active',
      title: 'Our situation: an implementer',
      initiator: founder.user.id,
    });
    expect(founder.agent.session(ts)?.saying).toBeUndefined();
  });

  test('is titled by its first question or check, once, without a name, and never against its person', async () => {
    const { slack, founder } = await rolefitIn(mode);
    const first = rested(slack);
    const { ts } = await founder.agent.starts(
      'Dana Whitfield is our COO. She takes the minutes and schedules meetings all day; she decides nothing.',
    );
    await founder.awaits('app');
    await first;
    const title = founder.agent.session(ts)?.title ?? '';
    expect(title).toMatch(/^A person's work: /);
    expect(title).not.toMatch(/Dana|Whitfield/);
    founder.agent.renames(ts, 'About our COO');
    const second = rested(slack);
    await founder.types('What is a COO?', { channel: 'app', thread: ts });
    await second;
    expect(founder.agent.session(ts)?.title).toBe('About our COO');
    expect(methodsOf(slack).filter((method) => method === 'agents.sessions.rename')).toHaveLength(1);
  });

  test('after a check it suggests to go on from it, and understands what it suggests', async () => {
    const { slack, founder } = await rolefitIn(mode);
    const suggested = called(slack, 'assistant.threads.setSuggestedPrompts');
    const { ts: thread } = await founder.agent.starts(STORY);
    await suggested;
    expect(founder.agent.prompts.map(({ title }) => title)).toEqual([
      'What would change it?',
      'Ask me the next question',
      'Why?',
      FIRST_PROMPTS[0]?.title,
    ]);
    /** An open question is asked again after an answer on the way, so that what is awaited is told by its words. */
    const says = async (text: string, answer: RegExp): Promise<void> => {
      await founder.types(text, { channel: 'app', thread });
      await founder.awaits('app', (message) => answer.test(shown(message)));
    };
    await says('What would change it?', /If it turned out that/);
    await says('Ask me the next question', /Does somebody already run operations.*"Yes"/);
    await says('Why?', /nothing gets finished/);
  });

  test('while its person looks at a channel where it may be used, it suggests how', async () => {
    const { slack, founder } = await rolefitIn(mode);
    const suggested = called(slack, 'assistant.threads.setSuggestedPrompts');
    founder.agent.looksAt('general');
    await suggested;
    expect(founder.agent.prompts.map(({ title }) => title)).toContain('Use Rolefit in that channel');
    await founder.agent.presses('Use Rolefit in that channel');
    expect((await founder.awaits('app')).text).toContain('Mention me there');
    const away = called(slack, 'assistant.threads.setSuggestedPrompts');
    founder.agent.looksAt();
    await away;
    expect(founder.agent.prompts).toEqual(FIRST_PROMPTS);
  });

  test.each(['not_agent_app', 'missing_scope', 'unknown_method'])(
    'where Slack says %s, a direct message is answered where it stands, without a word about it',
    async (error) => {
      const { slack, founder } = await rolefitIn(mode);
      slack.faults.next('agents.sessions.setStatus', { error });
      await founder.types(STORY, { channel: 'app' });
      const verdict = await founder.awaits('app');
      expect(verdict).toMatchObject({ text: expect.stringMatching(/^You need an implementer/) });
      expect(verdict.threadTs).toBeUndefined();
      expect(shown(verdict)).toMatch(/"Helpful"/);
    },
  );

  test('an app without the agent view works as before', async () => {
    const manifest = readManifest();
    delete manifest.features.agent_view;
    const { slack, founder } = await rolefitIn(mode, { manifest });
    founder.opensMessages();
    expect((await founder.awaits('app')).text).toContain('Hello');
    await founder.types(STORY, { channel: 'app' });
    const verdict = await founder.awaits('app', ({ text }) => text.startsWith('You need an implementer'));
    expect(verdict.threadTs).toBeUndefined();
    await founder.types('Why?', { channel: 'app' });
    expect(shown(await founder.awaits('app'))).toContain('nothing gets finished');
    expect(methodsOf(slack)).not.toContain('chat.startStream');
  });

  test('when the answer fails, the person is told and the session is at rest', async () => {
    const { slack, founder } = await rolefitIn(mode);
    const active = rested(slack);
    slack.faults.next('chat.postMessage', { error: 'fatal_error' });
    const { ts } = await founder.agent.starts(STORY);
    expect((await founder.awaits('app')).text).toMatch(/reference [0-9a-f]+/);
    await active;
    expect(founder.agent.session(ts)).toMatchObject({ status: 'active' });
    expect(founder.agent.session(ts)?.saying).toBeUndefined();
  });

  test('feedback on a verdict is kept with the check', async () => {
    const { founder, running, dataDir } = await rolefitIn(mode);
    await founder.agent.starts(STORY);
    const verdict = await founder.awaits('app');
    expect(shown(verdict)).not.toContain('"text":"Helpful","emoji"');
    await founder.clicks(verdict, 'Helpful');
    expect((await founder.awaits('app')).text).toContain('Thank you');
    await running.stop();
    expect(await feedbackIn(dataDir)).toMatchObject([{ by: founder.user.id, helpful: true }]);
  });

  test('feedback on an answer is kept by the passages it cites, with a reason if one is given', async () => {
    const { founder, running, dataDir } = await rolefitIn(mode);
    await founder.agent.starts('What does an implementer do?');
    await founder.clicks(await founder.awaits('app'), 'Not helpful');
    await founder.awaitsModal();
    await founder.fills('What is wrong with it?', 'Too short.');
    await founder.submits();
    expect(founder.modal()).toBeUndefined();
    await running.stop();
    expect(await feedbackIn(dataDir)).toMatchObject([
      {
        by: founder.user.id,
        helpful: false,
        reason: 'Too short.',
        passages: expect.arrayContaining(['implementer-definition']),
      },
    ]);
  });
});

describe('after a restart', () => {
  test('a greeting is not said again, and a session goes on', async () => {
    const first = await rolefitIn('http');
    first.founder.opensMessages();
    await first.founder.awaits('app');
    await first.running.stop();
    const { slack, founder } = await rolefitIn('http', { dataDir: first.dataDir });
    const suggested = called(slack, 'assistant.threads.setSuggestedPrompts');
    founder.opensMessages();
    await suggested;
    expect(founder.sees('app')).toEqual([]);
    const { ts } = await founder.agent.starts('Why?');
    expect(await founder.awaits('app')).toMatchObject({
      threadTs: ts,
      text: expect.stringContaining('no check yet'),
    });
  });
});

test('what the app suggests it understands; what a company says of itself is no follow-up', () => {
  const advisor = theAdvisor();
  for (const { message } of FIRST_PROMPTS) expect(replyTo(advisor, message).kind).toMatch(/^(answer|hello)$/);
  for (const text of ['What would change it?', 'Ask me the next question', 'why?', 'Why is that?'])
    expect(followUpIn(text)).toBeDefined();
  for (const text of ['Why do we need a COO?', 'What would change if we hired a COO?', STORY, ''])
    expect(followUpIn(text)).toBeUndefined();
});
