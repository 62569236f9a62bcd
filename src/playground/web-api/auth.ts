import type { Method } from './call.ts';

export const authTest: Method = ({ workspace, grants, token }) => ({
  url: `https://${workspace.team.domain}.slack.com/`,
  team: workspace.team.name,
  user: workspace.app.botName,
  team_id: workspace.team.id,
  user_id: workspace.app.botUserId,
  bot_id: workspace.app.botId,
  is_enterprise_install: grants.ownerOf(token).isEnterprise,
  ...(workspace.team.enterprise === undefined ? {} : { enterprise_id: workspace.team.enterprise.id }),
});

export const appsConnectionsOpen: Method = (call) => ({ url: call.socketAddress() });
