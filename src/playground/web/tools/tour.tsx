import { useState } from 'react';
import type { TourStop } from '../../tour-stop.ts';
import { inLine } from '../composer/sending.ts';
import { userOf } from '../store/model.ts';
import { usePage } from '../store/page-context.tsx';

/** Examples to look at, each with one click: it is typed by whoever would. */
export function Tour() {
  const { model, act, becomes, change } = usePage();
  const { state } = model;
  const [seen, setSeen] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const show = async ({ title, as, channel, text }: TourStop): Promise<void> => {
    setBusy(true);
    // On a narrow screen the tour lies over the conversation.
    if (matchMedia('(max-width: 800px)').matches) change({ type: 'tool', tool: undefined });
    await becomes(as, { channel, tab: 'messages' });
    await inLine(() => act('type', { user: as, channel, text }));
    setSeen((before) => [...before, title]);
    setBusy(false);
  };
  return (
    <div className="tool-body">
      <p className="faint">
        One click types the example as the person who would. What comes is the real app’s answer.
      </p>
      <ol className="tour">
        {state.tour.map((stop) => (
          <li key={stop.title}>
            <button
              type="button"
              className={seen.includes(stop.title) ? 'stop seen' : 'stop'}
              disabled={isBusy}
              onClick={() => void show(stop)}
            >
              <strong>{stop.title}</strong>
              <span>{stop.about}</span>
              <small>as {userOf(state, stop.as)?.realName ?? stop.as}</small>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
