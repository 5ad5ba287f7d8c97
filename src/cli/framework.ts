import { frameworkPage } from '../explain/framework.ts';
import type { Framework } from '../framework/framework.ts';
import { shippedNames } from '../framework/shipped.ts';
import { layOut } from '../report/page.ts';
import { printable } from '../report/printable.ts';
import { loadConfig } from '../workspace/config.ts';
import { frameworksBy, frameworksFor } from '../workspace/frameworks.ts';
import { type ExitCode, type Io, wantsColour, widthOf, writeJson } from './io.ts';

/** Lists the shipped frameworks. */
export async function runFrameworkList(io: Io, asJson: boolean): Promise<ExitCode> {
  const { named } = frameworksFor(io.cwd);
  const all = await Promise.all(shippedNames.map(named));
  const rows = all.map(({ name, title, edition, sections }) => ({
    name,
    title,
    edition: edition ?? null,
    sections: sections.length,
  }));
  if (asJson) writeJson(io.stdout, rows);
  else {
    for (const { name, title, sections } of rows) io.stdout.write(`${name}  ${title} (${sections} sections)\n`);
    io.stdout.write('\n“sla framework show NAME” tells what one asks for.\n');
  }
  return 0;
}

async function frameworkNamed({ cwd }: Io, name: string): Promise<Framework> {
  return frameworksBy(await loadConfig(cwd), cwd).named(name);
}

/** Shows what a framework asks for. */
export async function runFrameworkShow(io: Io, name: string): Promise<ExitCode> {
  const page = frameworkPage(await frameworkNamed(io, name));
  io.stdout.write(layOut(page, { color: wantsColour(io), width: widthOf(io) }));
  return 0;
}

/** Prints a framework as one self-contained JSON Schema. */
export async function runFrameworkSchema(io: Io, name: string): Promise<ExitCode> {
  const { bundle } = await frameworkNamed(io, name);
  writeJson(io.stdout, await bundle());
  return 0;
}

/** Checks a framework file of the user's own; what is wrong with it is thrown where it is loaded. */
export async function runFrameworkCheck(io: Io, file: string): Promise<ExitCode> {
  const { title, sections } = await frameworksFor(io.cwd).file(file);
  io.stdout.write(printable(`✓ ${file}: “${title}”, ${sections.length} sections. Use it with --framework ${file}.`));
  io.stdout.write('\n');
  return 0;
}
