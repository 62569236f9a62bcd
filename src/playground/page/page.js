import { drawBlocks } from './blocks.js';
import { element, paragraphs } from './mrkdwn.js';

const at = (id) => document.getElementById(id);

let state;
let open = { channel: undefined, thread: undefined };
const messages = new Map();
const unread = new Set();
let news;

const key = ({ channel, ts }) => `${channel}:${ts}`;
const query = () => new URLSearchParams(location.search);
const names = () =>
  new Map([
    ...state.users.map((user) => [user.id, user.realName]),
    ...state.channels.map((one) => [one.id, one.name]),
  ]);
const nameOf = (channel) => (channel.kind === 'im' ? state.app.name : `# ${channel.name}`);
const channelOpen = () => state.channels.find((channel) => channel.id === open.channel);

function tell(sentence) {
  at('status').hidden = sentence === undefined;
  at('status').textContent = sentence ?? '';
}

/** Posts what the person did. Resolves with why it did not work; undefined when it did. */
async function act(kind, body) {
  try {
    const answer = await fetch(`/page/${kind}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: state.me, ...body }),
    });
    const { ok, sentence } = await answer.json();
    const fault = ok ? undefined : sentence;
    tell(fault);
    return fault;
  } catch {
    const fault = 'The local Slack does not answer. Is it still running?';
    tell(fault);
    return fault;
  }
}

function drawMessage(message, { inThread }) {
  const user = state.users.find((one) => one.id === message.user);
  const time = new Date(Number(message.ts) * 1000);
  const press = (button) => act('click', { channel: message.channel, ts: message.ts, button });
  const replies = [...messages.values()].filter(
    (one) => one.threadTs === message.ts && one.ts !== message.ts && !one.onlyFor,
  );
  const threadLink = `${replies.length} ${replies.length === 1 ? 'reply' : 'replies'}`;
  return element(
    'li',
    { class: message.onlyFor ? 'message private' : 'message', 'data-ts': message.ts },
    element(
      'span',
      { class: user?.isBot ? 'avatar bot' : 'avatar', 'aria-hidden': 'true' },
      (user?.realName ?? '?')[0],
    ),
    element(
      'div',
      { class: 'body' },
      ...(message.onlyFor ? [element('p', { class: 'only' }, 'Only visible to you')] : []),
      element(
        'p',
        { class: 'by' },
        element('strong', {}, user?.realName ?? message.user),
        ...(user?.isBot ? [element('span', { class: 'badge' }, 'APP')] : []),
        element(
          'time',
          { datetime: time.toISOString() },
          time.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }),
        ),
      ),
      element(
        'div',
        { class: 'content' },
        ...(message.blocks?.length
          ? drawBlocks(message.blocks, { names: names(), press })
          : paragraphs(message.text, names())),
      ),
      ...(inThread || message.onlyFor
        ? []
        : [
            element(
              'button',
              {
                type: 'button',
                class: replies.length > 0 ? 'thread-link' : 'thread-link faint',
                onclick: () => openThread(message.ts),
              },
              replies.length > 0 ? threadLink : 'Reply in thread',
            ),
          ]),
    ),
  );
}

/** How far from its end a list may be scrolled and still follow what comes, in px. */
const NEAR_END = 40;

/** Draws a list anew; it goes to its end when it was there, or is told to. */
function drawList(list, shown, { toEnd, ...options }) {
  const { scrollTop, scrollHeight, clientHeight } = list;
  const wasAtEnd = scrollHeight - scrollTop - clientHeight < NEAR_END;
  list.replaceChildren(...shown.map((message) => drawMessage(message, options)));
  list.scrollTop = toEnd || wasAtEnd ? list.scrollHeight : scrollTop;
}

/** Draws everything. `toEnd` names the list that goes to its end wherever it stands: "messages" or "replies". */
function draw(toEnd) {
  const channel = channelOpen();
  const sorted = [...messages.values()]
    .filter((one) => one.channel === open.channel)
    .sort((a, b) => (a.ts < b.ts ? -1 : 1));
  at('team').textContent = state.team.name;
  at('channel').textContent = nameOf(channel);
  at('channels').replaceChildren(
    ...state.channels.map((one) =>
      element(
        'li',
        {},
        element(
          'button',
          {
            type: 'button',
            class: unread.has(one.id) ? 'channel unread' : 'channel',
            'aria-current': one.id === open.channel ? 'page' : undefined,
            onclick: () => show(one.id),
          },
          nameOf(one),
        ),
      ),
    ),
  );
  drawList(
    at('messages'),
    sorted.filter((one) => !one.threadTs || one.threadTs === one.ts),
    { inThread: false, toEnd: toEnd === 'messages' },
  );
  if (sorted.length === 0) at('messages').append(emptyState(channel));
  at('thread').hidden = open.thread === undefined;
  if (open.thread) {
    drawList(
      at('replies'),
      sorted.filter((one) => one.ts === open.thread || one.threadTs === open.thread),
      { inThread: true, toEnd: toEnd === 'replies' },
    );
  }
}

function emptyState(channel) {
  const examples =
    channel.kind === 'im' ? state.examples.map((text) => text.replace(/^\/\S+ /, '')) : state.examples;
  return element(
    'li',
    { class: 'empty' },
    element(
      'p',
      {},
      channel.kind === 'im'
        ? `This is your conversation with ${state.app.name}. Try:`
        : 'Nothing here yet. Try:',
    ),
    ...examples.map((text) =>
      element(
        'button',
        {
          type: 'button',
          class: 'example',
          onclick: () => {
            const box = at('composer').querySelector('textarea');
            box.value = text;
            box.dispatchEvent(new Event('input'));
            box.focus();
          },
        },
        text,
      ),
    ),
  );
}

function show(channel) {
  open = { channel, thread: undefined };
  unread.delete(channel);
  history.replaceState(null, '', `?${new URLSearchParams({ user: state.me, channel })}`);
  at('composer').setAttribute('aria-label', `Message ${nameOf(channelOpen())}`);
  tell(undefined);
  draw('messages');
  at('composer').querySelector('textarea').focus();
}

function openThread(ts) {
  open = { ...open, thread: ts };
  draw('replies');
  at('thread-composer').querySelector('textarea').focus();
}

function closeThread() {
  open = { ...open, thread: undefined };
  draw();
  at('composer').querySelector('textarea').focus();
}

/** The messages that are under way: each is sent when the one before it has arrived. */
let sending = Promise.resolve();

/** A text box that sends with Enter; Shift+Enter begins a line. One may write on while a message is under way. */
function fillComposer(form, { label, place }) {
  const hint = element('p', { class: 'hint', hidden: true });
  const box = element('textarea', { rows: '2', 'aria-label': label, placeholder: label });
  const send = element('button', { type: 'submit', class: 'button primary' }, 'Send');
  const fill = (text) => {
    box.value = text;
    box.dispatchEvent(new Event('input'));
  };
  box.addEventListener('input', () => {
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight}px`;
    const command = state.app.commands.find(
      (one) => box.value.startsWith('/') && one.command.startsWith(box.value.split(/\s/)[0]),
    );
    hint.hidden = command === undefined;
    hint.textContent = command ? `${command.command} ${command.usage_hint} · ${command.description}` : '';
  });
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = box.value;
    if (text.trim() === '') return;
    const body = { user: state.me, text, ...place() };
    fill('');
    box.focus();
    sending = sending.then(async () => {
      const fault = await act('type', body);
      if (fault === undefined) return;
      if (box.value === '') fill(text);
      else tell(`${fault} Not sent: “${text}”`);
    });
  });
  form.replaceChildren(hint, box, send);
}

/** What is new moves a list to its end when it is the person's own, or for them alone. */
function take({ kind, message }) {
  if (kind === 'removed') messages.delete(key(message));
  else messages.set(key(message), message);
  const isReply = message.threadTs && message.threadTs !== message.ts;
  if (message.channel !== open.channel) unread.add(message.channel);
  else if (isReply && open.thread === undefined) open.thread = message.threadTs;
  const isMine = kind === 'posted' && (message.user === state.me || message.onlyFor);
  draw(isMine ? (isReply ? 'replies' : 'messages') : undefined);
}

/** Fetches everything anew and listens; also the way back after the local Slack was away. */
async function connect() {
  news?.close();
  const user = query().get('user');
  const asked = await fetch(`/page/state?${new URLSearchParams(user ? { user } : {})}`);
  if (!asked.ok) {
    location.search = '';
    return;
  }
  state = await asked.json();
  messages.clear();
  for (const message of state.messages) messages.set(key(message), message);
  at('me').replaceChildren(
    ...state.users
      .filter((one) => !one.isBot)
      .map((one) =>
        element('option', { value: one.id, selected: one.id === state.me, title: one.title }, one.realName),
      ),
  );
  at('my-title').textContent = state.users.find((one) => one.id === state.me)?.title ?? '';
  at('about').textContent = `A local Slack to try ${state.app.name} in. Nothing leaves this machine.`;
  news = new EventSource(`/page/news?${new URLSearchParams({ user: state.me })}`);
  let lost = false;
  news.onmessage = ({ data }) => take(JSON.parse(data));
  news.onerror = () => {
    lost = true;
    tell('The local Slack went away. Waiting for it to come back.');
  };
  news.onopen = () => {
    if (lost) connect();
  };
  const wanted = query().get('channel') ?? open.channel;
  const channel = state.channels.find((one) => one.id === wanted) ?? state.channels[0];
  show(channel.id);
}

at('me').addEventListener('change', ({ target }) => {
  history.replaceState(null, '', `?${new URLSearchParams({ user: target.value })}`);
  open = { channel: undefined, thread: undefined };
  unread.clear();
  connect();
});
at('close-thread').addEventListener('click', closeThread);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.isComposing && open.thread !== undefined) closeThread();
});
fillComposer(at('composer'), {
  label: 'Write a message or /command',
  place: () => ({ channel: open.channel }),
});
fillComposer(at('thread-composer'), {
  label: 'Reply in the thread',
  place: () => ({ channel: open.channel, thread: open.thread }),
});
connect();
