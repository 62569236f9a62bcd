import { ConfigError } from './config.ts';
import { KnowledgeError } from './knowledge/yaml-source.ts';
import { causesOf, slackCodeOf } from './ops/errors.ts';
import { PageNotBuilt } from './playground/page-files.ts';
import { StoreError } from './store/errors.ts';

/** What the Slack client calls it when there was no answer, or none that a Slack gives. */
const OUT_OF_REACH = ['slack_webapi_request_error', 'slack_webapi_http_error'];

/**
 * What to tell whoever started us when we cannot run, or no longer: one sentence, and the remedy where we know it.
 * `otherwise` is said of errors that are not known here.
 */
export function whyNot(error: unknown, otherwise: string): string {
  if (error instanceof ConfigError || error instanceof StoreError || error instanceof PageNotBuilt)
    return error.message;
  if (error instanceof KnowledgeError) return 'The knowledge has faults. See them with: npm run knowledge';
  const causes = causesOf(error);
  for (const { code, port } of causes as readonly { code?: unknown; port?: unknown }[]) {
    if (code === 'EADDRINUSE') return `Port ${port} is taken. Set PORT to another; 0 takes any free one.`;
    if (code === 'EACCES') return `Port ${port} is not allowed. Set PORT to one above 1024.`;
    if (OUT_OF_REACH.includes(String(code)))
      return 'Slack cannot be reached. Check the network, and SLACK_API_URL if it is set.';
  }
  const said = causes.map(slackCodeOf).find((code) => code !== undefined);
  if (said !== undefined)
    return `Slack refused to let Rolefit in (${said}). Check SLACK_BOT_TOKEN and SLACK_APP_TOKEN.`;
  return otherwise;
}
