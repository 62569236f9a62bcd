import { randomBytes } from 'node:crypto';

/** The secrets that the installed app shares with this Slack; new ones each time, as no one else may know them. */
export interface Credentials {
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
}

const secret = (bytes: number): string => randomBytes(bytes).toString('hex');

export const newCredentials = (): Credentials => ({
  botToken: `xoxb-local-${secret(12)}`,
  appToken: `xapp-1-local-${secret(12)}`,
  signingSecret: secret(16),
});
