import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { ConfigError, readConfig, readLlmConfig, readStoreConfig } from '../src/config.ts';

const BOT = { SLACK_BOT_TOKEN: 'xoxb-1' };
const KEY = randomBytes(32).toString('base64');
const CLIENT = { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'c', SLACK_STATE_SECRET: '0123456789abcdef' };
const OAUTH = { ...CLIENT, SLACK_SIGNING_SECRET: 's', ROLEFIT_ENCRYPTION_KEYS: KEY };
const CLIENT_CONFIG = { clientId: '1.2', clientSecret: 'c', stateSecret: '0123456789abcdef' };

test.each([
  ['nothing', {}, { mode: 'playground', port: 3000 }],
  ['empty variables', { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: ' ' }, { mode: 'playground', port: 3000 }],
  ['a port', { PORT: '0' }, { mode: 'playground', port: 0 }],
  [
    'an app token',
    { ...BOT, SLACK_APP_TOKEN: 'xapp-1' },
    { mode: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1' },
  ],
  [
    'a signing secret',
    { ...BOT, SLACK_SIGNING_SECRET: 's', PORT: '8080' },
    { mode: 'http', botToken: 'xoxb-1', signingSecret: 's', port: 8080 },
  ],
  ['a client id', OAUTH, { mode: 'http', oauth: CLIENT_CONFIG, signingSecret: 's', port: 3000 }],
  [
    'a client id and a public address',
    { ...OAUTH, ROLEFIT_PUBLIC_URL: 'https://rolefit.example' },
    {
      mode: 'http',
      oauth: { ...CLIENT_CONFIG, publicUrl: 'https://rolefit.example' },
      signingSecret: 's',
      port: 3000,
    },
  ],
  [
    'another address of Slack',
    { ...BOT, SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'https://slack.example/api/' },
    { mode: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1', apiUrl: 'https://slack.example/api/' },
  ],
])('with %s set it meets Slack so', (_, environment, slack) => {
  expect(readConfig(environment).slack).toEqual(slack);
});

test('the store is read with the rest, and documents of workspaces that left are kept for 30 days', () => {
  expect(readConfig({ ROLEFIT_DATA_DIR: 'there' })).toMatchObject({
    store: { backend: 'sqlite', dataDir: 'there' },
    eraseAfterMs: 30 * 24 * 60 * 60 * 1000,
  });
  expect(readConfig({ ROLEFIT_ERASE_AFTER_DAYS: '0' }).eraseAfterMs).toBe(0);
});

test('the level of the log can be set', () => {
  expect(readConfig({ LOG_LEVEL: 'warn' }).logLevel).toBe('warn');
});

test.each([
  [{ PORT: 'http' }, 'PORT must be a port number; 0 takes any free one.'],
  [{ PORT: '70000' }, 'PORT must be a port number; 0 takes any free one.'],
  [{ PORT: '-1' }, 'PORT must be a port number; 0 takes any free one.'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.'],
  [{ SLACK_API_URL: 'slack' }, 'SLACK_API_URL must be a web address such as https://slack.com/api/.'],
  [{ SLACK_APP_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN must be an app-level token; it begins with xapp-.'],
  [{ SLACK_BOT_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN must be a bot token; it begins with xoxb-.'],
  [{ SLACK_APP_TOKEN: 'xapp-1' }, /^SLACK_BOT_TOKEN is missing\. Set it to/],
  [{ SLACK_SIGNING_SECRET: 's' }, /^SLACK_BOT_TOKEN is missing\. Set it to/],
  [{ NODE_ENV: 'production' }, /^NODE_ENV is production and no Slack token is set\. Set SLACK_BOT_TOKEN/],
  [{ ROLEFIT_ERASE_AFTER_DAYS: 'soon' }, /^ROLEFIT_ERASE_AFTER_DAYS must be a number of days/],
  [{ ROLEFIT_PUBLIC_URL: 'rolefit.example' }, /^ROLEFIT_PUBLIC_URL must be where people and Slack reach/],
  [
    { ...OAUTH, ROLEFIT_ENCRYPTION_KEYS: '' },
    /^ROLEFIT_ENCRYPTION_KEYS is missing: .*openssl rand -base64 32/,
  ],
  [{ ...OAUTH, SLACK_SIGNING_SECRET: '' }, /^SLACK_SIGNING_SECRET is missing\./],
  [{ ...OAUTH, SLACK_STATE_SECRET: '' }, /^SLACK_STATE_SECRET must be set to let many workspaces install/],
  [{ ...OAUTH, SLACK_STATE_SECRET: 'short' }, /^SLACK_STATE_SECRET must have 16 characters or more/],
  [{ ...OAUTH, ...BOT }, /^SLACK_CLIENT_ID is for many workspaces over HTTP\. Take SLACK_BOT_TOKEN/],
  [BOT, /^SLACK_BOT_TOKEN alone is not enough\. Set SLACK_APP_TOKEN/],
])('%j is refused in a sentence that names the variable', (environment, sentence) => {
  expect(() => readConfig(environment)).toThrow(ConfigError);
  expect(() => readConfig(environment)).toThrow(sentence);
});

test('how long records are kept can be set by kind', () => {
  expect(readStoreConfig({}).retentionDays).toEqual({});
  expect(readStoreConfig({ ROLEFIT_RETENTION_DAYS: 'checks=30, team-checks = 7' }).retentionDays).toEqual({
    checks: 30,
    'team-checks': 7,
  });
});

test.each([
  'checks',
  'checks=',
  'checks=0',
  'checks=1.5',
  'checks=4000',
  'check=3',
  'checks=3,',
  'checks=3=4',
])('retention "%s" is refused in a sentence that says what may be written', (text) => {
  expect(() => readStoreConfig({ ROLEFIT_RETENTION_DAYS: text })).toThrow(
    'ROLEFIT_RETENTION_DAYS must be kinds and whole days from 1 to 3650, such as checks=90,interviews=7; the kinds are audit, checks, interviews, threads, team-checks, digest-runs, questions, roster-drafts.',
  );
});

test.each([
  ['nothing', {}, undefined],
  ['a key', { OPENAI_API_KEY: 'sk-1' }, { apiKey: 'sk-1', model: 'gpt-4.1-mini', tokensPerDay: 200_000 }],
  [
    "a server of one's own",
    {
      OPENAI_BASE_URL: 'http://localhost:11434/v1',
      ROLEFIT_LLM_MODEL: 'llama',
      ROLEFIT_LLM_DAILY_TOKENS: '5000',
    },
    { apiKey: 'none', model: 'llama', baseUrl: 'http://localhost:11434/v1', tokensPerDay: 5_000 },
  ],
  [
    'a compatible service',
    { OPENAI_API_KEY: 'sk-1', OPENAI_BASE_URL: 'https://llm.example/v1' },
    {
      apiKey: 'sk-1',
      model: 'gpt-4.1-mini',
      baseUrl: 'https://llm.example/v1',
      tokensPerDay: 200_000,
    },
  ],
])('with %s set the language model is so', (_, environment, llm) => {
  expect(readLlmConfig(environment)).toEqual(llm);
});

test.each(['0', '-5', 'many', '1.5'])('a day’s tokens of %s are refused in a sentence', (tokens) => {
  expect(() => readLlmConfig({ OPENAI_API_KEY: 'sk-1', ROLEFIT_LLM_DAILY_TOKENS: tokens })).toThrow(
    /^ROLEFIT_LLM_DAILY_TOKENS must be/,
  );
});

test.each([
  'http://llm.example/v1',
  'https://user:secret@llm.example/v1',
  'http://169.254.169.254/latest',
  'https://169.254.169.254/latest',
  'https://[::ffff:169.254.169.254]/latest',
  'http://2852039166/latest',
  'http://metadata/computeMetadata',
  'https://metadata.google.internal./computeMetadata',
  'http://metadata.google.internal/v1',
  'http://[fe80::1]/v1',
  'file:///etc/passwd',
  'llm.example',
])('%s is no address for a language model', (address) => {
  expect(() => readLlmConfig({ OPENAI_BASE_URL: address })).toThrow(
    /^OPENAI_BASE_URL must be an https address/,
  );
});

test.each([
  'http://127.0.0.1:8080/v1',
  'http://10.0.0.7/v1',
  'http://[::1]:8080/v1',
  'http://ollama:11434/v1',
])('%s is one, on this machine or network', (address) => {
  expect(readLlmConfig({ OPENAI_BASE_URL: address })?.baseUrl).toBe(address);
});
