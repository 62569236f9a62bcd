import { distance } from 'fastest-levenshtein';

/** Something that can stand after `/rolefit`, as the help shows it. */
interface Subcommand {
  /** One word or several, in small letters. */
  name: string;
  usage: string;
  /** What it does, in a few words. */
  does: string;
}

/** All subcommands, in the order of the help; listeners/commands.ts says what each does. */
export const SUBCOMMANDS = [
  {
    name: 'check',
    usage: 'check <description>',
    does: 'check a situation; without a description, by a form',
  },
  {
    name: 'person',
    usage: 'person @someone <their work>',
    does: "check a person's work, for your eyes alone",
  },
  { name: 'job', usage: 'job <description>', does: 'check whether a job is what its title says' },
  { name: 'ask', usage: 'ask <question>', does: 'answer a question about the two roles' },
  {
    name: 'why',
    usage: 'why <verdict>',
    does: 'show a verdict again, with every reason; your latest without its code',
  },
  { name: 'whatif', usage: 'whatif <verdict>', does: 'change the facts of a verdict, and compare' },
  {
    name: 'team',
    usage: 'team',
    does: 'say who owns what in your team, and see what nobody owns (`team gaps`)',
  },
  {
    name: 'team check',
    usage: 'team check @someone @another …',
    does: 'ask several people the same questions, each unseen by the others',
  },
  { name: 'digest', usage: 'digest', does: 'set up the weekly digest of your team in a channel' },
  { name: 'settings', usage: 'settings', does: 'see the settings; admins and managers change them' },
  { name: 'forget me', usage: 'forget me', does: 'erase what is kept about you' },
  { name: 'help', usage: 'help', does: 'show this' },
] as const satisfies readonly Subcommand[];
export type SubcommandName = (typeof SUBCOMMANDS)[number]['name'];

/** What `/rolefit ...` was meant as: a subcommand with the rest of the text, a near miss of one, or a text to read. */
export type Meant<Name extends string> =
  | { kind: 'subcommand'; name: Name; rest: string }
  | { kind: 'misspelt'; nearest: Name; rest: string }
  | { kind: 'text'; text: string };

/** A misspelt subcommand is followed by this many words at most; what goes on longer is somebody telling something. */
const MOST_WORDS_AFTER_MISSPELT = 2;

/**
 * Reads what stands after the slash command. Names may have several words ("forget me"); the longest that fits counts.
 * Nothing at all is the text ''.
 */
export function meantBy<Name extends string>(text: string, names: readonly Name[]): Meant<Name> {
  const words = text.trim().split(/\s+/);
  const startsWith = (name: string): boolean => name.split(' ').every((word, at) => same(words[at], word));
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const named = longestFirst.find(startsWith);
  if (named !== undefined) return { kind: 'subcommand', name: named, rest: after(text, named) };
  const typed = words.join(' ').toLowerCase();
  const near = longestFirst.find((name) => isNear(words, name) || name.startsWith(`${typed} `));
  return near === undefined
    ? { kind: 'text', text: text.trim() }
    : { kind: 'misspelt', nearest: near, rest: after(text, near) };
}

const same = (typed: string | undefined, word: string): boolean =>
  typed?.toLowerCase().replace(/:$/, '') === word;

/** The text without its first words, as many as the name has; line breaks in it stay. */
const after = (text: string, name: string): string =>
  name
    .split(' ')
    .reduce((rest) => rest.replace(/^\S+\s*/, ''), text.trim())
    .trim();

function isNear(words: readonly string[], name: string): boolean {
  const count = name.split(' ').length;
  const typed = words.slice(0, count).join(' ').toLowerCase();
  const allowed = name.length < 5 ? 1 : 2;
  if (words.length > count + MOST_WORDS_AFTER_MISSPELT) return false;
  return distance(typed, name) <= allowed || isSwapped(typed, name);
}

/** Two neighbours typed in the wrong order are one slip. */
const isSwapped = (typed: string, name: string): boolean => {
  const at = [...name].findIndex((letter, index) => letter !== typed[index]);
  const swapped = `${name.slice(0, at)}${name[at + 1] ?? ''}${name[at] ?? ''}${name.slice(at + 2)}`;
  return at >= 0 && typed === swapped;
};
