import { expect, test } from 'vitest';
import { describePage, say } from '../support/page.ts';
import { aSlackWithForms } from '../support/slack-with-forms.ts';

describePage('the windows of the page', (open) => {
  test('every kind of field is filled in, and the app gets what was entered', async () => {
    const { slack, submitted } = await aSlackWithForms();
    const page = await open(slack);
    await say(page, '/rolefit all');
    const dialog = page.getByRole('dialog', { name: 'All fields' });
    await dialog.getByLabel('Name', { exact: true }).fill('Fay');
    await dialog.getByLabel('Story').fill('One\nTwo');
    await dialog.getByLabel('Size').fill('14');
    await dialog.getByLabel('Mail').fill('fay@example.com');
    const choose = async (label: string, ...words: string[]) => {
      for (const one of words) {
        await dialog.getByLabel(label, { exact: true }).click();
        await dialog.getByRole('option', { name: one }).click();
      }
    };
    await choose('Role', 'Implementer');
    await choose('Areas', 'Budget', 'Policy');
    await choose('Person', 'Omar Ops');
    await dialog.getByLabel('Lookup').fill('bud');
    await dialog.getByRole('option', { name: 'bud and more' }).click();
    await dialog.getByLabel('Fast').check();
    await dialog.getByLabel('Monday').check();
    await dialog.getByLabel('Friday').check();
    await dialog.getByLabel('Start').fill('2026-11-30');
    await dialog.getByLabel('At', { exact: true }).fill('09:30');
    await dialog.getByLabel('Moment').fill('2026-11-30T09:30');
    await dialog.getByLabel('Page').fill('https://example.com/');
    await dialog.getByLabel('Essay').fill('In short');
    await choose('People', 'Fay Founder', 'Omar Ops');
    await choose('Channel', 'general');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await dialog.waitFor({ state: 'detached' });
    const entered = Object.fromEntries(
      Object.values(submitted[0] ?? {}).flatMap((block) =>
        Object.entries(block).map(([id, { type: _type, ...content }]) => [id, Object.values(content)[0]]),
      ),
    );
    expect(entered).toMatchObject({
      name: 'Fay',
      story: 'One\nTwo',
      size: '14',
      mail: 'fay@example.com',
      role: { value: 'implementer' },
      areas: [{ value: 'budget' }, { value: 'policy' }],
      person: 'U0OMAROPS',
      where: 'C0GENERAL',
      lookup: { value: 'bud and more' },
      pace: { value: 'fast' },
      days: [{ value: 'monday' }, { value: 'friday' }],
      start: '2026-11-30',
      at: '09:30',
      moment: Date.UTC(2026, 10, 30, 9, 30) / 1000,
      page: 'https://example.com/',
      essay: { type: 'rich_text' },
      people: ['U0FOUNDER', 'U0OMAROPS'],
      channel: 'C0GENERAL',
    });
  });

  test.each([
    ['short', 'Who'],
    ['all', 'Channel'],
  ])('in the window "%s" the list of its last picker is seen whole', async (window, label) => {
    const page = await open((await aSlackWithForms()).slack);
    await say(page, `/rolefit ${window}`);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(label, { exact: true }).click();
    const list = await dialog.getByRole('listbox').boundingBox();
    const body = await dialog.locator('.window-body').boundingBox();
    if (!list || !body) throw new Error('nothing is drawn');
    expect(list.y).toBeGreaterThanOrEqual(body.y);
    expect(list.y + list.height).toBeLessThanOrEqual(body.y + body.height);
  });

  test('what Slack and the app find wrong stands beside the field, which gets the focus', async () => {
    const { slack } = await aSlackWithForms();
    const page = await open(slack);
    await say(page, '/rolefit strict');
    const dialog = page.getByRole('dialog', { name: 'Strict' });
    const name = dialog.getByLabel('Name');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await dialog.getByText('Please complete this required field.').waitFor();
    await expect.poll(() => name.evaluate((field) => field.matches(':focus'))).toBe(true);
    await name.fill('Fay');
    await page.keyboard.press('Enter');
    await dialog.getByText('This name is taken.').waitFor();
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    expect(await name.inputValue()).toBe('Fay');
  });

  test('windows lie on each other: Escape goes back to the one below, with what stands in it', async () => {
    const { slack } = await aSlackWithForms();
    const page = await open(slack);
    await say(page, '/rolefit stack');
    await page.getByRole('dialog', { name: 'First' }).getByRole('button', { name: 'Deeper' }).click();
    await page.getByRole('dialog', { name: 'Second' }).waitFor();
    await page.reload();
    await page.getByRole('dialog', { name: 'Second' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'First' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('a window that is closed by a double click is closed once', async () => {
    const { slack } = await aSlackWithForms();
    const page = await open(slack);
    await say(page, '/rolefit strict');
    const dialog = page.getByRole('dialog', { name: 'Strict' });
    await dialog.waitFor();
    const closes: string[] = [];
    page.on('request', (request) => void (request.url().endsWith('/close') && closes.push(request.url())));
    // Both presses before the app can have heard of the first.
    await dialog.getByRole('button', { name: 'Close' }).evaluate((button) => {
      const pressed = button as unknown as { click(): void };
      pressed.click();
      pressed.click();
    });
    await dialog.waitFor({ state: 'detached' });
    await say(page, 'Goodbye');
    await page.locator('.message', { hasText: 'Goodbye' }).waitFor();
    expect(closes).toHaveLength(1);
  });

  test('the Home tab is filled when it is opened; a button asks first, and a menu folds out', async () => {
    const { slack, pressed } = await aSlackWithForms();
    const page = await open(slack);
    await page.getByRole('button', { name: 'Rolefit', exact: true }).click();
    await page.getByRole('tab', { name: 'Home' }).click();
    await page.getByRole('heading', { name: 'Your checks' }).waitFor();
    await page.getByRole('button', { name: 'Risky' }).click();
    await page.getByRole('dialog', { name: 'Really?' }).getByRole('button', { name: 'Leave it' }).click();
    await page.getByRole('button', { name: 'Risky' }).click();
    await page.getByRole('dialog', { name: 'Really?' }).getByRole('button', { name: 'Do it' }).click();
    await expect.poll(() => pressed).toEqual(['risky']);
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await expect.poll(() => pressed).toEqual(['risky', 'remove']);
  });

  test('the Home tab is filled however one comes to it: by its address, a reload, as somebody else', async () => {
    const { slack } = await aSlackWithForms();
    const page = await open(slack, '?channel=D0FOUNDER&tab=home');
    const heading = page.getByRole('heading', { name: 'Your checks' });
    await heading.waitFor();
    await page.reload();
    await heading.waitFor();
    await page.goto(`${slack.url}/?user=U0OMAROPS&channel=D0OMAROPS&tab=home`);
    await heading.waitFor();
  });

  test('shortcuts are used on a message and from anywhere', async () => {
    const { slack } = await aSlackWithForms();
    const page = await open(slack);
    await say(page, 'We need a COO');
    const message = page.locator('.message', { hasText: 'We need a COO' });
    await message.hover();
    await message.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Check this' }).click();
    await page.getByRole('dialog', { name: 'Checked' }).getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Shortcuts' }).click();
    await page.getByRole('menuitem', { name: 'New check' }).click();
    await page.getByRole('dialog', { name: 'From anywhere' }).waitFor();
  });

  test('a message is edited with Up, marked as edited, reacted to, and deleted after a question', async () => {
    const { slack } = await aSlackWithForms();
    const page = await open(slack);
    await say(page, 'teh plan');
    const message = page.locator('.message').last();
    await message.getByText('teh plan').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.getByLabel('Edit message').fill('the plan');
    await page.keyboard.press('Enter');
    await message.getByText('(edited)').waitFor();
    await message.hover();
    await message.getByRole('button', { name: 'Add a reaction' }).click();
    await page.getByRole('menuitem', { name: 'eyes' }).click();
    await message.getByRole('button', { name: 'eyes: Fay Founder' }).waitFor();
    await message.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Delete message' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('This is the start of #general').waitFor();
  });
});
