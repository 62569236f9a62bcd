import type { ModelChoice } from '../../pretend-model.ts';
import { usePage } from '../store/page-context.tsx';

const CHOICES: Readonly<Record<ModelChoice, string>> = {
  off: 'None: Rolefit’s own words',
  honest: 'A pretend model, honest',
  'turns-verdict': 'LLM lying: turns the verdict round',
  'invents-source': 'LLM lying: invents a source',
  promises: 'LLM lying: promises something',
};

const EFFECTS: Readonly<Record<ModelChoice, string>> = {
  off: 'Nothing is sent to any model.',
  honest: 'Its sentences stand in the next answers, and are marked as a model’s. The verdict is the rules’.',
  'turns-verdict': 'The guard refuses what it says: the verdict stays, in Rolefit’s own words.',
  'invents-source': 'The guard refuses what it says: only sources that were given are cited.',
  promises: 'The guard refuses what it says: nothing is promised that the rules do not say.',
};

/** A language model for the app, made up by rule, that may lie: so that one sees what the app makes of it. */
export function ModelTool() {
  const { model, act, change } = usePage();
  const { languageModel, app, users } = model.state;
  if (languageModel === null) return null;
  const { choice, host } = languageModel;
  const manager = users.find(({ isAdmin }) => isAdmin)?.realName ?? 'a manager';
  return (
    <section aria-labelledby="model-title">
      <h3 id="model-title">Language model</h3>
      <p className="faint">
        No real one: this playground makes its sentences up, at {host}. To choose one is {manager}’s consent
        that {app.name} asks it.
      </p>
      <div className="fields-form">
        <label>
          Who words the answers
          <select value={choice} onChange={({ target }) => void act('model', { choice: target.value })}>
            {Object.entries(CHOICES).map(([name, words]) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p role="status" className="faint">
        {EFFECTS[choice]}
      </p>
      {choice !== 'off' && (
        <div className="actions">
          <button
            type="button"
            className="button"
            onClick={() => change({ type: 'tool', tool: 'inspector' })}
          >
            See in the inspector what it says
          </button>
        </div>
      )}
    </section>
  );
}
