import { ApiError } from '../api-error.ts';
import { fieldsOf } from '../forms/fields.ts';
import type { View } from '../views/view.ts';
import { viewContentOf } from '../views/view-check.ts';
import { type Call, type Method, textOf } from './call.ts';
import { needScope } from './scopes.ts';

/** What a view says; to let people choose files the app must be allowed to read them. */
function contentOf(call: Call, type: View['content']['type']): View['content'] {
  const content = viewContentOf(call.arguments.view, type);
  if (fieldsOf(content.blocks).some((field) => field.type === 'file_input')) needScope(call, 'files:read');
  return content;
}

const shown = ({ workspace }: Call, view: View) => ({ view: workspace.views.forApp(view) });

/** Carries out what needs a trigger. The view is judged first, so that a wrong one leaves the trigger whole. */
const withTrigger =
  (how: 'open' | 'push'): Method =>
  (call) => {
    const { views } = call.workspace;
    const content = contentOf(call, 'modal');
    const id = textOf(call, 'trigger_id') ?? '';
    const view = views[how](views.triggers.find(id), content);
    views.triggers.spend(id);
    return shown(call, view);
  };

export const viewsOpen: Method = withTrigger('open');
export const viewsPush: Method = withTrigger('push');

function checkHash(call: Call, view: View | undefined): void {
  const hash = textOf(call, 'hash') ?? '';
  if (hash !== '' && view !== undefined && view.hash !== hash) throw new ApiError('hash_conflict');
}

export const viewsUpdate: Method = (call) => {
  const { views } = call.workspace;
  const id = textOf(call, 'view_id') ?? '';
  const externalId = textOf(call, 'external_id') ?? '';
  if (id === '' && externalId === '')
    throw ApiError.listing('invalid_arguments', ['missing required field: view_id']);
  if (id !== '' && externalId !== '')
    throw ApiError.listing('invalid_arguments', ['Cannot provide both `view_id` and `external_id`']);
  const view = views.find(id === '' ? { externalId } : { id });
  if (view === undefined) throw new ApiError('not_found');
  const content = contentOf(call, view.content.type);
  checkHash(call, view);
  return shown(call, views.update(view, content));
};

export const viewsPublish: Method = (call) => {
  const { workspace } = call;
  const person = textOf(call, 'user_id') ?? '';
  if (!workspace.people.some(({ id }) => id === person))
    throw ApiError.listing('invalid_arguments', ['invalid `user_id`']);
  if (!workspace.app.hasHome) throw new ApiError('not_enabled');
  const content = contentOf(call, 'home');
  checkHash(call, workspace.views.home(person));
  return shown(call, workspace.views.publish(person, content));
};
