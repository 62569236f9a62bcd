import type { ModalView } from '@slack/types';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';

/** A press of a button, or a command, that a modal may answer within three seconds. */
export interface Trigger {
  trigger_id: string;
  /** The view that the button is in, if it is in one. */
  view?: { id: string; hash: string; type: string } | undefined;
}

/** Shows a modal: over the one that was pressed in, else anew. */
export const showView = (
  client: WebClient,
  { trigger_id, view: before }: Trigger,
  shown: ModalView,
): Promise<void> =>
  orWithoutFiles(shown, (view) =>
    before?.type === 'modal'
      ? client.views.push({ trigger_id, view })
      : client.views.open({ trigger_id, view }),
  );

/** Shows a modal in place of the one that was pressed in, else anew. */
export async function replaceView(client: WebClient, trigger: Trigger, shown: ModalView): Promise<void> {
  const { view: before } = trigger;
  if (before?.type !== 'modal') return showView(client, trigger, shown);
  await orWithoutFiles(shown, (view) => client.views.update({ view_id: before.id, hash: before.hash, view }));
}

/** Where the app may not read files yet, since it was installed before it did, the modal goes without fields for them. */
async function orWithoutFiles(shown: ModalView, show: (view: ModalView) => Promise<unknown>): Promise<void> {
  try {
    await show(shown);
  } catch (error) {
    const lacksScope = error instanceof WebAPIPlatformError && error.data.error === 'missing_scope';
    const blocks = shown.blocks.filter(
      (block) => !('element' in block) || block.element.type !== 'file_input',
    );
    if (!lacksScope || blocks.length === shown.blocks.length) throw error;
    await show({ ...shown, blocks });
  }
}
