import type { PageState } from '../../page-state.ts';

/** Something that could be meant by what is being typed. */
export interface Completion {
  readonly insert: string;
  readonly words: string;
  readonly about: string;
}

/** What could be meant, and which part of the text it would replace. */
export interface Completions {
  readonly from: number;
  readonly to: number;
  readonly offers: readonly Completion[];
}

/** No more are offered at once. */
const MOST = 8;

const begins = (text: string, typed: string): boolean =>
  text
    .toLowerCase()
    .split(/[\s.]/)
    .some((word) => word.startsWith(typed)) || text.toLowerCase().startsWith(typed);

const INVITE = {
  command: '/invite',
  description: 'Bring somebody, or the app, into this channel',
  usage_hint: '@name',
};

function commands(state: PageState, typed: string): readonly Completion[] {
  return [...state.app.commands, INVITE]
    .filter(({ command }) => command.startsWith(typed) && command !== typed)
    .map(({ command, description, usage_hint: hint }) => ({
      insert: `${command} `,
      words: `${command} ${hint}`,
      about: description,
    }));
}

function people(state: PageState, typed: string): readonly Completion[] {
  return state.users
    .filter(({ realName, name, isDeleted }) => !isDeleted && (begins(realName, typed) || begins(name, typed)))
    .map(({ realName, title, isBot }) => ({
      insert: `@${realName} `,
      words: realName,
      about: isBot ? 'App' : title,
    }));
}

const channels = (state: PageState, typed: string): readonly Completion[] =>
  state.channels
    .filter(({ kind, name }) => kind === 'channel' && begins(name, typed))
    .map(({ name }) => ({ insert: `#${name} `, words: `#${name}`, about: '' }));

/** What is offered while the caret stands at `caret`: commands at the beginning, people after @, channels after #. */
export function completionsFor(text: string, caret: number, state: PageState): Completions | undefined {
  const before = text.slice(0, caret);
  const word = /(^|\s)([@#/])([\p{L}\p{N}._-]*)$/u.exec(before);
  if (word === null) return undefined;
  const [, space = '', sign = '', typed = ''] = word;
  const from = word.index + space.length;
  if (sign === '/' && from > 0) return undefined;
  const wanted = typed.toLowerCase();
  const found =
    sign === '/'
      ? commands(state, `/${wanted}`)
      : sign === '@'
        ? people(state, wanted)
        : channels(state, wanted);
  const offers = found.slice(0, MOST);
  return offers.length === 0 ? undefined : { from, to: caret, offers };
}

/** The hint to a command that is being written: what may come after it. */
export function hintFor(text: string, { app }: PageState): string | undefined {
  const [name = ''] = text.split(/\s/);
  const found = [...app.commands, INVITE].find(({ command }) => command === name);
  return found && `${found.command} ${found.usage_hint} · ${found.description}`;
}
