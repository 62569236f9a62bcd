/**
 * The words of a Slack message as a person reads them: user mentions become "this person" (names must never matter),
 * channels and links their labels, broadcasts disappear, formatting marks are taken off and Slack's escapes undone.
 */
export function plainText(slackText: string, botUserId?: string): string {
  return slackText
    .replace(/<([^<>]*)>/g, (_, inside: string) => wordsOf(inside, botUserId))
    .replace(/```|`/g, '')
    .replace(/(^|[\s(])([*_~])(\S(?:[^\n]*?\S)?)\2(?=$|[\s).,;:!?])/gm, '$1$3')
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
