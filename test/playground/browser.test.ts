import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { aBrowser, whyNoBrowser } from '../support/browser.ts';
import { rolefitIn } from '../support/rolefit.ts';

const STORY = 'We are 14 people, I keep having ideas and nothing gets finished';
const missing = await whyNoBrowser();

describe.skipIf(missing !== null)(
  `the page in a browser${missing ? ` (none starts: ${missing})` : ''}`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await aBrowser();
    });
    afterAll(() => browser.close());

    /** The page, with the whole app behind it; a fault in the page fails the test. */
    async function thePage(): Promise<Page> {
      const { slack } = await rolefitIn('socket', {
        examples: [`/rolefit ${STORY}`, '/rolefit What is a COO?'],
      });
      const page = await browser.newPage();
      const faults: string[] = [];
      page.on('pageerror', ({ message }) => faults.push(message));
      page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
      onTestFinished(async () => {
        await page.close();
        expect(faults).toEqual([]);
      });
      await page.goto(slack.url);
      return page;
    }
    const say = async (page: Page, text: string, box = 'Write a message or /command') => {
      await page.getByPlaceholder(box).fill(text);
      await page.keyboard.press('Enter');
    };

    test('a newcomer clicks an example, sends it, and reads a verdict that only they see', async () => {
      const page = await thePage();
      await page.getByRole('button', { name: STORY }).click();
      await page.getByRole('button', { name: 'Send' }).first().click();
      const verdict = page.locator('.message', { hasText: 'Only visible to you' });
      await verdict.getByText('You need an implementer').waitFor();
      expect(await verdict.innerText()).toContain('From: What an implementer is');
    });

    test('a mention opens a thread with the answer, and "Show reasons" adds them privately', async () => {
      const page = await thePage();
      await say(page, `@Rolefit ${STORY}`);
      const thread = page.getByRole('complementary', { name: 'Thread' });
      await thread.getByText('You need an implementer').waitFor();
      await thread.getByRole('button', { name: 'Show reasons' }).click();
      await thread.getByText('Only visible to you').waitFor();
      await say(page, '@Rolefit what is an implementer?', 'Reply in the thread');
      await thread.getByText('An implementer is the person who gets things done').waitFor();
    });

    test('a direct message is answered, and stands there after a reload', async () => {
      const page = await thePage();
      await page.getByRole('button', { name: 'Rolefit', exact: true }).click();
      await say(page, STORY);
      await page.getByText('You need an implementer').waitFor();
      await page.reload();
      await page.getByText('You need an implementer').waitFor();
      expect(await page.getByText(STORY, { exact: true }).count()).toBe(1);
    });

    test('somebody else does not see what was private, and sees what was not', async () => {
      const page = await thePage();
      await say(page, `/rolefit ${STORY}`);
      await page.getByText('Only visible to you').waitFor();
      await say(page, 'good morning');
      await page.getByLabel('The person you act as').selectOption('U0OMAROPS');
      await page.getByText('good morning').waitFor();
      expect(await page.getByText('You need an implementer').count()).toBe(0);
    });

    test('markup that somebody writes stays text', async () => {
      const page = await thePage();
      await say(page, '<img src=x onerror=alert(1)> <script>alert(2)</script> *bold*');
      await page.getByText('<img src=x onerror=alert(1)>').waitFor();
      expect(await page.locator('.content img, .content script').count()).toBe(0);
      expect(await page.locator('.content strong, .content b').innerText()).toBe('bold');
    });

    test('what is typed while a message is under way stays, and is sent after it', async () => {
      const page = await thePage();
      const held = Promise.withResolvers<void>();
      const sent: string[] = [];
      await page.route('**/page/type', async (route) => {
        sent.push(route.request().postDataJSON().text);
        if (sent.length === 1) await held.promise;
        await route.continue();
      });
      const box = page.getByPlaceholder('Write a message or /command');
      await say(page, 'the first');
      expect(await box.inputValue()).toBe('');
      await say(page, 'the second');
      await box.fill('a third that is not finished');
      await expect.poll(() => sent).toEqual(['the first']);
      held.resolve();
      await page.locator('.message', { hasText: 'the second' }).waitFor();
      expect(await page.locator('.message .content').allInnerTexts()).toEqual(['the first', 'the second']);
      expect(await box.inputValue()).toBe('a third that is not finished');
    });

    test('a message that could not be sent is put back, but not over what was typed since', async () => {
      const page = await thePage();
      const held = Promise.withResolvers<void>();
      await page.route('**/page/type', async (route) => {
        await held.promise;
        await route.fulfill({ json: { ok: false, sentence: 'This channel is closed.' } });
      });
      const box = page.getByPlaceholder('Write a message or /command');
      await say(page, 'back to me');
      await say(page, 'told of');
      held.resolve();
      await page.getByRole('status').getByText('This channel is closed. Not sent: “told of”').waitFor();
      expect(await box.inputValue()).toBe('back to me');
    });
  },
);
