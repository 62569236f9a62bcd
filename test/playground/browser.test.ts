import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { aPlayground, describePage, privateTo, STORY, say } from '../support/page.ts';

describePage('a conversation in the page', (open) => {
  const thePage = async (): Promise<Page> => open((await aPlayground()).slack);

  test('a newcomer clicks an example, sends it, and reads a verdict that only they see', async () => {
    const page = await thePage();
    await page.getByRole('button', { name: STORY }).click();
    await page.getByRole('button', { name: 'Send' }).first().click();
    const verdict = privateTo(page);
    await verdict.getByText('You need an implementer').waitFor();
    expect(await verdict.innerText()).toContain('From: What an implementer is');
  });

  test('commands and names are completed, and what may come after a command is said', async () => {
    const page = await thePage();
    const box = page.getByPlaceholder('Message #general');
    await box.pressSequentially('/ro');
    await page.getByRole('option', { name: '/rolefit [description or question]' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await box.inputValue()).toBe('/rolefit ');
    await page.locator('.composer').getByText('[description or question]').waitFor();
    await box.fill('');
    await box.pressSequentially('good morning @om');
    await page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option', { name: 'Omar' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('and all');
    expect(await box.inputValue()).toBe('good morning @Omar Ops and all');
    await page.keyboard.press('Enter');
    await page.locator('.message .mention', { hasText: '@Omar Ops' }).waitFor();
  });

  test('a mention opens a thread with the answer, and "Helpful" is thanked privately', async () => {
    const page = await thePage();
    await say(page, `@Rolefit ${STORY}`);
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByText('You need an implementer').waitFor();
    await thread.getByRole('button', { name: 'Helpful', exact: true }).click();
    await thread.getByText('Only visible to you').waitFor();
    await say(page, '@Rolefit what is an implementer?', 'Reply in the thread');
    await thread.getByText('An implementer is the person who gets things done').waitFor();
  });

  test('a direct message is answered, and stands there after a reload', async () => {
    const page = await thePage();
    await page.getByRole('button', { name: 'Rolefit', exact: true }).click();
    await say(page, STORY, 'Message Rolefit');
    await page.getByText('You need an implementer').waitFor();
    await page.reload();
    await page.getByText('You need an implementer').waitFor();
    expect(await page.locator('.conversation .content').getByText(STORY, { exact: true }).count()).toBe(1);
  });

  test('somebody else does not see what was private, and sees what was not', async () => {
    const page = await thePage();
    await say(page, `/rolefit ${STORY}`);
    await page.getByText('Only visible to you').waitFor();
    await say(page, 'good morning');
    await page.getByLabel('The person you act as').selectOption('U0OMAROPS');
    await page.getByText('You need an implementer').waitFor({ state: 'detached' });
    await page.getByText('good morning').waitFor();
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
    const box = page.getByPlaceholder('Message #general');
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
    const box = page.getByPlaceholder('Message #general');
    await say(page, 'back to me');
    await say(page, 'told of');
    held.resolve();
    await page.getByRole('status').getByText('This channel is closed. Not sent: “told of”').waitFor();
    expect(await box.inputValue()).toBe('back to me');
  });

  /** How far to the right anything of the page's frame reaches, in px. */
  async function rightEdge(page: Page): Promise<number> {
    const frame = page.locator('.top-bar button:visible, .channel-header > *, .composer, .composer button');
    const boxes = await Promise.all((await frame.all()).map((each) => each.boundingBox()));
    return Math.max(...boxes.map((box) => (box ? box.x + box.width : 0)));
  }

  test.each([1440, 1024, 390])(
    'at %i px all is within the window, and a long text is seen whole',
    async (width) => {
      const page = await thePage();
      await page.setViewportSize({ width, height: 800 });
      await page.getByText('This is the start of #general').waitFor();
      expect(await rightEdge(page)).toBeLessThanOrEqual(width);
      const box = page.getByPlaceholder('Message #general');
      await box.fill(`/rolefit ${STORY}. `.repeat(3));
      expect(await box.evaluate((each) => each.scrollHeight - each.clientHeight)).toBe(0);
    },
  );

  test('a thread counts the replies that others see too, and Escape closes it', async () => {
    const page = await thePage();
    await say(page, `@Rolefit ${STORY}`);
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByRole('button', { name: 'Helpful', exact: true }).click();
    await thread.getByText('Only visible to you').waitFor();
    expect(await page.locator('.conversation .thread-link .count').innerText()).toBe('1 reply');
    await page.keyboard.press('Escape');
    await thread.waitFor({ state: 'hidden' });
  });

  test('what others write does not move a person who reads further up; their own words do', async () => {
    const page = await thePage();
    await page.setViewportSize({ width: 1024, height: 400 });
    for (let line = 1; line <= 8; line += 1) await say(page, `line ${line}`);
    await page.getByText('line 8').waitFor();
    const list = page.locator('.conversation .messages');
    const toEnd = () => list.evaluate((each) => each.scrollHeight - each.clientHeight - each.scrollTop);
    expect(await toEnd()).toBeLessThan(2);
    await list.evaluate(
      (each) =>
        new Promise<void>((done) => {
          each.addEventListener('scroll', () => done(), { once: true });
          each.scrollTo(0, 0);
        }),
    );
    await page.evaluate(() =>
      fetch('/page/type', {
        method: 'POST',
        body: JSON.stringify({ user: 'U0OMAROPS', channel: 'C0GENERAL', text: 'from Omar' }),
      }),
    );
    await page.getByText('from Omar').waitFor();
    expect(await list.evaluate((each) => each.scrollTop)).toBe(0);
    await say(page, 'from Fay');
    await page.getByText('from Fay').waitFor();
    expect(await toEnd()).toBeLessThan(2);
  });
});
