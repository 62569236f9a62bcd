import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import type { StoreConfig } from '../../src/config.ts';
import { manifestFor, readManifest } from '../../src/manifest.ts';
import type { Team } from '../../src/playground/directory.ts';
import type { LocalSlack } from '../../src/playground/local-slack.ts';
import { INSTALL_PATH, REDIRECT_PATH } from '../../src/slack/paths.ts';
import { start } from '../../src/start.ts';
import { theAdvisor } from './advisor.ts';
import { aFolder } from './folders.ts';
import { aLocalSlack, DAY_MS } from './rolefit.ts';
import { aHome, aKey } from './stores.ts';

const ORG = { id: 'E0NORTH', name: 'North Group' };
/** Workspaces beside the first, where nothing is installed yet. */
export const BETA: Team = { id: 'T0BETA', name: 'Beta <Bakery>', domain: 'beta' };
export const GAMMA: Team = { id: 'T0GAMMA', name: 'Gamma Garden', domain: 'gamma' };
export const NORTH: Team = { id: 'T0NORTH', name: 'North One', domain: 'north-one', enterprise: ORG };
export const SOUTH: Team = { id: 'T0SOUTH', name: 'North Two', domain: 'north-two', enterprise: ORG };

/** A local Slack with those workspaces and the app's manifest for many of them. */
export function aSlackOfMany(now?: () => number): Promise<LocalSlack> {
  const file = join(aFolder(), 'manifest.yml');
  writeFileSync(
    file,
    manifestFor({
      eventsUrl: 'https://rolefit.example/slack/events',
      redirectUrl: 'https://rolefit.example/slack/oauth_redirect',
    }),
  );
  const otherTeams = [BETA, GAMMA, NORTH, SOUTH];
  return aLocalSlack({ manifest: readManifest(file), otherTeams, ...(now && { now }) });
}

/** The whole app as many workspaces install it, in a local Slack; started again on the same store where one is given. */
export async function rolefitForMany(
  given: { slack?: LocalSlack; home?: StoreConfig; now?: () => number } = {},
) {
  const slack = given.slack ?? (await aSlackOfMany());
  const home = given.home ?? (await aHome('sqlite', [aKey()]));
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const { clientId, clientSecret, signingSecret, apiUrl } = slack;
  const oauth = { clientId, clientSecret, stateSecret: 'a secret of the tests' };
  const config = {
    logLevel: 'info',
    slack: { mode: 'http', oauth, signingSecret, port: 0, apiUrl },
    store: home,
    eraseAfterMs: 30 * DAY_MS,
  } as const;
  const running = await start(config, log, given.now, theAdvisor());
  onTestFinished(() => running.stop());
  slack.deliverTo(String(running.url));
  slack.redirectTo(new URL(REDIRECT_PATH, running.url).href);
  return { slack, home, running, logged, browser: new Browser(String(running.url)) };
}

/** A page as a person meets it. */
export interface Page {
  status: number;
  text: string;
}

/** A browser that installs the app: it follows the buttons and keeps cookies. */
export class Browser {
  readonly #appUrl: string;
  cookie = '';

  constructor(appUrl: string) {
    this.#appUrl = appUrl;
  }

  /** Opens the install page; gives the address of its button, at Slack. */
  async begins(): Promise<string> {
    const { text } = await this.opens(new URL(INSTALL_PATH, this.#appUrl).href);
    return unescaped(/class="button" href="([^"]+)"/.exec(text)?.[1] ?? '');
  }

  /** Answers Slack's page; gives the address at the app to which Slack sends the browser back. */
  async answers(authorizeUrl: string, owner: string, answer: 'allow' | 'cancel' = 'allow'): Promise<string> {
    const page = await fetch(authorizeUrl);
    const fields = new URLSearchParams({ owner, answer });
    for (const [, name = '', value = ''] of (await page.text()).matchAll(
      /type="hidden" name="([^"]*)" value="([^"]*)"/g,
    ))
      fields.set(unescaped(name), unescaped(value));
    const [action = ''] = authorizeUrl.split('?');
    const response = await fetch(action, { method: 'POST', body: fields, redirect: 'manual' });
    return response.headers.get('location') ?? `no way back: ${response.status} ${await response.text()}`;
  }

  async opens(url: string): Promise<Page> {
    const response = await fetch(url, { headers: this.cookie === '' ? {} : { cookie: this.cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      this.cookie = pair.endsWith('=deleted') ? '' : pair;
    }
    return { status: response.status, text: await response.text() };
  }

  /** The whole way: from the install page over Slack's page to the last page. */
  async installs(owner: string): Promise<Page> {
    return this.opens(await this.answers(await this.begins(), owner));
  }
}

const unescaped = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
