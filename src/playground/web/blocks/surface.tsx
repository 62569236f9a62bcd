import { createContext, useContext } from 'react';
import type { Entry } from '../../forms/entry.ts';
import type { Field } from '../../forms/fields.ts';
import type { FieldValues } from '../../forms/values.ts';
import type { SlackObject } from '../../message.ts';
import type { Answer } from '../store/connection.ts';
import { FillQueue } from '../store/fill-queue.ts';
import { usePage } from '../store/page-context.tsx';
import { useConfirm } from '../windows/confirm.tsx';

/** What holds blocks: a message, a modal or the Home tab. */
export interface Surface {
  /** How it is named to the local Slack. */
  readonly place: { readonly view: string } | { readonly channel: string; readonly ts: string };
  /** What stands in its fields, as far as the local Slack tells. */
  readonly values: FieldValues;
  /** What is wrong beside the fields, by block id. */
  readonly faults: Readonly<Record<string, string>>;
  /** Sends the form; only modals have it. */
  readonly submit?: (() => void) | undefined;
}

export const SurfaceContext = createContext<Surface>({
  place: { view: '' },
  values: {},
  faults: {},
});

/** Everything that is entered, on whatever surface. */
export const fills = new FillQueue();

interface Controls {
  readonly surface: Surface;
  /** Presses a button, asking first where the element wants that. */
  readonly press: (button: string, confirm?: unknown) => Promise<void>;
  readonly fill: (field: Field, entry: Entry) => Promise<void>;
  readonly enter: (field: Field) => Promise<void>;
  readonly suggest: (field: Field, typed: string) => Promise<readonly SlackObject[]>;
}

const nameOf = ({ blockId, actionId }: Field): string => `${blockId}/${actionId}`;

/** What can be done with the elements of the surface that is around. */
export function useControls(): Controls {
  const surface = useContext(SurfaceContext);
  const { act } = usePage();
  const ask = useConfirm();
  const { place } = surface;
  return {
    surface,
    async press(button, confirm) {
      if (confirm !== undefined && !(await ask(confirm))) return;
      await fills.settled();
      await act('click', { ...place, button, confirms: true });
    },
    async fill(field, entry) {
      const confirms = field.element.confirm === undefined || (await ask(field.element.confirm));
      const body = { ...place, field: nameOf(field), entry, confirms };
      fills.add(`${JSON.stringify(place)}${nameOf(field)}`, () => act('fill', body));
    },
    async enter(field) {
      await fills.settled();
      await act('enter', { ...place, field: nameOf(field) });
    },
    async suggest(field, typed) {
      const answer: Answer = await act('suggestions', { ...place, field: nameOf(field), typed });
      return answer.ok && Array.isArray(answer.options) ? answer.options : [];
    },
  };
}
