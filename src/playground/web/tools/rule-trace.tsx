import { useEffect, useState } from 'react';
import type { Trace } from '../../trace.ts';
import { usePage } from '../store/page-context.tsx';

/** The rules behind a verdict that stands in an entry of the inspector, where there is one. */
export function RuleTrace({ entry }: { readonly entry: number }) {
  const { act } = usePage();
  const [traces, setTraces] = useState<readonly Trace[]>([]);
  useEffect(() => {
    let isOver = false;
    void act('trace', { entry }, 'quietly').then((answer) => {
      if (answer.ok && !isOver) setTraces(answer.traces as readonly Trace[]);
    });
    return () => {
      isOver = true;
    };
  }, [act, entry]);
  return traces.map(({ id, outcome, summary, facts, rules }) => (
    <section key={id} aria-label={`Rule trace of ${id}`} className="trace">
      <h3>Rule trace of {id}</h3>
      <p>
        <strong>{outcome}</strong>, {summary}
      </p>
      <p className="faint">{facts.join(' · ') || 'No facts.'}</p>
      <ul>
        {rules.map((rule) => (
          <li key={rule.id}>
            <strong>{rule.id}</strong> {rule.effect}
            <small>
              because of {rule.because.join(', ')} · {rule.source}
            </small>
          </li>
        ))}
      </ul>
    </section>
  ));
}
