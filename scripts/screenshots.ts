import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import type { Page } from 'playwright-core';
import { start } from '../src/start.ts';
import { aBrowser } from '../test/support/browser.ts';

/** Draws the pictures of the README, docs/images/*-{light,dark}.png, from the playground as it is. */
const STORY = 'We are 14 people, I keep having ideas and nothing gets finished';
const FOLDER = new URL('../docs/images/', import.meta.url);

async function draw(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: new URL(`${name}-${colorScheme}.png`, FOLDER).pathname });
  }
}

/** A founder asks, and reads the verdict. */
async function drawVerdict(page: Page): Promise<void> {
  const box = page.getByPlaceholder('Message #general', { exact: true });
  await box.fill(`/rolefit ${STORY}`);
  await page.keyboard.press('Enter');
  await page.getByText('Only visible to you').waitFor();
  await draw(page, 'playground');
}

/** The form with the facts, over the verdict. */
async function drawForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit facts' }).click();
  await page.getByRole('dialog').getByText('(optional)').first().waitFor();
  await draw(page, 'form');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** A mention, its answer in the thread, and what went between Slack and the app. */
async function drawInspector(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 760 });
  await page.getByPlaceholder('Message #general', { exact: true }).fill(`@Rolefit ${STORY}`);
  await page.keyboard.press('Enter');
  await page.getByRole('complementary', { name: 'Thread' }).getByText('You need').waitFor();
  await page.getByRole('button', { name: 'Inspector' }).click();
  await page.getByText('app_mention').first().waitFor();
  await draw(page, 'inspector');
}

const dataDir = await mkdtemp(join(tmpdir(), 'rolefit-'));
const playground = await start(
  {
    logLevel: 'silent',
    slack: { mode: 'playground', port: 0 },
    store: { backend: 'sqlite', dataDir, encryptionKeys: [] },
    eraseAfterMs: 0,
  },
  pino({ level: 'silent' }),
);
const browser = await aBrowser();
try {
  await mkdir(FOLDER, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1180, height: 760 } });
  await page.goto(String(playground.url));
  await drawVerdict(page);
  await drawForm(page);
  await drawInspector(page);
} finally {
  await browser.close();
  await playground.stop();
  await rm(dataDir, { recursive: true });
}
// Timers of the browser's driver would hold the process for another half minute.
process.exit();
