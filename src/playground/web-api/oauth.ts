import { ApiError } from '../api-error.ts';
import type { Granted } from '../grants.ts';
import type { SlackObject } from '../message.ts';
import { type Call, type Method, textOf } from './call.ts';

/** Exchanges a code, or a refresh token, for a token. */
export const oauthV2Access: Method = (call) => {
  const { credentials, grants } = call;
  if (textOf(call, 'client_id') !== credentials.clientId) throw new ApiError('invalid_client_id');
  if (textOf(call, 'client_secret') !== credentials.clientSecret) throw new ApiError('bad_client_secret');
  switch (textOf(call, 'grant_type') ?? 'authorization_code') {
    case 'authorization_code':
      return granted(call, grants.exchange(textOf(call, 'code') ?? '', textOf(call, 'redirect_uri')));
    case 'refresh_token':
      return granted(call, grants.refresh(textOf(call, 'refresh_token') ?? ''));
    default:
      throw new ApiError('invalid_grant_type');
  }
};

/** Ends the token that it is called with; the app is then installed there no more. */
export const authRevoke: Method = (call) => {
  if (textOf(call, 'test') === 'true') return { revoked: false };
  call.uninstall(call.grants.ownerOf(call.token).id);
  return { revoked: true };
};

function granted({ workspace }: Call, { owner, token, ...rest }: Granted): SlackObject {
  const { app, people, team } = owner.workspaces[0] ?? workspace;
  const { enterprise } = team;
  return {
    app_id: app.id,
    authed_user: { id: people[0]?.id },
    scope: app.scopes.join(','),
    token_type: 'bot',
    access_token: token,
    bot_user_id: app.botUserId,
    team: owner.isEnterprise ? null : { id: team.id, name: team.name },
    enterprise: enterprise ?? null,
    is_enterprise_install: owner.isEnterprise,
    ...(rest.refreshToken === undefined
      ? {}
      : { refresh_token: rest.refreshToken, expires_in: rest.expiresInSeconds }),
  };
}
