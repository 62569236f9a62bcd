import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LICENCES_FILE, licencesPage, productionPackages } from '../../scripts/licences.ts';

/** Licences that ask for nothing but to be named; MPL-2.0 asks for changes of its own files, of which we make none. */
const FINE = new Set(
  'MIT ISC Apache-2.0 BSD-2-Clause BSD-3-Clause 0BSD BlueOak-1.0.0 Unlicense CC0-1.0 CC-BY-3.0 PSF-2.0 OFL-1.1 MPL-2.0'.split(
    ' ',
  ),
);
/** Several that hold together, or one of them to be chosen. */
const parts = (licence: string): string[] => licence.replace(/[()]/g, '').split(/ (?:AND|OR) /);

test('no package that Rolefit runs with has a licence that would bind our own source, or none', () => {
  const packages = productionPackages();
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.filter(({ licence }) => !parts(licence).every((part) => FINE.has(part)))).toEqual([]);
});

test('docs/licences.md lists them as package-lock.json has them; npm run licences writes it anew', () => {
  expect(readFileSync(LICENCES_FILE, 'utf8')).toBe(licencesPage(productionPackages()));
});
