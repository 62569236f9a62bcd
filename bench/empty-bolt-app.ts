import { App, LogLevel } from '@slack/bolt';

/** The least that a Slack app over Socket Mode is: the peer that the start of Rolefit is measured beside. */
const {
  SLACK_BOT_TOKEN: token = '',
  SLACK_APP_TOKEN: appToken = '',
  SLACK_API_URL: slackApiUrl = '',
} = process.env;
const app = new App({
  token,
  appToken,
  socketMode: true,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl },
});
await app.start();
process.stdout.write('ready\n');
