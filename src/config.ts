import type { z } from 'zod';
import { Environment, LlmEnvironment, StoreEnvironment } from './environment.ts';
import { DAY_MS, type RetentionDays } from './retention.ts';

/** A wrong setting: one sentence that names the variable and the remedy. */
export class ConfigError extends Error {
  readonly code = 'config';
}

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
  const port = env.PORT;
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
