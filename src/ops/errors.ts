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
    message: cause.message,
    within: causes.slice(0, -1).map(nameOf),
    stack: cause.stack,
  };
}

/** Some of Bolt's errors have no name but that of their class. */
const nameOf = (error: Error): string => (error.name === 'Error' ? error.constructor.name : error.name);

/** Slack's own word for a refusal. */
export function slackCodeOf(error: Error): string | undefined {
  const data = 'data' in error ? error.data : undefined;
  const code = typeof data === 'object' && data !== null && 'error' in data ? data.error : undefined;
  return typeof code === 'string' ? code : undefined;
}
