import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import license, { type Dependency } from 'rollup-plugin-license';
import type { Rolldown } from 'tsdown';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const own: Package = createRequire(import.meta.url)('../package.json');

interface Package {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

/**
 * Writes who made what is bundled: `THIRD-PARTY-NOTICES.txt` for people, and `sbom.cdx.json`, a bill of materials by
 * CycloneDX 1.6, for programs. Both list exactly the packages of which there is code in the bundle.
 */
export function thirdParty(): Rolldown.Plugin {
  const plugin = license({
    thirdParty: {
      // Whatever may not be passed on under these conditions must not get into the bundle unseen.
      allow: {
        test: '(MIT OR ISC OR BSD-2-Clause OR BSD-3-Clause OR Apache-2.0)',
        failOnUnlicensed: true,
        failOnViolation: true,
      },
      output: [
        { file: `${dist}/THIRD-PARTY-NOTICES.txt`, template: (bundled) => noticesOf(byName(bundled)) },
        { file: `${dist}/sbom.cdx.json`, template: (bundled) => billOf(byName(bundled)) },
      ],
    },
  });
  // Rolldown runs the plugins of Rollup; only their types differ.
  return plugin as unknown as Rolldown.Plugin;
}

function byName(bundled: readonly Dependency[]): Dependency[] {
  return bundled.toSorted((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
}

function noticesOf(bundled: readonly Dependency[]): string {
  const parts = bundled.map(({ name, version, license: terms, licenseText, noticeText, author }) => {
    const text = (licenseText ?? `Licence: ${terms}${author ? `\nCopyright: ${author.text()}` : ''}`).trim();
    return `${[`${name} ${version} (${terms})`, text, noticeText?.trim()].filter(Boolean).join('\n\n')}\n`;
  });
  const head = `${own.name} contains code of the packages below, under the conditions that each of them states.\n`;
  return [head, ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}

function billOf(bundled: readonly Dependency[]): string {
  const bill = new Models.Bom();
  const root = componentOf(Enums.ComponentType.Application, own.name, own.version, own.license);
  bill.metadata.component = root;
  const parts = bundled.map(({ name, version, license: terms }) =>
    componentOf(Enums.ComponentType.Library, name ?? '', version ?? '', terms ?? ''),
  );
  // The native parsers are installed beside the bundle, each where it runs.
  const beside = Object.entries(own.optionalDependencies).map(([name, version]) =>
    componentOf(Enums.ComponentType.Library, name, version, own.license, Enums.ComponentScope.Optional),
  );
  for (const part of [...parts, ...beside]) {
    bill.components.add(part);
    root.dependencies.add(part.bomRef);
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bill, { sortLists: true, space: 2 })}\n`;
}

function componentOf(
  type: Enums.ComponentType,
  name: string,
  version: string,
  terms: string,
  scope?: Enums.ComponentScope,
): Models.Component {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const component = new Models.Component(type, name, { bomRef: purl, purl, version, ...(scope && { scope }) });
  component.licenses.add(/\s/.test(terms) ? new Models.LicenseExpression(terms) : new Models.SpdxLicense(terms));
  return component;
}
