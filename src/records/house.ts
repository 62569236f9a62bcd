/** Where records lie that are no workspace's own. No workspace of Slack's is named so. */
export const HOUSE = 'rolefit';
