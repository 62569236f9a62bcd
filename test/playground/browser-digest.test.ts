import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describePage, say, theWholePlayground } from '../support/page.ts';

const TEAM = `who,title,owns
Fay,CEO,budget
Omar,Operations,records`;

/** Makes a team of a pasted table, and a digest with what its form proposes. */
async function setUpDigest(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await say(page, '/rolefit team');
  await dialog.getByRole('button', { name: 'Import a table' }).click();
  await dialog.getByLabel('Or the table, pasted').fill(TEAM);
  await dialog.getByRole('button', { name: 'Look at it' }).click();
  await dialog.getByRole('button', { name: 'Take in 2' }).click();
  await dialog.getByText('Omar').first().waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await say(page, '/rolefit digest');
  await dialog.getByRole('button', { name: 'New digest' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByRole('button', { name: 'Preview for me' }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

describePage('a team and its digest in the page', (open) => {
  test('a CSV file of two hundred is chosen from the disk, read from its top, taken in, and somebody of it found', async () => {
    const page = await open(await theWholePlayground());
    const dialog = page.getByRole('dialog');
    await say(page, '/rolefit team');
    await dialog.getByRole('button', { name: 'Import a table' }).click();
    const rows = Array.from({ length: 200 }, (_, n) => `Person ${n},Engineer,${n === 0 ? 'Budget' : ''}`);
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByLabel('A file').click();
    await (await chooser).setFiles({
      name: 'team.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['who,title,owns', ...rows].join('\r\n')),
    });
    await dialog.getByText('team.csv').waitFor();
    await dialog.getByRole('button', { name: 'Look at it' }).click();
    await dialog.getByRole('button', { name: 'Take in 200' }).waitFor();
    const counts = dialog.getByText('200 lines: 200 new');
    expect(await counts.evaluate((words) => words.getBoundingClientRect().top >= 0)).toBe(true);
    expect(await dialog.locator('.window-body').evaluate((body) => body.scrollTop)).toBe(0);
    await dialog.getByRole('button', { name: 'Take in 200' }).click();
    await dialog.getByText('200 members').waitFor();
    await dialog.getByRole('combobox', { name: 'Find by name or title' }).fill('Person 187');
    await dialog.getByRole('option', { name: 'Person 187' }).click();
    await dialog.getByText('Edit a member').waitFor();
  });

  test('what somebody owns is picked from all areas, which are there before anything is typed', async () => {
    const page = await open(await theWholePlayground());
    const dialog = page.getByRole('dialog');
    await say(page, '/rolefit team');
    await dialog.getByRole('button', { name: 'Add by name' }).click();
    await dialog.getByLabel('Name', { exact: true }).fill('Anna');
    await dialog.getByRole('combobox', { name: 'Owns' }).click();
    await dialog.getByRole('option', { name: 'Order and systems' }).waitFor();
    await dialog.getByRole('option', { name: 'Budget' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Owns Budget').waitFor();
  });

  test('the clock is put to next Monday, nine o’clock, and the digest comes, with its picture', async () => {
    const page = await open(await theWholePlayground());
    await setUpDigest(page);
    await page.getByRole('button', { name: 'random' }).click();
    await page.getByRole('button', { name: 'Time and trouble' }).click();
    await page.getByRole('button', { name: /^Next Monday, 9:00 in / }).click();
    await page.getByText(/It is put forward to Mon.*9:00/).waitFor();
    await page.getByRole('button', { name: 'general 1 unread' }).click();
    const digest = page.locator('.conversation .message', { has: page.locator('img') });
    await digest.getByText('nobody').first().waitFor();
    const picture = digest.locator('img').last();
    await expect
      .poll(() => picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
      .toBeGreaterThan(400);
    expect(await picture.getAttribute('alt')).toMatch(/area/);
    expect(await digest.locator('time').innerText()).toBe('9:00 AM');
  });
});
