import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { aPlayground, describePage, privateTo, STORY, say, theWholePlayground } from '../support/page.ts';

const BY_MODEL = 'Worded by a language model';

/** Opens the tool with the switches. */
async function trouble(page: Page) {
  await page.getByRole('button', { name: 'Time and trouble' }).click();
  return page.getByRole('complementary', { name: 'Time and trouble' });
}

/** Orders trouble. */
async function order(page: Page, kind: string, { for: method = 'chat.postMessage', often = '1' } = {}) {
  const pane = await trouble(page);
  await pane.getByLabel('What goes wrong').selectOption(kind);
  await pane.getByLabel('For').selectOption(method);
  await pane.getByLabel('How often').selectOption(often);
  await pane.getByRole('button', { name: 'Make it go wrong' }).click();
  await pane
    .getByRole('status')
    .first()
    .getByText(/the next|until you end it/)
    .waitFor();
}

describePage('trouble in the page', (open) => {
  test('a lying model is refused: the verdict stays, in the app’s own words, and the inspector tells why', async () => {
    const page = await open(await theWholePlayground());
    const pane = await trouble(page);
    const who = pane.getByLabel('Who words the answers');
    expect(await who.inputValue()).toBe('off');
    await who.selectOption({ label: 'LLM lying: turns the verdict round' });
    await pane.getByText('The guard refuses what it says').waitFor();
    await say(page, `/rolefit ${STORY}`);
    const verdict = privateTo(page);
    await verdict.getByText('You need an implementer').first().waitFor();
    expect(await verdict.innerText()).not.toContain('You need a COO');
    await pane.getByRole('button', { name: 'See in the inspector' }).click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await inspector.getByText('the model’s words are refused').click();
    await inspector.getByText('The language model said something that the rules do not say.').waitFor();
    await inspector.getByText('pretend-turns-verdict').click();
    await inspector.getByText('You need a COO, not an implementer.').waitFor();
  });

  test('an honest model’s words are shown as such, until the consent is taken back', async () => {
    const page = await open(await theWholePlayground());
    const pane = await trouble(page);
    const who = pane.getByLabel('Who words the answers');
    await who.selectOption({ label: 'A pretend model, honest' });
    await pane.getByText('marked as a model’s').waitFor();
    await say(page, `/rolefit ${STORY}`);
    await privateTo(page).getByText(BY_MODEL).waitFor();
    await page.reload();
    expect(await (await trouble(page)).getByLabel('Who words the answers').inputValue()).toBe('honest');
    await who.selectOption({ label: 'None: Rolefit’s own words' });
    await pane.getByText('Nothing is sent to any model.').waitFor();
    await say(page, `/rolefit ${STORY}`);
    await privateTo(page).nth(1).getByText('You need an implementer').first().waitFor();
    expect(await privateTo(page).getByText(BY_MODEL).count()).toBe(1);
  });

  test('Slack says “too many calls”: the answer comes once the time is over', async () => {
    const page = await open((await aPlayground()).slack);
    await order(page, 'limited');
    await say(page, `@Rolefit ${STORY}`);
    await page.getByRole('complementary', { name: 'Thread' }).getByText('You need an implementer').waitFor();
    await page.getByRole('button', { name: 'Inspector' }).click();
    await page.getByRole('complementary', { name: 'Inspector' }).getByText('ratelimited').first().waitFor();
  });

  test('Slack is down: the answer comes when it is up again', async () => {
    const page = await open((await aPlayground()).slack);
    await order(page, 'down');
    await say(page, `@Rolefit ${STORY}`);
    await page.getByRole('complementary', { name: 'Thread' }).getByText('You need an implementer').waitFor();
  });

  test('Slack is slow: the answer comes late, and once', async () => {
    const page = await open((await aPlayground()).slack);
    await order(page, 'slow');
    await say(page, `@Rolefit ${STORY}`);
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByText('You need an implementer').waitFor();
    expect(await thread.getByText('You need an implementer').count()).toBe(1);
  });
});
