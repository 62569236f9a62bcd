import { Fragment, type ReactNode } from 'react';
import { usePage } from '../store/page-context.tsx';
import { withEmoji } from './emoji.ts';

/* Slack's mrkdwn. What people wrote only ever becomes text, so that nothing of it can become HTML. */

const plain = (text: string): string =>
  withEmoji(text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));

const PATTERN =
  /```([\s\S]+?)```|`([^`\n]+)`|<([^<>\n]+)>|(?<![\w*])\*(?!\s)([^*\n]+?)(?<!\s)\*(?![\w*])|(?<!\w)_(?!\s)([^_\n]+?)(?<!\s)_(?!\w)|(?<!\w)~(?!\s)([^~\n]+?)(?<!\s)~(?!\w)/g;

type NameOf = (id: string) => string | undefined;

/** A date in the reader's own zone; `format` has Slack's tokens. */
function dateText(seconds: string, format: string): string {
  const at = new Date(Number(seconds) * 1000);
  const day = at.toLocaleDateString([], { dateStyle: 'long' });
  const time = at.toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' });
  return format
    .replace(/\{date(_\w+)?\}/g, day)
    .replace(/\{time(_\w+)?\}/g, time)
    .replace(/\{ago\}/g, `${day}, ${time}`);
}

/** Where a link may lead. */
export const isSafeLink = (target: string): boolean => /^(https?|mailto):/i.test(target);

function reference(inside: string, nameOf: NameOf): ReactNode {
  const [target = '', label] = inside.split('|');
  const [sign, id] = [target[0], target.slice(1)];
  if (sign === '@' || sign === '#')
    return <span className="mention">{`${sign}${nameOf(id) ?? label ?? id}`}</span>;
  if (target.startsWith('!date^')) {
    const [, seconds = '', format = ''] = target.split('^');
    return <time>{dateText(seconds, format)}</time>;
  }
  if (sign === '!') return <span className="mention">{label ?? `@${id}`}</span>;
  if (!isSafeLink(target)) return plain(`<${inside}>`);
  return (
    <a href={plain(target)} target="_blank" rel="noreferrer">
      {plain(label ?? target)}
    </a>
  );
}

function marked(match: RegExpExecArray, nameOf: NameOf): ReactNode {
  const [, pre, code, inside, strong, em, del] = match;
  if (pre !== undefined) return <pre>{plain(pre.replace(/^\n|\n$/g, ''))}</pre>;
  if (code !== undefined) return <code>{plain(code)}</code>;
  if (inside !== undefined) return reference(inside, nameOf);
  if (strong !== undefined) return <strong>{nodes(strong, nameOf)}</strong>;
  if (em !== undefined) return <em>{nodes(em, nameOf)}</em>;
  return <del>{nodes(del ?? '', nameOf)}</del>;
}

function nodes(text: string, nameOf: NameOf): ReactNode {
  const found: ReactNode[] = [];
  let at = 0;
  for (const match of text.matchAll(PATTERN)) {
    found.push(plain(text.slice(at, match.index)));
    found.push(<Fragment key={match.index}>{marked(match, nameOf)}</Fragment>);
    at = match.index + match[0].length;
  }
  found.push(plain(text.slice(at)));
  return found;
}

/** The name of a user or channel by its id. */
export function useNames(): NameOf {
  const { state } = usePage().model;
  return (id) =>
    state.users.find((one) => one.id === id)?.realName ?? state.channels.find((one) => one.id === id)?.name;
}

/** A text with its quoted lines (`> …`) set apart. */
export function Mrkdwn({ text }: { readonly text: string }) {
  const nameOf = useNames();
  const parts = text.split(/((?:^(?:&gt;|>) ?.*(?:\n|$))+)/m).filter((part) => part !== '');
  return parts.map((part, at) => {
    const key = `${at}`;
    return /^(&gt;|>)/.test(part) ? (
      <blockquote key={key}>{nodes(part.replace(/^(&gt;|>) ?/gm, '').trimEnd(), nameOf)}</blockquote>
    ) : (
      <span key={key} className="text">
        {nodes(part, nameOf)}
      </span>
    );
  });
}
