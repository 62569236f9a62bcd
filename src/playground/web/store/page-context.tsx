import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react';
import { keepInAddress, openedInAddress, userInAddress } from './address.ts';
import { type Answer, fetchState, listen, post } from './connection.ts';
import type { Change, Model, Opened } from './model.ts';
import { keepReadMarks, readMarks } from './read-marks.ts';
import { reduce } from './reducer.ts';

export interface Page {
  readonly model: Model;
  readonly change: (change: Change) => void;
  /** Does something as the person; tells them when it did not work, unless `quietly`. */
  readonly act: (kind: string, body?: object, quietly?: 'quietly') => Promise<Answer>;
  /** Sits down as another person, with a channel open. */
  readonly becomes: (user: string, open?: Opened) => Promise<void>;
}

const Context = createContext<Page | undefined>(undefined);

/** The page's model and what can be done. Only within a PageProvider that has loaded. */
export function usePage(): Page {
  const page = useContext(Context);
  if (page === undefined) throw new Error('The page is not there yet.');
  return page;
}

export function PageProvider({ children }: { readonly children: ReactNode }) {
  const [model, change] = useReducer(reduce, undefined);
  const [user, setUser] = useState(userInAddress);
  const wanted = useRef<Opened | undefined>(undefined);
  const arrivals = useRef<(() => void)[]>([]);

  useEffect(() => {
    let isOver = false;
    let stop: (() => void) | undefined;
    // What comes while everything is asked for may be newer than the answer, and is applied to it once more.
    let meanwhile: Change[] = [];
    const take = (one: Change): void => {
      meanwhile.push(one);
      change(one);
    };
    const load = async (): Promise<void> => {
      meanwhile = [];
      const state = await fetchState(user).catch(() => undefined);
      if (isOver) return;
      if (state === undefined) {
        if (stop === undefined && user !== undefined) setUser(undefined);
        return;
      }
      const open = wanted.current ?? openedInAddress(state);
      wanted.current = undefined;
      change({ type: 'loaded', state, open, read: readMarks(state.team.id, state.me) });
      for (const one of meanwhile) change(one);
      if (stop === undefined) stop = listen(state.me, { change: take, anew: () => void load() });
      else for (const arrived of arrivals.current.splice(0)) arrived();
    };
    void load();
    return () => {
      isOver = true;
      stop?.();
    };
  }, [user]);

  const me = model?.state.me;
  const team = model?.state.team.id;
  const open = model?.open;
  const read = model?.read;
  useEffect(() => {
    if (me !== undefined && open !== undefined) keepInAddress(me, open);
  }, [me, open]);
  useEffect(() => {
    if (me !== undefined && team !== undefined && read !== undefined) keepReadMarks(team, me, read);
  }, [me, team, read]);

  const act = useCallback<Page['act']>(
    async (kind, body = {}, quietly) => {
      const answer = await post(kind, { user: me, ...body });
      if (quietly === undefined) change({ type: 'told', notice: answer.ok ? undefined : answer.sentence });
      return answer;
    },
    [me],
  );
  const becomes = useCallback<Page['becomes']>(
    async (next, opens) => {
      if (next === me) {
        if (opens) change({ type: 'opened', channel: opens.channel, tab: opens.tab });
        return;
      }
      wanted.current = opens;
      if (opens === undefined) history.replaceState(null, '', `?user=${next}`);
      const { promise, resolve } = Promise.withResolvers<void>();
      arrivals.current.push(resolve);
      setUser(next);
      await promise;
    },
    [me],
  );
  const page = useMemo(
    () => (model === undefined ? undefined : { model, change, act, becomes }),
    [model, act, becomes],
  );
  if (page === undefined) return <p className="loading">Opening the local Slack …</p>;
  return <Context value={page}>{children}</Context>;
}
