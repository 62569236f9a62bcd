import type { View } from '../../src/playground/views/view.ts';
import { changeSettings } from '../../src/records/change-settings.ts';
import { aFolder } from './folders.ts';
import { inFolder, TEAM } from './kept.ts';
import { aModelServer, type Behaviour, json, responseWith } from './model-server.ts';
import { obedient } from './phrasing.ts';
import { type Mode, type RolefitOptions, rolefitIn } from './rolefit.ts';

/** A model that puts each rule into its own words. */
const answering: Behaviour = (response, body, request) =>
  json(200, responseWith(obedient({ prompt: body.input })))(response, body, request);

/** A model that reads facts. */
export const proposing = (facts: readonly object[]): Behaviour =>
  json(200, responseWith(JSON.stringify({ facts })));

export interface ModelOptions extends RolefitOptions {
  behaviour?: Behaviour;
  /** To which host Fay, an admin, has agreed; the model's own unless told, null for to none. */
  agreedTo?: string | null;
  tokensPerDay?: number;
  budgetMs?: number;
  mode?: Mode;
}

/** The app with a model's server beside it, in a workspace that has agreed to it. */
export async function rolefitWithModel({
  behaviour = answering,
  agreedTo,
  tokensPerDay = 100_000,
  budgetMs,
  mode = 'socket',
  ...options
}: ModelOptions = {}) {
  const { baseUrl, requests, behave } = await aModelServer(behaviour);
  const { host } = new URL(baseUrl);
  const dataDir = aFolder();
  const llm = agreedTo === null ? null : { host: agreedTo ?? host };
  await inFolder(dataDir, (store) =>
    changeSettings(store, TEAM, { by: 'U0FOUNDER', at: Date.now() }, { llm }),
  );
  const config = {
    apiKey: 'sk-test',
    model: 'test-model',
    baseUrl,
    tokensPerDay,
    ...(budgetMs === undefined ? {} : { budgetMs }),
  };
  const rolefit = await rolefitIn(mode, { ...options, dataDir, llm: config });
  return { ...rolefit, host, requests, behave };
}

export const shownIn = (view: View | undefined): string => JSON.stringify(view?.content.blocks);
