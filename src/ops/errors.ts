/** No error of ours or of a library is wrapped deeper. */
const DEEPEST = 6;

/** An error and what is inside it, outermost first: Bolt and Slack's client wrap what went wrong in errors of their own. */
export function causesOf(error: unknown): readonly Error[] {
  const chain: Error[] = [];
  for (let inner = error; inner instanceof Error && chain.length < DEEPEST; inner = insideOf(inner))
    chain.push(inner);
  return chain;
}

function insideOf(error: Error & { original?: unknown; originals?: unknown }): unknown {
  const [first]: unknown[] = Array.isArray(error.originals) ? error.originals : [];
  return error.original ?? first ?? error.cause;
}

/** For the log: what lies at the bottom of an error, and the names of what it came wrapped in, outermost first. */
export function describeError(error: unknown): object {
  const causes = causesOf(error);
  const cause = causes.at(-1);
  if (cause === undefined) return { name: typeof error };
  return {
    name: nameOf(cause),
    code: 'code' in cause ? cause.code : undefined,
    slack: slackCodeOf(cause),
    message: safeMessage(cause),
    within: causes.slice(0, -1).map(nameOf),
    stack: framesOf(cause),
  };
}

/** Errors whose messages are sentences of ours or of Slack's client, or of the system: no words of a person get in. */
const OWN =
  /^(?:WebAPI\w*|StoreError|PosterError|ResponseUrlError|KnowledgeError|ConfigError|UnreadableDocument|ServiceFailure|NotInstalled)$/;
/** The runtime's own errors; what they quote may be a person's words. */
const RUNTIME = /^(?:TypeError|RangeError|ReferenceError)$/;

/**
 * The message of an error as far as it may stand in a log. Any library may put into one what it choked on (`JSON.parse` does), so
 * that of errors we do not know only the name is told, with the frames that say where.
 */
export function safeMessage(error: Error): string {
  const name = nameOf(error);
  const code = 'code' in error ? String(error.code) : '';
  if (OWN.test(name) || /^(?:slack_|E[A-Z]+$)/.test(code)) return masked(error.message);
  if (RUNTIME.test(name)) return masked(error.message.replace(/(["'`]).*\1/gs, '$1…$1').slice(0, 200));
  return '(left out)';
}

/** A text without Slack's tokens. */
export const masked = (text: string): string => text.replace(/x(?:ox|app)[a-z]?[-.][\w.-]+/g, '(token)');

/** Where an error comes from, without its message. */
const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^ {4}at .*(?::\d+:\d+\)?|<anonymous>\)?|native\)?)$/.test(line))
    .join('\n');

/** Some of Bolt's errors have no name but that of their class. */
const nameOf = (error: Error): string => (error.name === 'Error' ? error.constructor.name : error.name);

/** Slack's own word for a refusal. */
export function slackCodeOf(error: Error): string | undefined {
  const data = 'data' in error ? error.data : undefined;
  const code = typeof data === 'object' && data !== null && 'error' in data ? data.error : undefined;
  return typeof code === 'string' ? code : undefined;
}
