/* Where the app listens over HTTP. */

/** Slack's events, commands and interactions are posted here. */
export const EVENTS_PATH = '/slack/events';
/** Where people begin to install the app. */
export const INSTALL_PATH = '/slack/install';
/** Where Slack sends them back. */
export const REDIRECT_PATH = '/slack/oauth_redirect';
