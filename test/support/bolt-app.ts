import { App } from '@slack/bolt';
import { onTestFinished } from 'vitest';
import type { LocalSlack } from '../../src/playground/local-slack.ts';
import { httpReceiver, socketModeReceiver } from '../../src/slack/receivers.ts';
import { type Mode, silent } from './rolefit.ts';

/** A bare Bolt app, of no use but to hear what Slack delivers. */
export async function boltIn(slack: LocalSlack, mode: Mode, listen: (app: App) => void): Promise<string> {
  const { appToken, botToken, signingSecret, apiUrl: slackApiUrl } = slack;
  const receiver =
    mode === 'socket'
      ? socketModeReceiver({ appToken, log: silent, slackApiUrl })
      : httpReceiver({ signingSecret, log: silent });
  const app = new App({ receiver, token: botToken, clientOptions: { slackApiUrl } });
  listen(app);
  const server = (await app.start(0)) as { address?: () => { port: number } } | undefined;
  onTestFinished(async () => void (await app.stop()));
  if (mode === 'socket') return '';
  const url = `http://127.0.0.1:${server?.address?.().port}/slack/events`;
  slack.deliverTo(url);
  return url;
}
