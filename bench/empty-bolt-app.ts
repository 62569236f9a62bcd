import { Server } from 'node:http';
import { App, type AppOptions, HTTPReceiver, LogLevel } from '@slack/bolt';

/**
 * The least that a Slack app is, over Socket Mode or, given a signing secret, over HTTP: the peer of Rolefit's start and of its
 * acks. It acknowledges commands, and says no more. Over HTTP it prints its port.
 */
const {
  SLACK_BOT_TOKEN: token = '',
  SLACK_APP_TOKEN: appToken = '',
  SLACK_API_URL: slackApiUrl = '',
  SLACK_SIGNING_SECRET: signingSecret,
} = process.env;
const shared = { token, logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl } };
const options: AppOptions = signingSecret
  ? { ...shared, receiver: new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR }) }
  : { ...shared, appToken, socketMode: true };
const app = new App(options);
app.command('/rolefit', ({ ack }) => ack());
app.event('message', async () => undefined);
const server = signingSecret ? await app.start(0) : await app.start();
const address = server instanceof Server ? server.address() : null;
process.stdout.write(`${typeof address === 'object' && address !== null ? `${address.port}\n` : ''}ready\n`);
