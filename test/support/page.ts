import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, vi } from 'vitest';
import type { Config } from '../../src/config.ts';
import type { LocalSlack } from '../../src/playground/local-slack.ts';
import { start } from '../../src/start.ts';
import { TOUR } from '../../src/tour.ts';
import { aBrowser, whyNoBrowser } from './browser.ts';
import { aFolder } from './folders.ts';
import { DAY_MS, rolefitIn, silent } from './rolefit.ts';

/* The playground's page in a real browser. */

export const STORY = 'We are 14 people, I keep having ideas and nothing gets finished';
/** A machine with much else to do is slow to draw: how long one test, and one step of it, may take, in ms. */
const TEST_MS = 90_000;
const STEP_MS = 30_000;

/** Null where a browser starts. */
const whyNone = await whyNoBrowser();

/** Opens the page of a local Slack; a fault in the page fails the test. */
export type OpenPage = (slack: Pick<LocalSlack, 'url'>, query?: string) => Promise<Page>;

/** Tests in a browser; skipped where none starts. */
export function describePage(title: string, define: (open: OpenPage) => void): void {
  if (whyNone !== null) {
    describe.skip(`${title} (no browser starts: ${whyNone})`, () => define(() => Promise.reject()));
    return;
  }
  describe(title, () => {
    vi.setConfig({ testTimeout: TEST_MS });
    let browser: Browser;
    beforeAll(async () => {
      browser = await aBrowser();
    });
    afterAll(() => browser.close());
    define(async (slack, query = '') => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      page.setDefaultTimeout(STEP_MS);
      const faults: string[] = [];
      page.on('pageerror', ({ message }) => faults.push(message));
      page.on('console', (line) => {
        // Chromium reports every refusal of the local Slack; what the person is told of it is tested.
        if (line.type() === 'error' && !line.text().startsWith('Failed to load resource'))
          faults.push(line.text());
      });
      onTestFinished(async () => {
        await page.close();
        expect(faults).toEqual([]);
      });
      await page.goto(`${slack.url}/${query}`);
      return page;
    });
  });
}

/** The whole app, with the tour and an example in its page. */
export const aPlayground = () =>
  rolefitIn('socket', { examples: [`/rolefit ${STORY}`, '/rolefit What is a COO?'], tour: TOUR });

/** The playground as `npm start` starts it. */
export async function theWholePlayground(): Promise<{ url: string }> {
  const config: Config = {
    logLevel: 'silent',
    slack: { mode: 'playground', port: 0 },
    store: { backend: 'sqlite', dataDir: aFolder(), encryptionKeys: [] },
    eraseAfterMs: DAY_MS,
  };
  const { url, stop } = await start(config, silent);
  onTestFinished(stop);
  return { url: String(url) };
}

/** Writes into the composer of #general, or into another box, and presses Enter. */
export async function say(page: Page, text: string, box = 'Message #general'): Promise<void> {
  await page.getByPlaceholder(box, { exact: true }).fill(text);
  await page.keyboard.press('Enter');
}

/** The messages that only the person sees. */
export const privateTo = (page: Page) => page.locator('.message', { hasText: 'Only visible to you' });
