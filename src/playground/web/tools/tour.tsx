import { useState } from 'react';
import type { TourStop } from '../../tour-stop.ts';
import { inLine } from '../composer/sending.ts';
import { userOf } from '../store/model.ts';
import { usePage } from '../store/page-context.tsx';

/** The stops that were seen since the page was loaded; on a narrow screen each closes the tour. */
let seenSoFar: readonly string[] = [];

/** Examples to look at, each with one click: it is typed by whoever would. */
export function Tour() {
  const { model, act, becomes, change } = usePage();
  const { state } = model;
  const [seen, setSeen] = useState(seenSoFar);
  const [isBusy, setBusy] = useState(false);
  const show = async ({ title, as, channel, text }: TourStop): Promise<void> => {
    // A button that were disabled meanwhile would lose the focus.
    if (isBusy) return;
    setBusy(true);
    // On a narrow screen the tour lies over the conversation.
    if (matchMedia('(max-width: 800px)').matches) change({ type: 'tool', tool: undefined });
    await becomes(as, { channel, tab: 'messages' });
    await inLine(() => act('type', { user: as, channel, text }));
    seenSoFar = [...seenSoFar, title];
    setSeen(seenSoFar);
    setBusy(false);
  };
  return (
    <div className="tool-body">
      <p className="faint">
        One click sends the example as one of these people, and you go on as that person. The answer is the
        real app’s. As in Slack, a command itself is not shown.
      </p>
      <ol className="tour">
        {state.tour.map((stop) => (
          <li key={stop.title}>
            <button
              type="button"
              className={seen.includes(stop.title) ? 'stop seen' : 'stop'}
              aria-busy={isBusy}
              onClick={() => void show(stop)}
            >
              <strong>{stop.title}</strong>
              <span>{stop.about}</span>
              <small>as {userOf(state, stop.as)?.realName ?? stop.as}</small>
              {seen.includes(stop.title) && <q>{stop.text}</q>}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
