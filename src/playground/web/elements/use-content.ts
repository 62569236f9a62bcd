import { useEffect, useRef, useState } from 'react';
import type { Entry } from '../../forms/entry.ts';
import type { Field } from '../../forms/fields.ts';
import { contentIn } from '../../forms/values.ts';
import { fills, useControls } from '../blocks/surface.tsx';

interface Mine<Shown> {
  readonly shown: Shown;
  /** What the local Slack told of the field when this was entered; undefined while it is under way. */
  readonly over: string | undefined;
}

/**
 * What stands in a field, and how to enter something else. What was entered here is shown until the local Slack tells of
 * other content, which it does when the app changes the surface.
 */
export function useContent<Shown>(
  field: Field,
  read: (content: unknown) => Shown,
): readonly [shown: Shown, enter: (shown: Shown, entry: Entry) => void] {
  const { surface, fill } = useControls();
  const told = contentIn(surface.values, field);
  const toldAs = JSON.stringify(told);
  const latest = useRef(toldAs);
  useEffect(() => {
    latest.current = toldAs;
  }, [toldAs]);
  const [mine, setMine] = useState<Mine<Shown>>();
  const isMine = mine !== undefined && (mine.over === undefined || mine.over === toldAs);
  const enter = async (shown: Shown, entry: Entry): Promise<void> => {
    const entered: Mine<Shown> = { shown, over: undefined };
    setMine(entered);
    await fill(field, entry);
    await fills.settled();
    setMine((now) => (now === entered ? { shown, over: latest.current } : now));
  };
  return [isMine ? mine.shown : read(told), (shown, entry) => void enter(shown, entry)];
}
