import { z } from 'zod';
import { Retention } from './retention.ts';

/**
 * Every environment variable: what it may be, in a message that names it and the remedy, and what it means, as the README's
 * table says it (`node scripts/configuration.ts --write` makes that table).
 */

const ENCRYPTION_KEY_BYTES = 32;
const KEYS_WRONG =
  'ROLEFIT_ENCRYPTION_KEYS must be keys of 32 bytes in base64, newest first, with commas between them; make one with: openssl rand -base64 32';

const EncryptionKeys = z.string().transform((text, context) => {
  const keys = text.split(',').map((key) => key.trim());
  const decoded = keys.map((key) => Buffer.from(key, 'base64'));
  if (decoded.every((key, at) => key.length === ENCRYPTION_KEY_BYTES && sameBase64(key, keys[at])))
    return decoded;
  context.addIssue(KEYS_WRONG);
  return z.NEVER;
});

/** Base64 passes over what it does not know, so that a mistyped key must be written back to be found out. */
const sameBase64 = (bytes: Buffer, text: string | undefined): boolean =>
  bytes.toString('base64').replace(/(?<!=)=+$/, '') === text?.replace(/(?<!=)=+$/, '');

/** The key goes over the network, so only to https, or to a server on this machine or network. */
function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username || password || /^\[?(?:169\.254\.|fe80:|fd00:ec2:|::ffff:a9fe:)/i.test(hostname)) return false;
  if (/^metadata(?:\.google\.internal)?\.?$/.test(hostname)) return false;
  const isNear =
    !hostname.includes('.') || /^(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$/.test(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isNear);
}

const TOKENS_WRONG =
  'ROLEFIT_LLM_DAILY_TOKENS must be how many tokens a workspace may take a day, a whole number from 1 to 1000000000.';
const METRICS_PORT_WRONG =
  'ROLEFIT_METRICS_PORT must be a port number for metrics and health, such as 9464; 0 takes any free one.';
const DAYS_WRONG = 'ROLEFIT_ERASE_AFTER_DAYS must be a number of days from 0 to 3650.';

/** How Rolefit meets Slack, and who runs it. */
export const Environment = z.object({
  SLACK_BOT_TOKEN: z
    .string()
    .startsWith('xoxb-', 'SLACK_BOT_TOKEN must be a bot token; it begins with xoxb-.')
    .optional()
    .describe('the bot token; without any Slack variable the playground starts'),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-', 'SLACK_APP_TOKEN must be an app-level token; it begins with xapp-.')
    .optional()
    .describe('the app-level token, for Socket Mode'),
  SLACK_SIGNING_SECRET: z
    .string()
    .optional()
    .describe('the signing secret, for HTTP in place of Socket Mode'),
  SLACK_CLIENT_ID: z
    .string()
    .optional()
    .describe('for [many workspaces](docs/many-workspaces.md), in place of the bot token'),
  SLACK_CLIENT_SECRET: z.string().optional().describe('goes with it'),
  SLACK_STATE_SECRET: z
    .string()
    .min(16, 'SLACK_STATE_SECRET must have 16 characters or more; make one with: openssl rand -hex 32')
    .optional()
    .describe('goes with it; `openssl rand -hex 32` makes one, the same for all instances'),
  ROLEFIT_PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error:
        'ROLEFIT_PUBLIC_URL must be where people and Slack reach Rolefit, such as https://rolefit.example.com.',
    })
    .optional()
    .describe('where browsers reach it then, as in the redirect URL of the app’s settings'),
  ROLEFIT_ERASE_AFTER_DAYS: z.coerce
    .number(DAYS_WRONG)
    .min(0, DAYS_WRONG)
    .max(3_650, DAYS_WRONG)
    .default(30)
    .describe('how long the documents of a workspace that removed the app are kept'),
  PORT: z.coerce
    .number('PORT must be a port number; 0 takes any free one.')
    .int()
    .min(0)
    .max(65_535)
    .default(3000)
    .describe('of the playground or of HTTP; 0 takes any free one'),
  SLACK_API_URL: z
    .url('SLACK_API_URL must be a web address such as https://slack.com/api/.')
    .optional()
    .describe('where the Web API is, if not at Slack'),
  ROLEFIT_METRICS_PORT: z.coerce
    .number(METRICS_PORT_WRONG)
    .int(METRICS_PORT_WRONG)
    .min(0, METRICS_PORT_WRONG)
    .max(65_535, METRICS_PORT_WRONG)
    .optional()
    .describe(
      'opens `/metrics`, `/healthz` and `/readyz` on a port of their own, such as 9464; see [operating](docs/operating.md)',
    ),
  ROLEFIT_METRICS_HOST: z.string().default('127.0.0.1').describe('where that port listens'),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.',
    )
    .default('info')
    .describe('how much is logged, to standard error'),
  NODE_ENV: z.string().optional().describe('`production`: never start the playground'),
});

/** Where documents are kept. */
export const StoreEnvironment = z.object({
  ROLEFIT_DATA_DIR: z
    .string()
    .default('.rolefit')
    .describe('the folder of the embedded store, below the folder where Rolefit is started'),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\/./,
      'DATABASE_URL must be the address of a PostgreSQL database, such as postgresql://user:password@host/database.',
    )
    .optional()
    .describe('a PostgreSQL database in place of the folder, for many instances'),
  ROLEFIT_ENCRYPTION_KEYS: EncryptionKeys.optional().describe(
    'keys for tokens, 32 bytes in base64, newest first, with commas between; `openssl rand -base64 32` makes one',
  ),
  ROLEFIT_RETENTION_DAYS: Retention.optional().describe(
    'how long records are kept, such as `checks=90,interviews=7`; see [storage](docs/storage.md)',
  ),
});

/** A language model that may phrase advice. */
export const LlmEnvironment = z.object({
  OPENAI_API_KEY: z
    .string()
    .optional()
    .describe(
      'lets a language model put reasons into words: for `rolefit check --llm`, and in workspaces whose managers agree to it in App Home; off unless set. See [privacy](docs/privacy.md)',
    ),
  OPENAI_BASE_URL: z
    .string()
    .refine(
      isSafeAddress,
      'OPENAI_BASE_URL must be an https address such as https://api.openai.com/v1, or http for a server on this machine or network, without a user name in it.',
    )
    .optional()
    .describe('a server that speaks OpenAI’s Responses API, in place of OpenAI’s'),
  ROLEFIT_LLM_MODEL: z.string().default('gpt-4.1-mini').describe('the model'),
  ROLEFIT_LLM_DAILY_TOKENS: z.coerce
    .number(TOKENS_WRONG)
    .int(TOKENS_WRONG)
    .min(1, TOKENS_WRONG)
    .max(1_000_000_000, TOKENS_WRONG)
    .default(200_000)
    .describe('tokens that each workspace may take a day (UTC), enough for some 150 checks'),
});
