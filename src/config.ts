import { z } from 'zod';

/** A wrong setting: one sentence that names the variable and the remedy. */
export class ConfigError extends Error {
  readonly code = 'config';
}

/** Each message names its variable and says what it must be. */
const Environment = z.object({
  PORT: z.coerce
    .number('PORT must be a port number; 0 takes any free one.')
    .int()
    .min(0)
    .max(65_535)
    .optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.',
    )
    .default('info'),
  NODE_ENV: z.string().optional(),
  SLACK_API_URL: z.url('SLACK_API_URL must be a web address such as https://slack.com/api/.').optional(),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-', 'SLACK_APP_TOKEN must be an app-level token; it begins with xapp-.')
    .optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .startsWith('xoxb-', 'SLACK_BOT_TOKEN must be a bot token; it begins with xoxb-.')
    .optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
});

/** How the app meets Slack. `port` 0 means any free one. */
export type SlackConfig =
  | { mode: 'playground'; port: number }
  | { mode: 'socket'; botToken: string; appToken: string; apiUrl?: string }
  | { mode: 'http'; botToken: string; signingSecret: string; port: number; apiUrl?: string };

export interface Config {
  logLevel: string;
  slack: SlackConfig;
}

const DEFAULT_PORT = 3000;

/**
 * Reads the environment, once. Empty variables count as not set.
 * @throws ConfigError with one sentence that names the variable and the remedy.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = Environment.safeParse(set);
  if (!parsed.success) throw new ConfigError(parsed.error.issues[0]?.message);
  return { logLevel: parsed.data.LOG_LEVEL, slack: slackConfig(parsed.data) };
}

function slackConfig(env: z.infer<typeof Environment>): SlackConfig {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = env;
  const port = env.PORT ?? DEFAULT_PORT;
  const apiUrl = env.SLACK_API_URL === undefined ? {} : { apiUrl: env.SLACK_API_URL };
  if (!botToken) {
    if (appToken || signingSecret)
      throw new ConfigError(
        'SLACK_BOT_TOKEN is missing. Set it to the bot token of your Slack app (xoxb-...).',
      );
    if (env.NODE_ENV === 'production')
      throw new ConfigError(
        'NODE_ENV is production and no Slack token is set. Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN; the playground is not for production.',
      );
    return { mode: 'playground', port };
  }
  if (appToken) return { mode: 'socket', botToken, appToken, ...apiUrl };
  if (signingSecret) return { mode: 'http', botToken, signingSecret, port, ...apiUrl };
  throw new ConfigError(
    'SLACK_BOT_TOKEN alone is not enough. Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP.',
  );
}
