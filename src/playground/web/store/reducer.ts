import type { Message } from '../../message.ts';
import type { PageState, ShownView } from '../../page-state.ts';
import { type Change, inThread, isReply, type Model, type Opened, userOf } from './model.ts';

const MOST_JOURNAL = 300;

const lastTs = ({ messages }: PageState, channel: string): string =>
  messages.reduce((last, one) => (one.channel === channel && one.ts > last ? one.ts : last), '0');

const readNow = (model: Model): Model => ({
  ...model,
  read: { ...model.read, [model.open.channel]: lastTs(model.state, model.open.channel) },
});

/** Opens a channel: where it was read up to is kept for the line above what is new. */
function opened(model: Model, open: Opened): Model {
  const isSame = model.open.channel === open.channel;
  const readBefore = isSame ? model.readBefore : (model.read[open.channel] ?? '0');
  return readNow({ ...model, open, readBefore, notice: undefined, editing: undefined, hasSidebar: false });
}

const beginning = (change: Change & { type: 'loaded' }): Model =>
  opened(
    {
      state: change.state,
      open: { ...change.open, channel: '' },
      read: change.read,
      readBefore: '0',
      faults: undefined,
      notice: undefined,
      isAway: false,
      tool: undefined,
      editing: undefined,
      hasSidebar: false,
    },
    change.open,
  );

function withMessage(
  messages: readonly Message[],
  kind: 'posted' | 'changed' | 'removed',
  message: Message,
): readonly Message[] {
  const isIt = (one: Message): boolean => one.ts === message.ts && one.channel === message.channel;
  if (kind === 'removed') return messages.filter((one) => !isIt(one));
  if (messages.some(isIt)) return messages.map((one) => (isIt(one) ? message : one));
  const at = messages.findLastIndex((one) => one.ts < message.ts);
  return messages.toSpliced(at + 1, 0, message);
}

/**
 * The thread that opens by itself: the app answers there where none is open, or for the first time what the person wrote
 * after the one that is.
 */
function threadAfter(model: Model, { user, channel, threadTs }: Message): string | undefined {
  const { open, state } = model;
  const isAnswer = userOf(state, user)?.isBot === true && channel === open.channel;
  if (!isAnswer || threadTs === undefined) return open.thread;
  if (open.thread === undefined) return threadTs;
  const before = inThread(state, channel, threadTs);
  const isNew = threadTs > open.thread && before.length === 1 && before[0]?.user === state.me;
  return isNew ? threadTs : open.thread;
}

function withView(modals: readonly ShownView[], kind: string, view: ShownView): readonly ShownView[] {
  if (kind === 'closed') return modals.filter(({ id }) => id !== view.id);
  return modals.some(({ id }) => id === view.id)
    ? modals.map((one) => (one.id === view.id ? view : one))
    : [...modals, view];
}

/** The same person's page after everything was asked for once more. */
function again(model: Model, { state, open }: Change & { type: 'loaded' }): Model {
  const isThere = state.channels.some(({ id }) => id === model.open.channel);
  const now: Model = {
    ...model,
    state,
    isAway: false,
    open: isThere ? { ...model.open, thread: open.thread } : open,
  };
  return readNow(now);
}

/** What the page shows after something happened. */
export function reduce(model: Model | undefined, change: Change): Model | undefined {
  if (change.type === 'loaded') {
    const isSame = model !== undefined && model.state.me === change.state.me;
    return isSame ? again(model, change) : { ...beginning(change), tool: model?.tool };
  }
  return model === undefined ? model : changed(model, change);
}

function changed(model: Model, change: Exclude<Change, { type: 'loaded' }>): Model {
  const { state, open } = model;
  const withState = (changes: Partial<PageState>): Model => ({ ...model, state: { ...state, ...changes } });
  switch (change.type) {
    case 'message': {
      const { kind, message } = change;
      const after = withState({ messages: withMessage(state.messages, kind, message) });
      if (message.channel !== open.channel) return after;
      const thread = kind === 'posted' && isReply(message) ? threadAfter(model, message) : open.thread;
      return readNow({ ...after, open: { ...open, thread } });
    }
    case 'view': {
      const { kind, view } = change;
      if (view.type === 'home') return withState({ home: view });
      return { ...withState({ modals: withView(state.modals, kind, view) }), faults: undefined };
    }
    case 'session': {
      const { session } = change;
      const others = state.sessions.filter(
        ({ channel, thread }) => channel !== session.channel || thread !== session.thread,
      );
      return withState({ sessions: [...others, session] });
    }
    case 'prompts':
      return withState({ prompts: change.prompts.prompts });
    case 'journal':
      return state.journal.some(({ id }) => id === change.entry.id)
        ? model
        : withState({ journal: [...state.journal, change.entry].slice(-MOST_JOURNAL) });
    case 'opened':
      return opened(model, { channel: change.channel, tab: change.tab ?? 'messages' });
    case 'thread':
      return { ...model, open: { ...open, thread: change.ts }, editing: undefined };
    case 'faults':
      return { ...model, faults: { view: change.view, byBlock: change.byBlock } };
    case 'told':
      return { ...model, notice: change.notice };
    case 'away':
      return { ...model, isAway: true };
    case 'tool':
      return { ...model, tool: change.tool };
    case 'editing':
      return { ...model, editing: change.ts };
    case 'sidebar':
      return { ...model, hasSidebar: change.isOpen };
  }
}
