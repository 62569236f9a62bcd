import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { start } from '../src/start.ts';
import { aBrowser } from '../test/support/browser.ts';

/** Draws docs/images/playground-{light,dark}.png: a person asks in the playground, and the app answers. */
const STORY = '/rolefit We are 14 people, I keep having ideas and nothing gets finished';
const FOLDER = new URL('../docs/images/', import.meta.url);

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
  const page = await browser.newPage({ viewport: { width: 1180, height: 720 } });
  await page.goto(String(playground.url));
  await page.getByPlaceholder('Message #general').fill(STORY);
  await page.keyboard.press('Enter');
  await page.getByText('Only visible to you').waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: new URL(`playground-${colorScheme}.png`, FOLDER).pathname });
  }
} finally {
  await browser.close();
  await playground.stop();
  await rm(dataDir, { recursive: true });
}
// Timers of the browser's driver would hold the process for another half minute.
process.exit();
