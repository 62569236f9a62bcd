import { onTestFinished } from 'vitest';
import { pingIn, type Watch } from './watch.ts';

/** What is asked of the answers to a workspace: that they hold no word of another. */
export interface Marks {
  /** Where the app is, for the local Slack. */
  appUrl?: string;
  /** The word of each workspace, by its team. */
  marks: ReadonlyMap<string, string>;
  /** The team that a token or an address for answers is for, if it is known. */
  teamOf(what: { token: string; url: string }): string | undefined;
}

/** Looks at everything that the app sends, until the test ends. */
export function watchOutgoing(watch: Watch, slackUrls: readonly string[], { marks, teamOf, appUrl }: Marks) {
  const real = globalThis.fetch;
  let underWay = 0;
  let last = performance.now();
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    underWay += 1;
    try {
      // The local Slack tells the app of what the app posts.
      if (appUrl !== undefined && url.startsWith(appUrl)) return await real(input, init);
      if (!slackUrls.some((slack) => url.startsWith(slack))) watch.find('address', url);
      const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : {}));
      const body = await bodyOf(init?.body);
      const told = read(body, headers.get('content-type') ?? '');
      if (/\/(?:chat|response)/.test(new URL(url).pathname)) {
        const ping = pingIn(told);
        if (ping !== undefined) watch.find('ping', `${new URL(url).pathname}: ${ping}`);
      }
      const team = teamOf({ token: (headers.get('authorization') ?? '').replace(/^Bearer /, ''), url });
      for (const [owner, mark] of marks)
        if (team !== undefined && owner !== team && body.includes(mark))
          watch.find('leak', `${url} for ${team} holds ${mark}: ${body.slice(0, 500)}`);
      const response = await real(input, init);
      const answer = await response.clone().text();
      // What is updated goes back with the blocks that the payload said it had.
      if (
        !url.endsWith('chat.update') &&
        answer.includes('"ok":false') &&
        REFUSED.test(answer) &&
        !BY_IDS.test(answer)
      )
        watch.find('refused', `${url}: ${answer.slice(0, 600)} for ${body.slice(0, 3_000)}`);
      return response;
    } finally {
      underWay -= 1;
      last = performance.now();
    }
  };
  onTestFinished(() => {
    globalThis.fetch = real;
  });
  return {
    real,
    /** Resolves when the app has sent nothing for a moment. */
    async quiet(): Promise<void> {
      do await new Promise((resolve) => setTimeout(resolve, 15));
      while (underWay > 0 || performance.now() - last < 15);
    },
  };
}

/** What Slack's own ids, which are short, never bring about. */
const BY_IDS = /missing required field|private_metadata/;

/** Slack's words for what we made wrongly ourselves. */
const REFUSED =
  /"error":"(?:invalid_blocks|invalid_view|invalid_attachments|msg_\w*too_long|view_too_large)|must be|must have/;

async function bodyOf(body: unknown): Promise<string> {
  if (body === undefined || body === null) return '';
  return typeof body === 'string' || body instanceof URLSearchParams
    ? String(body)
    : new Response(body as ConstructorParameters<typeof Response>[0]).text();
}

/** A body as the data that it tells; forms have JSON in their fields. */
function read(body: string, type: string): unknown {
  if (type.includes('json')) return parsed(body);
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [
      key,
      key === 'blocks' || key === 'view' ? parsed(value) : value,
    ]),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
