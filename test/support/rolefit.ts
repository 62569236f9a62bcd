import pino from 'pino';
import { onTestFinished } from 'vitest';
import type { SlackConfig } from '../../src/config.ts';
import { readManifest } from '../../src/manifest.ts';
import {
  type LocalSlack,
  type LocalSlackOptions,
  startLocalSlack,
} from '../../src/playground/local-slack.ts';
import { start } from '../../src/start.ts';

export const MODES = ['socket', 'http'] as const;
export type Mode = (typeof MODES)[number];

export const silent = pino({ level: 'silent' });

/** A local Slack that goes when the test does. */
export async function aLocalSlack(options: Partial<LocalSlackOptions> = {}): Promise<LocalSlack> {
  const slack = await startLocalSlack({ manifest: readManifest(), ...options });
  onTestFinished(() => slack.close());
  return slack;
}

/** The whole app, started as for the real Slack, in a local one; what it logged is in `logged`. */
export async function rolefitIn(mode: Mode, options: Partial<LocalSlackOptions> = {}) {
  const slack = await aLocalSlack(options);
  const logged: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
  const running = await start({ logLevel: 'warn', slack: slackConfig(mode, slack) }, log);
  onTestFinished(() => running.stop());
  if (mode === 'http') slack.deliverTo(String(running.url));
  return { slack, running, logged, founder: slack.person('fay'), omar: slack.person('omar') };
}

function slackConfig(mode: Mode, { botToken, appToken, signingSecret, apiUrl }: LocalSlack): SlackConfig {
  return mode === 'socket'
    ? { mode, botToken, appToken, apiUrl }
    : { mode, botToken, signingSecret, port: 0, apiUrl };
}
