import type { Manifest } from '../manifest.ts';
import { Bulletin } from './bulletin.ts';
import type { Dispatch } from './delivery/delivery.ts';
import { deliverEvents } from './delivery/events.ts';
import type { Team } from './directory.ts';
import type { Owner } from './grants.ts';
import { installApp } from './installed-app.ts';
import type { News } from './news.ts';
import { NotPossible, Person } from './person.ts';
import { ResponseUrls } from './response-urls.ts';
import { ACME, Workspace } from './workspace.ts';

export interface SitesParts {
  readonly manifest: Manifest;
  /** Workspaces beside the first. */
  readonly otherTeams: readonly Team[];
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
  readonly #people = new Map<string, ReadonlyMap<string, Person>>();
  readonly #responseUrls: ResponseUrls[] = [];

  constructor({ manifest, otherTeams, news, dispatch, now, baseUrl, newId }: SitesParts) {
    const teams = [ACME, ...otherTeams];
    const all = teams.map((team, at) => {
      const app = installApp(manifest, botNumber(teams, team));
      return new Workspace(app, at === 0 ? news : new Bulletin<News>(), now, team);
    });
    for (const workspace of all) {
      deliverEvents(workspace, dispatch);
      const responseUrls = new ResponseUrls(workspace, baseUrl, newId);
      this.#responseUrls.push(responseUrls);
      const parts = { workspace, dispatch, responseUrls, newId };
      const people = workspace.people.map((user) => [user.id, new Person(user, parts)] as const);
      this.#people.set(workspace.team.id, new Map(people));
    }
    [this.workspace] = all as [Workspace];
    this.workspaces = new Map(all.map((workspace) => [workspace.team.id, workspace]));
    this.owners = ownersOf(all, manifest);
  }

  /** The person of this id or name. @throws NotPossible when there is none. */
  person(named: string, team: string = this.workspace.team.id): Person {
    const id = this.workspaces.get(team)?.user(named)?.id ?? '';
    const found = this.#people.get(team)?.get(id);
    if (found === undefined) throw new NotPossible(`There is no person "${named}".`);
    return found;
  }

  /** The response URLs of the workspace that issued an address. */
  responseUrlsOf(id: string): ResponseUrls {
    const [first] = this.#responseUrls as [ResponseUrls];
    return this.#responseUrls.find((one) => one.knows(id)) ?? first;
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
