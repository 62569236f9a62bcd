import { useState } from 'react';
import { isObject } from '../../block-text.ts';
import type { JournalEntry } from '../../news.ts';
import { textIn } from '../blocks/reading.ts';
import { usePage } from '../store/page-context.tsx';
import { RuleTrace } from './rule-trace.tsx';

interface Line {
  readonly title: string;
  readonly outcome: string;
  readonly isBad: boolean;
  readonly isFromApp: boolean;
  readonly parts: readonly (readonly [name: string, value: unknown])[];
}

function lineOf(entry: JournalEntry): Line {
  if ('call' in entry) {
    const { method, arguments: given, answer, status } = entry.call;
    const error = textIn(answer.error);
    return {
      title: method,
      outcome: error || (status === 200 ? 'ok' : String(status)),
      isBad: error !== '' || status !== 200,
      isFromApp: true,
      parts: [
        ['arguments', given],
        ['answer', answer],
      ],
    };
  }
  const { payload, attempt, failure, tookMs, kind } = entry.delivery;
  const event = isObject(payload.event) ? textIn(payload.event.type) : '';
  return {
    title: event || textIn(payload.command) || textIn(payload.type) || kind,
    outcome: failure ?? `ack ${tookMs} ms${attempt > 0 ? `, retry ${attempt}` : ''}`,
    isBad: failure !== undefined,
    isFromApp: false,
    parts: [['payload', payload]],
  };
}

const timeOf = (at: number): string => new Date(at).toLocaleTimeString([], { hour12: false });

/** What goes between Slack and the app, the latest first: events with the time to their acknowledgement, and calls. */
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
  const { title, outcome, isBad, isFromApp, parts } = line;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span className={isFromApp ? 'way from-app' : 'way'}>
          {isFromApp ? 'app → Slack' : 'Slack → app'}
        </span>
        <strong>{title}</strong>
        <span className={isBad ? 'outcome bad' : 'outcome'}>{outcome}</span>
        <time>{timeOf(at)}</time>
      </summary>
      {isOpen && <RuleTrace entry={id} />}
      {isOpen &&
        parts.map(([name, value]) => (
          <div key={name}>
            <h3>{name}</h3>
            <pre tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>
          </div>
        ))}
    </details>
  );
}
