import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { aBrowser, whyNoBrowser } from '../support/browser.ts';
import { BETA, rolefitForMany } from '../support/many-workspaces.ts';

const missing = await whyNoBrowser();

describe.skipIf(missing !== null)(
  `installing in a browser${missing ? ` (none starts: ${missing})` : ''}`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await aBrowser();
    });
    afterAll(() => browser.close());

    async function theInstallPage() {
      const { slack, running } = await rolefitForMany();
      const page = await browser.newPage();
      onTestFinished(() => page.close());
      await page.goto(new URL('/slack/install', running.url).href);
      return { slack, page };
    }
    const titleOf = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();

    test('a person adds Rolefit to a workspace of theirs, and reads what to type', async () => {
      const { slack, page } = await theInstallPage();
      expect(await titleOf(page)).toBe('Add Rolefit to Slack');
      await page.getByRole('link', { name: 'Add to Slack' }).click();
      await page.getByLabel(BETA.name).check();
      await page.getByRole('button', { name: 'Allow' }).click();
      expect(await titleOf(page)).toBe('Rolefit is installed');
      expect(await page.getByText('/rolefit help').textContent()).toContain(`It is now in ${BETA.name}.`);
      expect(slack.workspaces.get(BETA.id)?.installedBy).toBe('team');
      await page.reload();
      expect(await titleOf(page)).toBe('Please start again');
    });

    test('a person who cancels goes back to the start by the button', async () => {
      const { page } = await theInstallPage();
      await page.getByRole('link', { name: 'Add to Slack' }).click();
      await page.getByRole('button', { name: 'Cancel' }).click();
      expect(await titleOf(page)).toBe('Nothing was installed');
      await page.getByRole('link', { name: 'Start again' }).click();
      expect(await titleOf(page)).toBe('Add Rolefit to Slack');
    });
  },
);
