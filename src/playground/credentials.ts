import { randomBytes } from 'node:crypto';

/** The secrets that the app shares with this Slack; new ones each time, as no one else may know them. */
export interface Credentials {
  /** Of the first workspace, where the app is installed already. */
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const secret = (bytes: number): string => randomBytes(bytes).toString('hex');

export const newBotToken = (): string => `xoxb-local-${secret(12)}`;
export const newRefreshToken = (): string => `xoxe-1-local-${secret(12)}`;
/** What a browser carries from Slack to the app, to be exchanged for a token. */
export const newCode = (): string => secret(16);

export const newCredentials = (): Credentials => ({
  botToken: newBotToken(),
  appToken: `xapp-1-local-${secret(12)}`,
  signingSecret: secret(16),
  clientId: `1234567890.${secret(6)}`,
  clientSecret: secret(16),
});
