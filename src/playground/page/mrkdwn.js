// Slack's mrkdwn as DOM nodes. Text only ever becomes text nodes, so nothing a person wrote can become HTML.

const plain = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** An element with children, strings among them. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, '');
    else if (value !== false && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

const PATTERN =
  /```([\s\S]+?)```|`([^`\n]+)`|<([^<>\n]+)>|(?<![\w*])\*(?!\s)([^*\n]+?)(?<!\s)\*(?![\w*])|(?<!\w)_(?!\s)([^_\n]+?)(?<!\s)_(?!\w)|(?<!\w)~(?!\s)([^~\n]+?)(?<!\s)~(?!\w)/g;

function reference(inside, names) {
  const [target, label] = inside.split('|');
  if (target.startsWith('@') || target.startsWith('#')) {
    const name = names.get(target.slice(1)) ?? label ?? target.slice(1);
    return element('span', { class: 'mention' }, target[0] + name);
  }
  if (target.startsWith('!')) return element('span', { class: 'mention' }, label ?? `@${target.slice(1)}`);
  if (!/^(https?|mailto):/.test(target)) return plain(`<${inside}>`);
  return element('a', { href: plain(target), target: '_blank', rel: 'noreferrer' }, plain(label ?? target));
}

/** The nodes of one text; `names` gives the name of a user's or channel's id. */
export function mrkdwn(text, names) {
  const nodes = [];
  let at = 0;
  for (const match of text.matchAll(PATTERN)) {
    nodes.push(plain(text.slice(at, match.index)));
    const [whole, pre, code, inside, strong, em, del] = match;
    if (pre !== undefined) nodes.push(element('pre', {}, plain(pre)));
    else if (code !== undefined) nodes.push(element('code', {}, plain(code)));
    else if (inside !== undefined) nodes.push(reference(inside, names));
    else if (strong !== undefined) nodes.push(element('strong', {}, ...mrkdwn(strong, names)));
    else if (em !== undefined) nodes.push(element('em', {}, ...mrkdwn(em, names)));
    else nodes.push(element('del', {}, ...mrkdwn(del, names)));
    at = match.index + whole.length;
  }
  nodes.push(plain(text.slice(at)));
  return nodes.filter((node) => node !== '');
}

/** A text with its quoted lines (`> …`) set apart. */
export function paragraphs(text, names) {
  const parts = text.split(/((?:^(?:&gt;|>) ?.*(?:\n|$))+)/m).filter((part) => part !== '');
  return parts.map((part) =>
    /^(&gt;|>)/.test(part)
      ? element('blockquote', {}, ...mrkdwn(part.replace(/^(&gt;|>) ?/gm, '').trimEnd(), names))
      : element('span', { class: 'text' }, ...mrkdwn(part, names)),
  );
}
