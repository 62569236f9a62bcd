import { useState } from 'react';
import { usePage } from '../store/page-context.tsx';
import { type Line, lineOf } from './journal-line.ts';
import { RuleTrace } from './rule-trace.tsx';

const timeOf = (at: number): string => new Date(at).toLocaleTimeString([], { hour12: false });

/**
 * What goes between Slack, the app and its model, the latest first: events with the time to their acknowledgement, calls, and
 * what became of the model's words.
 */
export function Inspector() {
  const { journal } = usePage().model.state;
  const [wanted, setWanted] = useState('');
  const found = journal
    .filter((entry) => JSON.stringify(entry).toLowerCase().includes(wanted.trim().toLowerCase()))
    .toReversed();
  return (
    <div className="tool-body inspector">
      <input
        type="search"
        aria-label="Search the inspector"
        placeholder="Search in names and payloads"
        value={wanted}
        onChange={({ target }) => setWanted(target.value)}
      />
      {found.length === 0 && (
        <p className="faint">{wanted === '' ? 'Nothing went to or from the app yet.' : 'Nothing fits.'}</p>
      )}
      <ol>
        {found.map((entry) => (
          <li key={entry.id}>
            <Entry id={entry.id} at={entry.at} line={lineOf(entry)} />
          </li>
        ))}
      </ol>
    </div>
  );
}

interface EntryProps {
  readonly id: number;
  readonly at: number;
  readonly line: Line;
}

function Entry({ id, at, line }: EntryProps) {
  const [isOpen, setOpen] = useState(false);
  const { way, title, outcome, isBad, parts } = line;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span className="way">{way}</span>
        <strong>{title}</strong>
        <span className={isBad ? 'outcome bad' : 'outcome'}>{outcome}</span>
        <time>{timeOf(at)}</time>
      </summary>
      {isOpen && <RuleTrace entry={id} />}
      {isOpen &&
        parts.map(([name, value]) => (
          <div key={name}>
            <h3>{name}</h3>
            <pre tabIndex={0}>{typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</pre>
          </div>
        ))}
    </details>
  );
}
