import { ApiError } from '../api-error.ts';
import type { ChannelKind } from '../directory.ts';
import type { Call } from './call.ts';

const FAMILIES: Readonly<Record<ChannelKind, string>> = {
  channel: 'channels',
  group: 'groups',
  im: 'im',
  mpim: 'mpim',
};

/** Whether the app holds one of these scopes. */
export const holds = ({ workspace }: Call, ...scopes: readonly string[]): boolean =>
  scopes.some((scope) => workspace.app.scopes.includes(scope));

/** Refuses an app that holds none of these scopes. */
export function needScope(call: Call, ...scopes: readonly string[]): void {
  if (holds(call, ...scopes)) return;
  throw new ApiError('missing_scope', {
    needed: scopes.join(','),
    provided: call.workspace.app.scopes.join(','),
  });
}

/** Refuses an app that may not do `what` with this kind of channel: public, private, direct, or of several people. */
export const needScopeFor = (call: Call, kind: ChannelKind, what: 'history' | 'read' | 'write'): void =>
  needScope(call, `${FAMILIES[kind]}:${what}`);
