import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { aPlayground, describePage, privateTo, STORY, say } from '../support/page.ts';

const WIDTHS = [1440, 1024, 390];
const MOST_STEPS = 80;

/** The serious faults that axe finds at each width. */
async function seriousFaults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await page.evaluate(
      () => (globalThis as unknown as { axe: typeof axe }).axe.run() as Promise<axe.AxeResults>,
    );
    for (const { id, impact, nodes } of violations)
      if (impact === 'serious' || impact === 'critical')
        found.push(`${width} px, ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  return found;
}

const hasFocus = (one: Locator): Promise<boolean> => one.evaluate((element) => element.matches(':focus'));

/** Goes from field to field until this one has the focus. */
async function stepTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let steps = 0; steps < MOST_STEPS && !(await hasFocus(wanted)); steps += 1)
    await page.keyboard.press(key);
  expect(await hasFocus(wanted)).toBe(true);
}

describePage('the page for everybody', (open) => {
  const thePage = async (): Promise<Page> => open((await aPlayground()).slack);

  test('with the keyboard alone one takes the first stop of the tour, corrects a fact and checks anew', async () => {
    const page = await thePage();
    await page.getByPlaceholder('Message #general').waitFor();
    await stepTo(page, page.getByRole('button', { name: 'Tour', exact: true }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    const stop = page
      .getByRole('complementary', { name: 'Tour' })
      .getByRole('button', { name: 'A founder full' });
    await stepTo(page, stop);
    await page.keyboard.press('Enter');
    const facts = privateTo(page).getByRole('button', { name: 'Edit facts' });
    await facts.waitFor();
    await stepTo(page, facts, 'Shift+Tab');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Role fit' });
    const finished = dialog.getByRole('combobox', { name: 'Do ideas and plans pile up' });
    await finished.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await hasFocus(facts)).toBe(true);
    await page.keyboard.press('Enter');
    await finished.waitFor();
    await stepTo(page, finished);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('No');
    await page.keyboard.press('Enter');
    await stepTo(page, dialog.getByRole('button', { name: 'Check', exact: true }));
    await page.keyboard.press('Enter');
    const verdict = page.getByRole('dialog').getByText('You need');
    await verdict.first().waitFor();
    await expect
      .poll(() => page.getByRole('dialog').evaluate((one) => one.matches(':focus-within')))
      .toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('with the keyboard alone a command is completed and sent', async () => {
    const page = await thePage();
    await page.getByPlaceholder('Message #general').waitFor();
    await page.keyboard.type('/ro');
    await page.getByRole('option', { name: '/rolefit' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type(STORY);
    await page.keyboard.press('Enter');
    await privateTo(page).getByText('You need an implementer').waitFor();
  });

  test.each(['light', 'dark'] as const)(
    'axe finds nothing serious in %s colours, at any width, whatever is open',
    async (colorScheme) => {
      const page = await thePage();
      await page.emulateMedia({ colorScheme });
      await page.evaluate(axe.source);
      const expectNone = async (shown: string) => expect(await seriousFaults(page), shown).toEqual([]);
      await say(page, `/rolefit ${STORY}`);
      await privateTo(page).getByText('You need an implementer').waitFor();
      await expectNone('a verdict');
      await privateTo(page).getByRole('button', { name: 'Edit facts' }).click();
      await page.getByRole('dialog').getByRole('combobox').first().click();
      await expectNone('the form');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await say(page, `@Rolefit ${STORY}`);
      await page.getByRole('complementary', { name: 'Thread' }).getByText('You need').first().waitFor();
      for (const tool of ['Tour', 'Inspector', 'Time and trouble']) {
        await page.getByRole('button', { name: tool, exact: true }).click();
        await page.getByRole('complementary', { name: tool }).waitFor();
        await expectNone(tool);
      }
      await page.getByRole('button', { name: 'Close: Time and trouble' }).click();
      await page.getByRole('button', { name: 'Rolefit', exact: true }).click();
      await page
        .getByRole('button', { name: 'Do we need' })
        .or(page.locator('.prompts button'))
        .first()
        .waitFor();
      await expectNone('the agent view');
      await page.getByRole('tab', { name: 'Home' }).click();
      await page.getByRole('region', { name: 'Home of Rolefit' }).getByRole('button').first().waitFor();
      await expectNone('Home');
    },
  );

  test('nothing moves by itself, from the first paint through a verdict to Home and the agent’s greeting', async () => {
    const { slack } = await aPlayground();
    const page = await open(slack);
    await page.getByText('This is the start of #general').waitFor();
    const shifts = () =>
      page.evaluate(`new Promise((resolve) => {
        const all = [];
        const observer = new PerformanceObserver((list) => all.push(...list.getEntries()));
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => {
          all.push(...observer.takeRecords());
          resolve(all.filter(({ hadRecentInput }) => !hadRecentInput).map(({ value }) => value));
        }));
      })`);
    expect(await shifts()).toEqual([]);
    // By key: a box that grows under one's own typing is no shift.
    await page.getByPlaceholder('Message #general', { exact: true }).focus();
    await page.keyboard.type(`/rolefit ${STORY}`);
    await page.keyboard.press('Enter');
    await privateTo(page).getByText('You need an implementer').waitFor();
    expect(await shifts()).toEqual([]);
    await page.goto(`${slack.url}/?channel=D0FOUNDER&tab=home`);
    await page.getByRole('region', { name: 'Home of Rolefit' }).getByRole('button').first().waitFor();
    expect(await shifts()).toEqual([]);
    await page.reload();
    await page.getByRole('region', { name: 'Home of Rolefit' }).getByRole('button').first().waitFor();
    expect(await shifts()).toEqual([]);
    await page.goto(`${slack.url}/?channel=D0FOUNDER&tab=messages`);
    await page.getByText('Hello, I am Rolefit').waitFor();
    await page.getByRole('group', { name: 'Suggested prompts' }).waitFor();
    expect(await shifts()).toEqual([]);
  });
});
