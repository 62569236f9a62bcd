import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { whyNodeIsTooOld } from '../../src/cli/node-version.ts';

const least = packageJson.engines.node.replace('>=', '');

test.each(['18.0.0', '20.20.2', '22.19.9'])(
  'Node %s is told to be too old, with what is needed',
  (version) => {
    expect(whyNodeIsTooOld(version)).toBe(
      `Rolefit needs Node ${least} or newer, and this is Node ${version}. Install a newer one and try again.`,
    );
  },
);

test.each([`${least}.0`, '22.21.0', '23.0.0', '24.0.0', process.versions.node])(
  'Node %s is new enough',
  (version) => {
    expect(whyNodeIsTooOld(version)).toBeNull();
  },
);
