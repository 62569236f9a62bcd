import type { PageState } from '../../page-state.ts';
import type { Change } from './model.ts';

/** What the local Slack answered to something the person did. */
export type Answer =
  | { readonly ok: true; readonly [name: string]: unknown }
  | { readonly ok: false; readonly sentence: string; readonly errors?: Readonly<Record<string, string>> };

const OUT_OF_REACH = 'The local Slack does not answer. Is it still running?';

/** Tells the local Slack what the person did. Never rejects. */
export const post = (kind: string, body: object): Promise<Answer> =>
  answerTo(`/page/${kind}`, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Uploads a file that the person chose; the answer has its id in `file`. Never rejects. */
export const postFile = (user: string, file: File): Promise<Answer> =>
  answerTo(`/page/attach?${new URLSearchParams({ user, name: file.name })}`, { body: file });

async function answerTo(address: string, request: RequestInit): Promise<Answer> {
  try {
    const answer = await fetch(address, { method: 'POST', ...request });
    return (await answer.json()) as Answer;
  } catch {
    return { ok: false, sentence: OUT_OF_REACH };
  }
}

/** What a person sees; undefined when there is no such person. */
export async function fetchState(user: string | undefined): Promise<PageState | undefined> {
  const answer = await fetch(`/page/state${user === undefined ? '' : `?user=${encodeURIComponent(user)}`}`);
  return answer.ok ? ((await answer.json()) as PageState) : undefined;
}

export interface Listener {
  readonly change: (change: Change) => void;
  /** Everything has to be asked for again: news may have been missed before, or it is too much to tell. */
  readonly anew: () => void;
}

/** Listens to a person's news. Returns the way to stop. */
export function listen(user: string, { change, anew }: Listener): () => void {
  const news = new EventSource(`/page/news?user=${encodeURIComponent(user)}`);
  const on = (name: string, take: (data: never) => Change): void =>
    news.addEventListener(name, ({ data }: MessageEvent<string>) => change(take(JSON.parse(data) as never)));
  on('message', (data: object) => ({ type: 'message', ...data }) as Change);
  on('view', (data: object) => ({ type: 'view', ...data }) as Change);
  on('session', (session) => ({ type: 'session', session }));
  on('prompts', (prompts) => ({ type: 'prompts', prompts }));
  on('journal', (entry) => ({ type: 'journal', entry }));
  news.addEventListener('anew', anew);
  news.addEventListener('open', anew);
  news.addEventListener('error', () => change({ type: 'away' }));
  return () => news.close();
}
