import type { ShownChannel } from '../../page-state.ts';
import { isWithApp, spokenTitleOf } from '../store/model.ts';
import { usePage } from '../store/page-context.tsx';

interface EmptyChannelProps {
  readonly channel: ShownChannel;
  /** Puts a text into the composer. */
  readonly onTry: (text: string) => void;
}

/** What a newcomer finds in a channel where nothing was said yet: examples to send. */
export function EmptyChannel({ channel, onTry }: EmptyChannelProps) {
  const { model, change } = usePage();
  const { state } = model;
  const { app, examples } = state;
  const isDirect = isWithApp(channel);
  // An agent suggests prompts of its own, once it knows of the person.
  const texts =
    isDirect && app.isAgent ? [] : isDirect ? examples.map((text) => text.replace(/^\/\S+ /, '')) : examples;
  return (
    <div className="empty">
      <h2>
        {isDirect
          ? `This is your conversation with ${app.name}`
          : `This is the start of ${spokenTitleOf(state, channel)}`}
      </h2>
      <p>
        {isDirect ? 'What you write here, only you and the app see.' : 'Nothing was said here yet.'}
        {texts.length > 0 && ' Try one of these, and press Enter:'}
      </p>
      {texts.map((text) => (
        <button key={text} type="button" className="example" onClick={() => onTry(text)}>
          {text}
        </button>
      ))}
      {state.tour.length > 0 && (
        <button type="button" className="button" onClick={() => change({ type: 'tool', tool: 'tour' })}>
          Take the tour
        </button>
      )}
    </div>
  );
}
