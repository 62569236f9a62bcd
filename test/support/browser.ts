import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** Chromium from the package registry, headless, without a sandbox since it may run as root. Throws where the machine lacks what Chromium needs. */
export async function aBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    headless: true,
  });
}

/** Why no browser can be had here, of what `aBrowser` threw. */
const whyNot = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error);

/** Why no browser can be had here; null when one starts. */
export async function whyNoBrowser(): Promise<string | null> {
  return aBrowser().then(async (browser) => {
    await browser.close();
    return null;
  }, whyNot);
}
