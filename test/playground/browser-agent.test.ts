import { expect, test } from 'vitest';
import { describePage, say } from '../support/page.ts';
import { aSlackFor, clientOf, eventOf } from '../support/slack-client.ts';

const AGENT = {
  suggested_prompts: [{ title: 'Do we need a COO?', message: 'Do we need a COO, or not yet?' }],
};
const EVENTS = ['message.im', 'app_context_changed', 'agent_session_stopped', 'agent_session_title_changed'];
const FEEDBACK = {
  type: 'context_actions',
  elements: [
    {
      type: 'feedback_buttons',
      action_id: 'feedback',
      positive_button: { text: { type: 'plain_text', text: 'Good' }, value: 'good' },
      negative_button: { text: { type: 'plain_text', text: 'Bad' }, value: 'bad' },
    },
  ],
};

describePage('the agent view of the page', (open) => {
  test('a prompt begins a session: what the agent does is told, its text grows, and feedback is given', async () => {
    const slack = await aSlackFor({ agent: AGENT, events: EVENTS });
    const client = clientOf(slack);
    const page = await open(slack, '?channel=D0FOUNDER');
    await page.getByRole('button', { name: 'Do we need a COO?' }).click();
    const asked = page.locator('.message', { hasText: 'Do we need a COO, or not yet?' });
    await asked.waitFor();
    const thread_ts = String(await asked.getAttribute('data-ts'));
    const place = { channel_id: 'D0FOUNDER', thread_ts };
    await asked.hover();
    await asked.getByRole('button', { name: 'Reply in thread' }).click();
    const pane = page.getByRole('complementary', { name: 'Thread' });
    await client.apiCall('agents.sessions.setStatus', {
      ...place,
      status: 'processing',
      title: 'Need of a COO',
      loading_messages: ['reads what you wrote …'],
    });
    await pane.getByRole('heading', { name: 'Need of a COO' }).waitFor();
    await pane
      .getByText('Rolefit reads what you wrote …')
      .or(pane.getByText('Rolefit is working …'))
      .waitFor();
    const { ts } = await client.chat.startStream({
      channel: 'D0FOUNDER',
      thread_ts,
      markdown_text: 'You need **an implementer**',
    });
    await pane.locator('.streaming').getByText('an implementer').waitFor();
    const more = { channel: 'D0FOUNDER', ts: String(ts) };
    await client.chat.appendStream({ ...more, markdown_text: ', not a COO.' });
    await pane.getByText('You need an implementer, not a COO.').waitFor();
    expect(await pane.locator('.streaming strong').innerText()).toBe('an implementer');
    await client.chat.stopStream({ ...more, blocks: [FEEDBACK as never] });
    await pane.locator('.streaming').waitFor({ state: 'detached' });
    await pane.getByRole('button', { name: 'Good' }).click();
    expect(await pane.getByRole('button', { name: 'Good' }).getAttribute('aria-pressed')).toBe('true');
  });

  test('what is written beside an open session opens its own when it is answered', async () => {
    const slack = await aSlackFor({ agent: AGENT, events: EVENTS });
    const page = await open(slack, '?channel=D0FOUNDER');
    const pane = page.getByRole('complementary', { name: 'Thread' });
    for (const [asked, answer] of [
      ['Who owns our budget?', 'The CEO.'],
      ['And our records?', 'Nobody.'],
    ] as const) {
      await say(page, asked, 'Message Rolefit');
      const message = page.locator('.conversation .message', { hasText: asked });
      const thread_ts = String(await message.getAttribute('data-ts'));
      await clientOf(slack).chat.postMessage({ channel: 'D0FOUNDER', thread_ts, text: answer });
      await pane.getByText(answer).waitFor();
    }
    expect(await pane.getByText('The CEO.').count()).toBe(0);
  });

  test('a session is stopped and renamed, and the app hears of both', async () => {
    const slack = await aSlackFor({ agent: AGENT, events: EVENTS });
    const page = await open(slack, '?channel=D0FOUNDER');
    await say(page, 'Who owns our budget?', 'Message Rolefit');
    const asked = page.locator('.message', { hasText: 'Who owns our budget?' });
    const thread_ts = String(await asked.getAttribute('data-ts'));
    await clientOf(slack).apiCall('agents.sessions.setStatus', {
      channel_id: 'D0FOUNDER',
      thread_ts,
      status: 'processing',
      title: 'Budget',
    });
    await page.getByRole('button', { name: 'Budget' }).click();
    const pane = page.getByRole('complementary', { name: 'Thread' });
    const stopped = eventOf(slack, 'agent_session_stopped');
    await pane.getByRole('button', { name: 'Stop' }).click();
    expect((await stopped).event).toMatchObject({ thread_ts });
    const renamed = eventOf(slack, 'agent_session_title_changed');
    await pane.getByRole('button', { name: 'Budget' }).click();
    await pane.getByLabel('Title of the session').fill('Money');
    await page.keyboard.press('Enter');
    expect((await renamed).event).toMatchObject({ title: 'Money', previous_title: 'Budget' });
    await pane.getByRole('heading', { name: 'Money' }).waitFor();
  });

  test('the agent is told at which channel its person looks', async () => {
    const slack = await aSlackFor({ agent: AGENT, events: EVENTS });
    const page = await open(slack);
    const looked = eventOf(slack, 'app_context_changed');
    await page.getByRole('button', { name: 'leads' }).click();
    expect((await looked).event).toMatchObject({ context: { entities: [{ value: 'C0LEADS00' }] } });
  });
});
