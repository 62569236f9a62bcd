import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { TOUR } from '../../src/tour.ts';
import { aPlayground, describePage, privateTo, STORY, say, theWholePlayground } from '../support/page.ts';

/** What each stop of the tour is answered with. */
const ANSWERS: Readonly<Record<string, string>> = {
  'A founder full of ideas': 'You need an implementer',
  'An airline’s COO': "This person's work is that of a chief operating officer",
  'A young CEO': 'You need a chief operating officer',
  'A job advert that isn’t a COO’s': 'This is a job for an implementer',
  'A team with gaps': 'You need an implementer',
  'A question off the topic': 'would rather not guess',
};

describePage('the tools of the page', (open) => {
  const thePage = async (): Promise<Page> => open((await aPlayground()).slack);

  test('every stop of the tour is one click, typed by its person, and answered', async () => {
    const page = await thePage();
    await page.getByRole('button', { name: 'Take the tour' }).click();
    for (const { title, as, text } of TOUR) {
      await page.getByRole('complementary', { name: 'Tour' }).getByRole('button', { name: title }).click();
      await privateTo(page)
        .last()
        .getByText(ANSWERS[title] ?? 'nothing')
        .first()
        .waitFor();
      expect(await page.getByLabel('The person you act as').inputValue()).toBe(as);
      await page.getByRole('complementary', { name: 'Tour' }).getByText(text).waitFor();
    }
  });

  test('the inspector shows what went to and from the app, newest first, and can be searched', async () => {
    const page = await thePage();
    await say(page, `@Rolefit ${STORY}`);
    await page.getByRole('button', { name: 'Inspector' }).click();
    const pane = page.getByRole('complementary', { name: 'Inspector' });
    await pane.getByText('chat.postMessage').waitFor();
    await pane
      .getByText(/^ack \d+ ms$/)
      .first()
      .waitFor();
    const titles = await pane.locator('summary strong').allInnerTexts();
    expect(titles.indexOf('chat.postMessage')).toBeLessThan(titles.indexOf('app_mention'));
    await pane.getByLabel('Search the inspector').fill('app_mention');
    await pane.getByText('app_mention').click();
    await pane.getByText('"text": "<@U0LOCALBOT>').waitFor();
  });

  test('the inspector shows the rules behind a verdict, to whoever may see it', async () => {
    const playground = await theWholePlayground();
    const page = await open(playground);
    const answerIn = async (inspected: Page) => {
      await inspected.getByRole('button', { name: 'Inspector' }).click();
      await inspected.getByText('response_url').first().click();
      await inspected.getByRole('heading', { name: 'arguments' }).waitFor();
      return inspected.getByRole('region', { name: 'Rule trace' });
    };
    await say(page, '/rolefit Our COO keeps the minutes and schedules meetings. Does that fit?');
    await privateTo(page).waitFor();
    const trace = await answerIn(page);
    await trace.getByText('supports implementer').first().waitFor();
    const omars = await open(playground, '?user=U0OMAROPS');
    const traced = omars.waitForResponse('**/page/trace');
    const hidden = await answerIn(omars);
    expect(await (await traced).json()).toEqual({ ok: true, traces: [] });
    expect(await hidden.count()).toBe(0);
  });

  test('trouble: an answer that Slack refuses is told in a sentence, and ends', async () => {
    const page = await thePage();
    await page.getByRole('button', { name: 'Time and trouble' }).click();
    const pane = page.getByRole('complementary', { name: 'Time and trouble' });
    await pane.getByLabel('What goes wrong').selectOption('error');
    await pane.getByLabel('For').selectOption('chat.postMessage');
    await pane.getByLabel('How often').selectOption('always');
    await pane.getByRole('button', { name: 'Make it go wrong' }).click();
    await pane.getByText('until you end it').waitFor();
    await say(page, `@Rolefit ${STORY}`);
    await page.getByRole('button', { name: 'Inspector' }).click();
    await page
      .getByRole('complementary', { name: 'Inspector' })
      .getByText('channel_not_found')
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Time and trouble' }).click();
    await pane.getByRole('button', { name: 'End all trouble' }).click();
    await pane.getByText('All is well again.').waitFor();
    await say(page, `/rolefit ${STORY}`);
    await privateTo(page).getByText('You need an implementer').waitFor();
  });

  test('the clock goes forward, and what is written then is of that day', async () => {
    const { slack } = await aPlayground();
    const page = await open(slack);
    await say(page, 'before');
    await page.getByRole('button', { name: 'Time and trouble' }).click();
    await page.getByRole('button', { name: 'Next Monday, 9:00 in New York' }).click();
    await page.getByText('It is put forward to').waitFor();
    await say(page, 'after');
    await page.locator('.message', { hasText: 'after' }).waitFor();
    expect(await page.locator('.day').last().innerText()).toBe('Today');
    expect(await page.locator('.day').count()).toBe(2);
    const after = slack.workspace.messages('C0GENERAL').at(-1);
    expect(new Date(Number(after?.ts) * 1000).getDay()).toBe(1);
  });

  test('starting over asks first, and forgets everything', async () => {
    const page = await open(await theWholePlayground());
    await say(page, 'hello');
    await page.locator('.message', { hasText: 'hello' }).waitFor();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Start over' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click();
    await page.getByText('This is the start of #general').waitFor();
    await say(page, `/rolefit ${STORY}`);
    await privateTo(page).getByText('You need an implementer').waitFor();
  });

  test('the conversations are exported as JSON', async () => {
    const page = await thePage();
    await say(page, 'keep this');
    await page.locator('.message', { hasText: 'keep this' }).waitFor();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Export as JSON' }).click(),
    ]);
    expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toMatchObject({
      seenBy: 'U0FOUNDER',
      channels: [{ name: 'general', messages: [{ text: 'keep this' }] }, {}, {}, {}, {}],
    });
  });

  test('the colours are chosen, and stay after a reload', async () => {
    const page = await thePage();
    await page.getByRole('button', { name: 'Colours: as the system' }).click();
    await page.getByRole('button', { name: 'Colours: light' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Colours: dark' }).waitFor();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  });

  test('what came while one was elsewhere is marked as unread', async () => {
    const { slack } = await aPlayground();
    const page = await open(slack);
    await page.getByRole('button', { name: 'random' }).click();
    await slack.person('omar').types('news!', { channel: 'general' });
    await page.getByRole('button', { name: 'general 1 unread' }).click();
    await page.getByText('news!').waitFor();
    await page.getByRole('button', { name: 'general', exact: true }).waitFor();
    await page.getByRole('button', { name: 'random' }).click();
    await slack.person('omar').types('and again', { channel: 'general' });
    await slack.person('omar').types('@Fay Founder, look', { channel: 'general' });
    await page.getByRole('button', { name: 'general 1 for you, unread' }).locator('.count').waitFor();
  });
});
