import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DocumentLink } from 'vscode-languageserver';
import { entryOf } from '../data/node.ts';
import type { Link } from '../document/links.ts';
import { partsOfAddress, pathBeside } from '../text/address.ts';
import { isFile } from '../workspace/frameworks.ts';
import { namesIn } from './names.ts';
import type { Laid } from './readings.ts';

/** Where the links of a document lead: to the web, to files beside it, to its own headings; and its framework's file. */
export function linksOf({ uri, source, positions, binding, judged }: Laid): DocumentLink[] {
  const { links, frontMatter } = binding.document;
  const fileUri = (address: string) => pathToFileURL(resolve(judged.court.cwd, pathBeside(source.path, address))).href;
  const headings = new Map(
    namesIn(binding).flatMap(({ kind, uses, at }) => (kind === 'heading' ? uses.map((one) => [one, at] as const) : [])),
  );
  const targetOf = ({ target, span }: Link): string | undefined => {
    if (/^(?:https?|mailto):/i.test(target)) return target;
    if (/^(?:[a-z][a-z0-9+.-]*:|\/|\\)/i.test(target)) return undefined;
    const { path } = partsOfAddress(target);
    if (path !== '') return fileUri(path);
    const heading = headings.get(span);
    return heading && `${uri}#L${heading.start.line}`;
  };
  const framework = frontMatter.state === 'present' ? entryOf(frontMatter.root, 'framework')?.value : undefined;
  const named =
    framework?.kind === 'scalar' && typeof framework.value === 'string' && isFile(framework.value)
      ? framework
      : undefined;
  return [
    ...(named ? [{ range: positions.range(named.span), target: fileUri(String(named.value)) }] : []),
    ...links.flatMap((link): DocumentLink[] => {
      const target = targetOf(link);
      return target === undefined ? [] : [{ range: positions.range(link.span), target }];
    }),
  ];
}
