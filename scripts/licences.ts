import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '..');
export const LICENCES_FILE = join(ROOT, 'docs/licences.md');

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      name: z.string().optional(),
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
    }),
  ),
});

export interface Licensed {
  name: string;
  version: string;
  licence: string;
}

/** Every package that a running Rolefit is made of, by package-lock.json, in the order of names. */
export function productionPackages(): Licensed[] {
  const { packages } = Lock.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
  const found = Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path, { name, version = '', license: licence = 'none' }]) => ({
      name: name ?? path.split('node_modules/').at(-1) ?? path,
      version,
      licence,
    }));
  const unique = new Map(found.map((one) => [`${one.name}@${one.version}`, one]));
  return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** The list as docs/licences.md holds it. */
export const licencesPage = (packages: readonly Licensed[]): string => `# Licences of what Rolefit is made of

Made by \`npm run licences\` from package-lock.json; development dependencies are left out. \`npm run sbom\` gives the same as a bill
of materials, CycloneDX.

None of these asks for anything of Rolefit's own source. Packages under MPL-2.0 are used as they come, unchanged.

| package | version | licence |
|---|---|---|
${packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`).join('\n')}
`;

if (import.meta.main) writeFileSync(LICENCES_FILE, licencesPage(productionPackages()));
