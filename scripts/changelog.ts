/** The changelog as a release leaves it, and the section of that release alone. */
export interface ReleasedChangelog {
  changelog: string;
  section: string;
}

const UNRELEASED = '## [Unreleased]\n';

/**
 * Gives what stands under "Unreleased" to a version. `date` is local, YYYY-MM-DD.
 * @throws Error with the remedy, when there is nothing to release, or the version is released already.
 */
export function releaseChangelog(changelog: string, version: string, date: string): ReleasedChangelog {
  if (changelog.includes(`## [${version}]`))
    throw new Error(
      `CHANGELOG.md has a section of ${version} already. Raise the version: npm version --no-git-tag-version minor`,
    );
  const from = changelog.indexOf(UNRELEASED);
  const rest = from < 0 ? '' : changelog.slice(from + UNRELEASED.length);
  const changes = rest.split(/^## \[/m)[0]?.trim() ?? '';
  if (changes === '')
    throw new Error('CHANGELOG.md has nothing under "## [Unreleased]", so nothing to release.');
  const section = `## [${version}] - ${date}\n\n${changes}\n`;
  const older = rest.slice(rest.indexOf(changes) + changes.length).trimStart();
  return {
    changelog: `${changelog.slice(0, from)}${UNRELEASED}\n${section}${older === '' ? '' : `\n${older}`}`,
    section,
  };
}
