import type { Manifest } from '../manifest.ts';
import { Bulletin } from './bulletin.ts';
import type { Company } from './company.ts';
import type { Dispatch } from './delivery/delivery.ts';
import { deliverEvents } from './delivery/events.ts';
import type { Team } from './directory.ts';
import type { Owner } from './grants.ts';
import { installApp } from './installed-app.ts';
import type { News } from './news.ts';
import { NotPossible } from './not-possible.ts';
import { Person } from './person.ts';
import { ResponseUrls } from './response-urls.ts';
import { ACME, Workspace } from './workspace.ts';

export interface SitesParts {
  readonly manifest: Manifest;
  /** Workspaces beside the first. */
  readonly otherTeams: readonly Team[];
  /** Who is in each at first. */
  readonly company: Company | undefined;
  /** Of the first workspace; the others have news of their own. */
  readonly news: Bulletin<News>;
  readonly dispatch: Dispatch;
  baseUrl(): string;
  newId(): string;
  now(): number;
}

/** All workspaces of the local Slack, each with its people and response URLs. */
export class Sites {
  /** The first workspace. */
  readonly workspace: Workspace;
  readonly workspaces: ReadonlyMap<string, Workspace>;
  /** Who may let the app in: each team, and each enterprise for all of its teams where the manifest allows that. */
  readonly owners: readonly Owner[];
  readonly #people = new Map<string, Person>();
  readonly #responseUrls = new Map<string, ResponseUrls>();
  readonly #dispatch: Dispatch;

  constructor(parts: SitesParts) {
    const { manifest, otherTeams, company, news, dispatch, now, baseUrl, newId } = parts;
    this.#dispatch = dispatch;
    const teams = [ACME, ...otherTeams];
    const all = teams.map((team, at) => {
      const app = installApp(manifest, botNumber(teams, team));
      return new Workspace(app, at === 0 ? news : new Bulletin<News>(), now, team, company);
    });
    for (const workspace of all) {
      deliverEvents(workspace, dispatch);
      this.#responseUrls.set(workspace.team.id, new ResponseUrls(workspace, baseUrl, newId));
    }
    [this.workspace] = all as [Workspace];
    this.workspaces = new Map(all.map((workspace) => [workspace.team.id, workspace]));
    this.owners = ownersOf(all, manifest);
  }

  /** The person of this id or name, who may have come later. @throws NotPossible when there is none. */
  person(named: string, team: string = this.workspace.team.id): Person {
    const workspace = this.workspaces.get(team);
    const responseUrls = this.#responseUrls.get(team);
    const user = workspace?.user(named);
    if (!workspace || !responseUrls || !user || user.isBot)
      throw new NotPossible(`There is no person "${named}".`);
    const key = `${team}/${user.id}`;
    const found =
      this.#people.get(key) ?? new Person(user, { workspace, dispatch: this.#dispatch, responseUrls });
    this.#people.set(key, found);
    return found;
  }

  /** The response URLs of the workspace that issued an address. */
  responseUrlsOf(id: string): ResponseUrls {
    const all = [...this.#responseUrls.values()] as [ResponseUrls];
    return all.find((one) => one.knows(id)) ?? all[0];
  }
}

/** The app has a bot in each team, and one in all teams of an enterprise; the first needs no number. */
function botNumber(teams: readonly Team[], { id, enterprise }: Team): string {
  const at = teams.findIndex((team) => (enterprise ? team.enterprise?.id === enterprise.id : team.id === id));
  return at === 0 ? '' : String(at + 1);
}

function ownersOf(workspaces: readonly Workspace[], { settings }: Manifest): readonly Owner[] {
  const teams = workspaces.map((one) => ({ id: one.team.id, isEnterprise: false, workspaces: [one] }));
  const ids = new Set(workspaces.flatMap(({ team }) => (team.enterprise ? [team.enterprise.id] : [])));
  const enterprises = [...ids].map((id) => ({
    id,
    isEnterprise: true,
    workspaces: workspaces.filter(({ team }) => team.enterprise?.id === id),
  }));
  return settings.org_deploy_enabled ? [...teams, ...enterprises] : teams;
}
