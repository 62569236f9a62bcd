import { useEffect, useState } from 'react';
import { Icon } from '../icons.tsx';
import { sessionOf } from '../store/model.ts';
import { usePage } from '../store/page-context.tsx';

/** Loading messages take turns, in ms. */
const TURN_MS = 2500;

/** What the agent does in a thread just now, and how to stop it. */
export function StatusLine({ channel, thread }: { readonly channel: string; readonly thread: string }) {
  const { model, act } = usePage();
  const { app, sessions } = model.state;
  const session = sessions.length > 0 ? sessionOf(model.state, channel, thread) : undefined;
  const [turn, setTurn] = useState(0);
  const saying = session?.saying;
  useEffect(() => {
    if (saying === undefined) return undefined;
    const timer = setInterval(() => setTurn((now) => now + 1), TURN_MS);
    return () => clearInterval(timer);
  }, [saying]);
  const isWorking = session?.status === 'processing';
  if (saying === undefined && !isWorking) return null;
  const { loadingMessages = [], text = '' } = saying ?? {};
  const words = loadingMessages.length > 0 ? loadingMessages[turn % loadingMessages.length] : text;
  return (
    <div className="status-line">
      <span className="working" aria-hidden="true" />
      <span role="status">
        {app.name} {words || 'is working …'}
      </span>
      {isWorking && app.canBeStopped && (
        <button type="button" className="button" onClick={() => void act('stop', { channel, thread })}>
          <Icon name="stop" />
          Stop
        </button>
      )}
    </div>
  );
}
