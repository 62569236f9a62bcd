/**
 * Whether an address that came in a payload is Slack's: https at slack.com or where the Web API is, such as slack-gov.com; or
 * the Web API's own origin, such as that of a local Slack. What is secret or private goes nowhere else.
 */
export function isSlacks(url: string, webApiUrl = 'https://slack.com/api/'): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin, username, password } = new URL(url);
  const webApi = new URL(webApiUrl);
  if (username !== '' || password !== '') return false;
  const isWithin = (domain: string): boolean => hostname === domain || hostname.endsWith(`.${domain}`);
  if (protocol === 'https:' && isWithin('slack.com')) return true;
  if (protocol === 'https:' && webApi.protocol === 'https:' && isWithin(webApi.hostname)) return true;
  return origin === webApi.origin;
}
