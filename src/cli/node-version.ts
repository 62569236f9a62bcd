import packageJson from '../../package.json' with { type: 'json' };

/** Why this Node cannot run Rolefit, as a sentence with the remedy; null where it can. npm installs for any, with a warning only. */
export function whyNodeIsTooOld(version: string): string | null {
  const least = packageJson.engines.node.replace('>=', '');
  const [major = 0, minor = 0] = numbers(version);
  const [leastMajor = 0, leastMinor = 0] = numbers(least);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor)
    ? null
    : `Rolefit needs Node ${least} or newer, and this is Node ${version}. Install a newer one and try again.`;
}

const numbers = (version: string): number[] => version.split('.').map(Number);
