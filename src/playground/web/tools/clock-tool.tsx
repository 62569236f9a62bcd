import { useState } from 'react';
import { usePage } from '../store/page-context.tsx';
import { nextMonday } from './next-monday.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** The local Slack's time, which can be put forward for what comes with time. */
export function ClockTool() {
  const { model, act } = usePage();
  const { aheadMs } = model.state;
  const [wish, setWish] = useState('');
  const now = (): number => Date.now() + aheadMs;
  const jumps = [
    { words: 'An hour on', to: () => now() + HOUR_MS },
    { words: 'Tomorrow', to: () => now() + DAY_MS },
    { words: 'Next Monday, 9:00', to: () => nextMonday(now()) },
  ];
  return (
    <section aria-labelledby="clock-title">
      <h3 id="clock-title">Clock</h3>
      <p className="faint">
        {aheadMs === 0
          ? 'It shows the real time.'
          : `It is put forward to ${new Date(now()).toLocaleString()}.`}{' '}
        The app lives by it, too. Starting over does not put it back.
      </p>
      <div className="actions">
        {jumps.map(({ words, to }) => (
          <button
            key={words}
            type="button"
            className="button"
            onClick={() => void act('clock', { to: to() })}
          >
            {words}
          </button>
        ))}
      </div>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          void act('clock', { to: new Date(wish).getTime() });
        }}
      >
        <input
          type="datetime-local"
          aria-label="Put the clock to"
          value={wish}
          required
          onChange={({ target }) => setWish(target.value)}
        />
        <button type="submit" className="button">
          Put forward
        </button>
      </form>
    </section>
  );
}
