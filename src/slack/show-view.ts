import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';

/** A press of a button, or a command, that a modal may answer within three seconds. */
export interface Trigger {
  trigger_id: string;
  /** The view that the button is in, if it is in one. */
  view?: { id: string; hash: string; type: string } | undefined;
}

/** Shows a modal: over the one that was pressed in, else anew. */
export async function showView(
  client: WebClient,
  { trigger_id, view }: Trigger,
  shown: ModalView,
): Promise<void> {
  const push = view?.type === 'modal';
  await (push
    ? client.views.push({ trigger_id, view: shown })
    : client.views.open({ trigger_id, view: shown }));
}

/** Shows a modal in place of the one that was pressed in, else anew. */
export async function replaceView(client: WebClient, trigger: Trigger, shown: ModalView): Promise<void> {
  const { view } = trigger;
  if (view?.type === 'modal') await client.views.update({ view_id: view.id, hash: view.hash, view: shown });
  else await showView(client, trigger, shown);
}
