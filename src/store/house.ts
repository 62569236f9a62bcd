/** Stands for a workspace where documents belong to Rolefit itself; ids of Slack are in capitals, so that none is this. */
export const HOUSE = 'rolefit';
