import { useState } from 'react';
import { usePage } from '../store/page-context.tsx';

const KINDS = {
  limited: { words: 'Too many calls (429, wait 2 s)', fault: () => ({ status: 429, retryAfterSeconds: 2 }) },
  slow: { words: 'Slow: each answer 4 s late', fault: () => ({ lateMs: 4000 }) },
  down: { words: 'Slack down (503)', fault: () => ({ status: 503 }) },
  cut: { words: 'The connection breaks', fault: () => ({ cut: 'reset', after: 'nothing' }) },
  error: { words: 'Slack refuses, with an error word', fault: (error: string) => ({ error }) },
} as const;

type Kind = keyof typeof KINDS;

const METHODS = [
  ['*', 'every call of the Web API'],
  ['response', 'answers to commands and buttons'],
  ['chat.postMessage', 'chat.postMessage'],
  ['views.open', 'views.open'],
] as const;

/** Switches for what goes wrong in a Slack, so that one sees how the app takes it. */
export function TroubleTool() {
  const { model, act } = usePage();
  const { state } = model;
  const [kind, setKind] = useState<Kind>('down');
  const [method, setMethod] = useState<string>('response');
  const [word, setWord] = useState('channel_not_found');
  const [times, setTimes] = useState('1');
  const [said, setSaid] = useState('');
  const begin = async (): Promise<void> => {
    const fault = KINDS[kind].fault(word);
    const answer = await act('fault', { method, fault, times: times === 'always' ? times : Number(times) });
    if (answer.ok)
      setSaid(`${KINDS[kind].words}: ${times === 'always' ? 'until you end it' : `the next ${times}`}.`);
  };
  const end = async (): Promise<void> => {
    if ((await act('calm')).ok) setSaid('All is well again.');
  };
  return (
    <section aria-labelledby="trouble-title">
      <h3 id="trouble-title">Trouble</h3>
      <form
        className="fields-form"
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <label>
          What goes wrong
          <select value={kind} onChange={({ target }) => setKind(target.value as Kind)}>
            {Object.entries(KINDS).map(([name, { words }]) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
          </select>
        </label>
        {kind === 'error' && (
          <label>
            Error word
            <input value={word} pattern="[a-z_]+" required onChange={({ target }) => setWord(target.value)} />
          </label>
        )}
        <label>
          For
          <select value={method} onChange={({ target }) => setMethod(target.value)}>
            {METHODS.map(([name, words]) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <label>
          How often
          <select value={times} onChange={({ target }) => setTimes(target.value)}>
            <option value="1">once</option>
            <option value="3">three times</option>
            <option value="always">until ended</option>
          </select>
        </label>
        <div className="actions">
          <button type="submit" className="button filled primary">
            Make it go wrong
          </button>
          <button type="button" className="button" onClick={() => void end()}>
            End all trouble
          </button>
        </div>
      </form>
      <label className="choice">
        <input
          type="checkbox"
          checked={state.hasLimits}
          onChange={({ target }) => void act('limits', { isOn: target.checked })}
        />
        <span>Keep Slack’s rate limits</span>
      </label>
      <p role="status" className="faint">
        {said || (state.troubled.length > 0 ? `Trouble waits for: ${state.troubled.join(', ')}.` : '')}
      </p>
    </section>
  );
}
