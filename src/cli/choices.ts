import { type Framework, fieldNamed } from '../framework/framework.ts';
import { loadShipped, shippedNames } from '../framework/shipped.ts';
import { layOut } from '../report/page.ts';
import { companions } from '../scaffold/companions.ts';
import { type ExitCode, type Io, widthOf } from './io.ts';

/** Lists what the options of `init` can be given under a framework, for those who do not know the words yet. */
export async function listChoices(io: Io, framework: Framework): Promise<ExitCode> {
  const { stdout } = io;
  const { frontMatter } = framework;
  const kinds = fieldNamed(frontMatter, 'surveillance')?.items?.values ?? [];
  const roles = fieldNamed(fieldNamed(frontMatter, 'parties')?.items, 'role')?.examples ?? [];
  const leaving = framework.sections.filter((section) => section.omittable).map((section) => section.id);
  stdout.write('--framework\n');
  const all = await Promise.all(shippedNames.map(loadShipped));
  const told = all.map(({ name, title, description }) => `- ${name}: ${title}. ${description}`);
  const medium = { color: false, width: widthOf(io) };
  stdout.write(`${layOut(told.join('\n\n'), medium)}\n\n`);
  const lines = [
    ['--surveillance', kinds],
    ['--party NAME:ROLE, roles such as', roles],
    ['--omit SECTION=REASON, sections', leaving],
    ['--with', Object.keys(companions)],
  ] as const;
  for (const [flag, values] of lines)
    if (values.length > 0) stdout.write(`${flag}\n${layOut(`  ${values.join(', ')}`, medium)}\n`);
  return 0;
}
