/** Words between two marks; a mark ends the search for its other, so that the time it takes grows with the text alone. */
const MARKED =
  /(^|[\s(])(?:\*([^\s*](?:[^\n*]*[^\s*])?)\*|_([^\s_](?:[^\n_]*[^\s_])?)_|~([^\s~](?:[^\n~]*[^\s~])?)~)(?=$|[\s).,;:!?])/gm;

/**
 * The words of a Slack message as a person reads them: user mentions become "this person" (names must never matter),
 * channels and links their labels, broadcasts disappear, formatting marks are taken off and Slack's escapes undone.
 */
export function plainText(slackText: string, botUserId?: string): string {
  return slackText
    .replace(/<([^<>]*)>/g, (_, inside: string) => wordsOf(inside, botUserId))
    .replace(/```|`/g, '')
    .replace(MARKED, '$1$2$3$4')
    .replace(/^(?:&gt;|>)\s?/gm, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

function wordsOf(inside: string, botUserId: string | undefined): string {
  const [target = '', label] = inside.split('|', 2);
  if (target.startsWith('@')) return target.slice(1) === botUserId ? '' : 'this person';
  if (target.startsWith('!')) return '';
  if (target.startsWith('#')) return label ?? '';
  return label ?? target.replace(/^mailto:/, '');
}
