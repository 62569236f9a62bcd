import { expect, test } from 'vitest';
import { releaseChangelog } from '../../scripts/changelog.ts';

const OLDER = '## [0.1.0] - 2026-01-02\n\n### Added\n- The first.\n';
const changelog = `# Changelog\n\n## [Unreleased]\n\n### Fixed\n- The second.\n\n${OLDER}`;

test('what is unreleased becomes the section of the version, and nothing is unreleased then', () => {
  const section = '## [0.2.0] - 2026-11-25\n\n### Fixed\n- The second.\n';
  expect(releaseChangelog(changelog, '0.2.0', '2026-11-25')).toEqual({
    section,
    changelog: `# Changelog\n\n## [Unreleased]\n\n${section}\n${OLDER}`,
  });
});

test('the first release has nothing below it', () => {
  const first = releaseChangelog('# Changelog\n\n## [Unreleased]\n- All.\n', '0.1.0', '2026-11-25');
  expect(first.changelog).toBe('# Changelog\n\n## [Unreleased]\n\n## [0.1.0] - 2026-11-25\n\n- All.\n');
});

test('a version is released once', () => {
  expect(() => releaseChangelog(changelog, '0.1.0', '2026-11-25')).toThrow('Raise the version');
});

test('with nothing under Unreleased there is no release', () => {
  const { changelog: released } = releaseChangelog(changelog, '0.2.0', '2026-11-25');
  expect(() => releaseChangelog(released, '0.3.0', '2026-11-25')).toThrow('nothing to release');
  expect(() => releaseChangelog('# Changelog\n', '0.3.0', '2026-11-25')).toThrow('nothing to release');
});
