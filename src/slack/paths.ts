/* Where the app listens over HTTP. */

/** Slack's events, commands and interactions are posted here. */
export const EVENTS_PATH = '/slack/events';
/** Where people begin to install the app. */
export const INSTALL_PATH = '/slack/install';
/** Where Slack sends them back. */
export const REDIRECT_PATH = '/slack/oauth_redirect';

/** One of them at an address, which may have a path of its own in front. */
export const urlAt = (address: string, path: string): string =>
  `${address.replace(/(?<!\/)\/+$/, '')}${path}`;

/** The way from one page of the installation to its first, whatever stands in front of their paths. */
export const INSTALL_LINK = 'install';
