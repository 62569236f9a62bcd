import { useState } from 'react';
import { userOf } from '../store/model.ts';
import { usePage } from '../store/page-context.tsx';
import { nextMonday } from './next-monday.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const FORMAT = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
} as const;

/** "New York", of an IANA zone. */
const placeOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** The local Slack's time where the person is, which can be put forward for what comes with time. */
export function ClockTool() {
  const { model, act } = usePage();
  const { aheadMs, me } = model.state;
  const timeZone = userOf(model.state, me)?.zone ?? 'UTC';
  const place = placeOf(timeZone);
  const [wish, setWish] = useState('');
  const now = (): number => Date.now() + aheadMs;
  const jumps = [
    { words: 'An hour on', to: () => now() + HOUR_MS },
    { words: 'Tomorrow', to: () => now() + DAY_MS },
    { words: `Next Monday, 9:00 in ${place}`, to: () => nextMonday(now(), timeZone) },
  ];
  return (
    <section aria-labelledby="clock-title">
      <h3 id="clock-title">Clock</h3>
      <p className="faint">
        {aheadMs === 0
          ? 'It shows the real time.'
          : `It is put forward to ${new Intl.DateTimeFormat([], { ...FORMAT, timeZone }).format(now())} in ${place}.`}{' '}
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
          aria-label="Put the clock to, in this computer’s time"
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
