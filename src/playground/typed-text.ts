import type { Workspace } from './workspace.ts';

const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Replaces the three characters that mean something in Slack's text. */
export const escapeText = (text: string): string => text.replace(/[&<>]/g, (sign) => escaped[sign] ?? sign);

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * What a person typed, as Slack hands it on: `&`, `<` and `>` escaped; the names after @ and # made mentions; addresses
 * made links. A mention of a known user in Slack's own writing (`<@U…>`), as pasted, stays one.
 */
export function typedText(typed: string, workspace: Workspace): string {
  const mentions = new Map<string, string>();
  for (const user of workspace.users) {
    mentions.set(`@${user.realName}`.toLowerCase(), `<@${user.id}>`);
    mentions.set(`@${user.name}`.toLowerCase(), `<@${user.id}>`);
    mentions.set(`<@${user.id}>`.toLowerCase(), `<@${user.id}>`);
  }
  for (const channel of workspace.channels) {
    if (channel.kind === 'channel') mentions.set(`#${channel.name}`, `<#${channel.id}|${channel.name}>`);
  }
  for (const many of ['channel', 'here', 'everyone']) mentions.set(`@${many}`, `<!${many}>`);
  const names = [...mentions.keys()].sort((a, b) => b.length - a.length).map(quoted);
  const pattern = new RegExp(`(${names.join('|')})(?![\\w-])|https?://[^\\s<>|]+|[&<>]`, 'gi');
  return typed.replace(pattern, (found, name: string | undefined, at: number) => {
    const before = typed[at - 1] ?? ' ';
    if (name !== undefined)
      return /[\w]/.test(before) ? escapeText(name) : (mentions.get(name.toLowerCase()) ?? name);
    return found.length > 1 ? `<${escapeText(found)}>` : escapeText(found);
  });
}
