import { z } from 'zod';
import { DAY_MS, Retention, type RetentionDays } from './retention.ts';

/** A wrong setting: one sentence that names the variable and the remedy. */
export class ConfigError extends Error {
  readonly code = 'config';
}

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

const StoreEnvironment = z.object({
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\/./,
      'DATABASE_URL must be the address of a PostgreSQL database, such as postgresql://user:password@host/database.',
    )
    .optional(),
  ROLEFIT_DATA_DIR: z.string().default('.rolefit'),
  ROLEFIT_ENCRYPTION_KEYS: EncryptionKeys.optional(),
  ROLEFIT_RETENTION_DAYS: Retention.optional(),
});

const DAYS_WRONG = 'ROLEFIT_ERASE_AFTER_DAYS must be a number of days from 0 to 3650.';
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

const LlmEnvironment = z.object({
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: z
    .string()
    .refine(
      isSafeAddress,
      'OPENAI_BASE_URL must be an https address such as https://api.openai.com/v1, or http for a server on this machine or network, without a user name in it.',
    )
    .optional(),
  ROLEFIT_LLM_MODEL: z.string().default('gpt-4.1-mini'),
  ROLEFIT_LLM_DAILY_TOKENS: z.coerce
    .number(TOKENS_WRONG)
    .int(TOKENS_WRONG)
    .min(1, TOKENS_WRONG)
    .max(1_000_000_000, TOKENS_WRONG)
    .default(200_000),
});

const METRICS_PORT_WRONG =
  'ROLEFIT_METRICS_PORT must be a port number for metrics and health, such as 9464; 0 takes any free one.';

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
  ROLEFIT_ERASE_AFTER_DAYS: z.coerce.number(DAYS_WRONG).min(0, DAYS_WRONG).max(3_650, DAYS_WRONG).default(30),
  ROLEFIT_METRICS_PORT: z.coerce
    .number(METRICS_PORT_WRONG)
    .int(METRICS_PORT_WRONG)
    .min(0, METRICS_PORT_WRONG)
    .max(65_535, METRICS_PORT_WRONG)
    .optional(),
  ROLEFIT_METRICS_HOST: z.string().default('127.0.0.1'),
  ROLEFIT_PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error:
        'ROLEFIT_PUBLIC_URL must be where people and Slack reach Rolefit, such as https://rolefit.example.com.',
    })
    .optional(),
  SLACK_API_URL: z.url('SLACK_API_URL must be a web address such as https://slack.com/api/.').optional(),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-', 'SLACK_APP_TOKEN must be an app-level token; it begins with xapp-.')
    .optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .startsWith('xoxb-', 'SLACK_BOT_TOKEN must be a bot token; it begins with xoxb-.')
    .optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_STATE_SECRET: z
    .string()
    .min(16, 'SLACK_STATE_SECRET must have 16 characters or more; make one with: openssl rand -hex 32')
    .optional(),
});

/** How workspaces install the app. `publicUrl` is where browsers reach it; without it Slack sends them where it is told. */
export interface OAuthConfig {
  clientId: string;
  clientSecret: string;
  stateSecret: string;
  publicUrl?: string;
}

/** How the app meets Slack. `port` 0 means any free one. */
export type SlackConfig =
  | { mode: 'playground'; port: number }
  | { mode: 'socket'; botToken: string; appToken: string; apiUrl?: string }
  | HttpConfig;

/** Over HTTP, for the one workspace of a bot token, or for all that install the app. */
export type HttpConfig = { mode: 'http'; signingSecret: string; port: number; apiUrl?: string } & (
  | { botToken: string }
  | { oauth: OAuthConfig }
);

/** Where documents are kept, the keys for the secret ones, newest first, and for how many days where it is not the usual. */
export type StoreConfig = { encryptionKeys: readonly Buffer[]; retentionDays?: RetentionDays } & (
  | { backend: 'sqlite'; dataDir: string }
  | { backend: 'postgres'; url: string }
);

/** The language model that may phrase advice. */
export interface LlmConfig {
  apiKey: string;
  model: string;
  baseUrl?: string;
  /** Tokens that a workspace may take a day (UTC), in Slack. */
  tokensPerDay: number;
  /** How long an answer may take in all, in ms, where it is not the usual. */
  budgetMs?: number;
}

/** Where metrics and health are told. */
export interface OperationsConfig {
  host: string;
  /** 0 means any free one. */
  port: number;
}

export interface Config {
  logLevel: string;
  /** Without it nothing is counted. */
  operations?: OperationsConfig | undefined;
  slack: SlackConfig;
  store: StoreConfig;
  /** Without it every word is Rolefit's own. */
  llm?: LlmConfig | undefined;
  /** How long the documents of a workspace that removed the app are kept, in ms. */
  eraseAfterMs: number;
}

type Variables = Readonly<Record<string, string | undefined>>;

const DEFAULT_PORT = 3000;

/**
 * Reads the environment, once. Empty variables count as not set.
 * @throws ConfigError with one sentence that names the variable and the remedy.
 */
export function readConfig(environment: Variables): Config {
  const variables = parse(Environment, environment);
  const slack = slackConfig(variables);
  const store = readStoreConfig(environment);
  if ('oauth' in slack && store.encryptionKeys.length === 0)
    throw new ConfigError(
      'ROLEFIT_ENCRYPTION_KEYS is missing: the tokens of the workspaces are kept encrypted only. Make a key with: openssl rand -base64 32',
    );
  const eraseAfterMs = variables.ROLEFIT_ERASE_AFTER_DAYS * DAY_MS;
  const llm = readLlmConfig(environment);
  const { ROLEFIT_METRICS_PORT: metricsPort, ROLEFIT_METRICS_HOST: host } = variables;
  const operations = metricsPort === undefined ? undefined : { host, port: metricsPort };
  return { logLevel: variables.LOG_LEVEL, operations, slack, store, llm, eraseAfterMs };
}

/**
 * Reads what the store needs of the environment, whatever is set for Slack.
 * @throws ConfigError with one sentence that names the variable and the remedy.
 */
export function readStoreConfig(environment: Variables): StoreConfig {
  const { DATABASE_URL: url, ROLEFIT_DATA_DIR: dataDir, ...rest } = parse(StoreEnvironment, environment);
  const common = {
    encryptionKeys: rest.ROLEFIT_ENCRYPTION_KEYS ?? [],
    retentionDays: rest.ROLEFIT_RETENTION_DAYS ?? {},
  };
  return url === undefined
    ? { backend: 'sqlite', dataDir, ...common }
    : { backend: 'postgres', url, ...common };
}

/**
 * Reads which language model may phrase advice; undefined when none is set up. A server of one's own may need no key.
 * @throws ConfigError with one sentence that names the variable and the remedy.
 */
export function readLlmConfig(environment: Variables): LlmConfig | undefined {
  const set = parse(LlmEnvironment, environment);
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, ROLEFIT_LLM_MODEL: model } = set;
  const tokensPerDay = set.ROLEFIT_LLM_DAILY_TOKENS;
  if (apiKey === undefined && baseUrl === undefined) return undefined;
  return { apiKey: apiKey ?? 'none', model, tokensPerDay, ...(baseUrl !== undefined && { baseUrl }) };
}

function parse<S extends z.ZodType>(schema: S, environment: Variables): z.infer<S> {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(set);
  if (parsed.success) return parsed.data;
  throw new ConfigError(parsed.error.issues[0]?.message);
}

function slackConfig(env: z.infer<typeof Environment>): SlackConfig {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = env;
  const port = env.PORT ?? DEFAULT_PORT;
  const apiUrl = env.SLACK_API_URL === undefined ? {} : { apiUrl: env.SLACK_API_URL };
  const oauth = oauthConfig(env);
  if (oauth) {
    if (botToken || appToken)
      throw new ConfigError(
        'SLACK_CLIENT_ID is for many workspaces over HTTP. Take SLACK_BOT_TOKEN and SLACK_APP_TOKEN away, or the client id, secret and state secret.',
      );
    if (signingSecret) return { mode: 'http', oauth, signingSecret, port, ...apiUrl };
    throw new ConfigError(
      'SLACK_SIGNING_SECRET is missing. It stands with the client id under Basic Information of your Slack app.',
    );
  }
  if (!botToken) {
    if (appToken || signingSecret)
      throw new ConfigError(
        'SLACK_BOT_TOKEN is missing. Set it to the bot token of your Slack app (xoxb-...), or set SLACK_CLIENT_ID to let workspaces install it.',
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

/** All of the OAuth variables, or undefined when none is set. */
function oauthConfig(env: z.infer<typeof Environment>): OAuthConfig | undefined {
  const {
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_STATE_SECRET: stateSecret,
    ROLEFIT_PUBLIC_URL: publicUrl,
  } = env;
  if (clientId && clientSecret && stateSecret)
    return { clientId, clientSecret, stateSecret, ...(publicUrl === undefined ? {} : { publicUrl }) };
  if (!clientId && !clientSecret && !stateSecret) return undefined;
  const missing = Object.entries({
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_STATE_SECRET: stateSecret,
  }).flatMap(([name, value]) => (value ? [] : [name]));
  throw new ConfigError(
    `${missing.join(' and ')} must be set to let many workspaces install the app. The client id and secret stand under Basic Information of your Slack app; make a state secret with: openssl rand -hex 32`,
  );
}
