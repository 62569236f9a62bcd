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
  await page.getByText('You need an implementer').waitFor();
  await draw(page, 'playground');
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

const TEAM = `who,title,owns
Ada,CEO,Budget; Tough decisions; From idea to plan; Department coordination; Finance review
Ben,Operations,Daily operation; Scheduling; Records`;

/** The first digest of a team, brought by putting the clock forward. */
async function drawDigest(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  const press = (name: string | RegExp): Promise<void> => dialog.getByRole('button', { name }).click();
  const leave = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  };
  const send = async (text: string): Promise<void> => {
    await page.getByPlaceholder('Message #general', { exact: true }).fill(text);
    await page.keyboard.press('Enter');
  };
  await send('/rolefit team');
  await press('Import a table');
  await dialog.getByLabel('Or the table, pasted').fill(TEAM);
  await press('Look at it');
  await press(/^Take in/);
  await dialog.getByText('Ben').waitFor();
  await leave();
  await send('/rolefit digest');
  await press('New digest');
  await press('Save');
  await dialog.getByRole('button', { name: 'Preview for me' }).waitFor();
  await leave();
  await page.getByRole('button', { name: 'Time and trouble' }).click();
  await page.getByRole('button', { name: /^Next Monday/ }).click();
  await page.getByText('Team digest').waitFor();
  await page.waitForFunction(
    "[...document.querySelectorAll('.message img')].every((image) => image.naturalWidth > 0)",
  );
  await page.getByText('Set up by').scrollIntoViewIfNeeded();
  await draw(page, 'digest');
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
  await drawInspector(page);
  const another = await browser.newPage({ viewport: { width: 1180, height: 900 } });
  await another.goto(String(playground.url));
  await drawDigest(another);
} finally {
  await browser.close();
  await playground.stop();
  await rm(dataDir, { recursive: true });
}
// Timers of the browser's driver would hold the process for another half minute.
process.exit();
