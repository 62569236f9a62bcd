import { ApiError } from './api-error.ts';
import { newBotToken, newCode, newRefreshToken } from './credentials.ts';
import type { Workspace } from './workspace.ts';

/** One installation: on a workspace, or on all workspaces of an enterprise. */
export interface Owner {
  /** Of the team or the enterprise. */
  readonly id: string;
  readonly isEnterprise: boolean;
  readonly workspaces: readonly Workspace[];
}

interface Token {
  readonly owner: Owner;
  /** Ms since 1970; undefined for a token that is for ever. */
  readonly expiresAt: number | undefined;
}

interface Code {
  readonly owner: Owner;
  readonly redirectUri: string | undefined;
  readonly expiresAt: number;
  used: boolean;
}

/** What the app is given for a code or a refresh token. */
export interface Granted {
  readonly owner: Owner;
  readonly token: string;
  readonly refreshToken?: string;
  readonly expiresInSeconds?: number;
}

const TOKEN_LIFE_SECONDS = 12 * 60 * 60;
const CODE_LIFE_MS = 10 * 60 * 1000;

/** The app's tokens: who let it in, until when, and what it may ask for in their place. */
export class Grants {
  readonly #tokens = new Map<string, Token>();
  readonly #refreshTokens = new Map<string, Owner>();
  readonly #codes = new Map<string, Code>();
  readonly #revoked = new Set<string>();

  readonly rotates: boolean;
  readonly now: () => number;

  /** @param rotates whether tokens end after twelve hours, as the manifest wants it. */
  constructor(rotates: boolean, now: () => number) {
    this.rotates = rotates;
    this.now = now;
  }

  /** A token that is for ever, as the app's page shows it to whoever installs it there. */
  hold(token: string, owner: Owner): void {
    this.#tokens.set(token, { owner, expiresAt: undefined });
    this.#settle(owner);
  }

  /** What a browser brings to the app when somebody lets it in. */
  issueCode(owner: Owner, redirectUri: string | undefined): string {
    const code = newCode();
    this.#codes.set(code, { owner, redirectUri, expiresAt: this.now() + CODE_LIFE_MS, used: false });
    return code;
  }

  /** Installs the app. @throws ApiError */
  exchange(code: string, redirectUri: string | undefined): Granted {
    const known = this.#codes.get(code);
    if (known === undefined || known.expiresAt < this.now()) throw new ApiError('invalid_code');
    if (known.used) throw new ApiError('code_already_used');
    if (known.redirectUri !== redirectUri) throw new ApiError('bad_redirect_uri');
    known.used = true;
    return this.#grant(known.owner);
  }

  /** A new token and a new refresh token; the old refresh token is of no more use. @throws ApiError */
  refresh(refreshToken: string): Granted {
    const owner = this.#refreshTokens.get(refreshToken);
    if (owner === undefined) throw new ApiError('invalid_refresh_token');
    this.#refreshTokens.delete(refreshToken);
    return this.#grant(owner);
  }

  /** Who gave a token. @throws ApiError when it is strange, past its time or revoked. */
  ownerOf(token: string): Owner {
    const known = this.#tokens.get(token);
    if (known === undefined) throw new ApiError(this.#revoked.has(token) ? 'token_revoked' : 'invalid_auth');
    if (known.expiresAt !== undefined && known.expiresAt <= this.now()) throw new ApiError('token_expired');
    return known.owner;
  }

  /** Takes everything back that was given to the app by one owner; false when there was nothing. */
  takeBack(owner: Owner): boolean {
    const tokens = [...this.#tokens].filter(([, token]) => token.owner.id === owner.id);
    for (const [token] of tokens) {
      this.#tokens.delete(token);
      this.#revoked.add(token);
    }
    for (const [token, { id }] of this.#refreshTokens) if (id === owner.id) this.#refreshTokens.delete(token);
    this.#settle(owner);
    return tokens.length > 0;
  }

  #grant(owner: Owner): Granted {
    const token = newBotToken();
    const expiresAt = this.rotates ? this.now() + TOKEN_LIFE_SECONDS * 1000 : undefined;
    this.#tokens.set(token, { owner, expiresAt });
    this.#settle(owner);
    if (!this.rotates) return { owner, token };
    const refreshToken = newRefreshToken();
    this.#refreshTokens.set(refreshToken, owner);
    return { owner, token, refreshToken, expiresInSeconds: TOKEN_LIFE_SECONDS };
  }

  /** Lets the workspaces know by whom the app is installed in them now. */
  #settle({ workspaces }: Owner): void {
    const owners = [...this.#tokens.values()].map(({ owner }) => owner);
    for (const workspace of workspaces) {
      const { id, enterprise } = workspace.team;
      if (owners.some((owner) => owner.id === id)) workspace.installedBy = 'team';
      else if (owners.some((owner) => owner.id === enterprise?.id)) workspace.installedBy = 'enterprise';
      else workspace.installedBy = undefined;
    }
  }
}
