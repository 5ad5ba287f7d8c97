import { type Anchors, anchorsOf } from '../binding/anchors.ts';
import type { Link } from '../document/links.ts';
import type { Fix } from '../finding/finding.ts';
import { retargeted } from '../repair/link-repairs.ts';
import { partsOfAddress, pathBeside } from '../text/address.ts';
import { detourOf } from '../text/detour.ts';
import { nearest } from '../text/nearest.ts';
import { findPlaceholders } from '../text/placeholder.ts';
import { excerpt } from '../text/shorten.ts';
import type { Source } from '../text/source.ts';
import { agreement, charges, scope } from './examples.ts';
import { defineRule } from './rule.ts';

/** To how many broken links a better one is proposed; comparing each with every heading takes its time. */
const most = 50;

export const linkBroken = defineRule({
  id: 'link-broken',
  group: 'content',
  summary: 'A link within the document, or to a file beside it, leads somewhere; one to the web leads straight there.',
  why: 'What the parties agreed by reference cannot be read by those who have to keep to it.',
  source: 'Published agreements with links that lead nowhere; GitHub’s rules for the anchors of headings',
  severity: { draft: 'warning', agreed: 'warning', retired: 'off' },
  messages: {
    anchor: ({ anchor }: { readonly anchor: string }) => ({
      text: `The link leads to “#${anchor}”, and no heading of this document has that anchor.`,
      help: 'Correct the anchor: the words of the heading in small letters, without punctuation, with hyphens for spaces.',
    }),
    bookmarks: ({ count }: { readonly count: number }) => ({
      text: `${count === 1 ? 'A link leads to a bookmark' : `${count} links lead to bookmarks`} of a word processor that this document does not have.`,
      help: 'Write the anchors of the headings in their place, or take out the table of contents.',
    }),
    file: ({ file }: { readonly file: string }) => ({
      text: `The link leads to the file “${file}”, and there is no such file.`,
      help: 'Correct the path, which starts at the folder of this document, or add the file.',
    }),
    scheme: ({ address }: { readonly address: string }) => ({
      text: `The link leads to a file called “${address}”, not to an address on the web.`,
      help: 'Write “https://” in front of it.',
    }),
    detour: ({ by, address }: { readonly by: string; readonly address: string }) => ({
      text: `The link goes by way of “${by}”, where a mail program or an editor sent it.`,
      help: `Such links stop working, and can tell who was sent them. Link to ${address === '' ? 'the page itself' : `“${excerpt(address)}”`}.`,
    }),
  },
  *check({ binding, exists }) {
    const { source, links } = binding.document;
    const anchors = anchorsOf(binding.document);
    const bookmarks: Link[] = [];
    let advised = 0;
    for (const link of links) {
      const { target, span: at } = link;
      const detour = detourOf(target);
      if (detour) {
        const { by, address = '' } = detour;
        const fix = address === '' ? undefined : retarget(source, link, address, 'safe');
        yield { message: 'detour', data: { by, address }, at, ...(fix && { fix }) };
        continue;
      }
      if (target === '' || findPlaceholders(target).length > 0 || /^(?:[a-z][a-z0-9+.-]*:|\/|\\)/i.test(target))
        continue;
      const { path, anchor } = partsOfAddress(target);
      if (/^www\.[\p{L}\p{N}-]+\./u.test(target)) {
        const fix = retarget(source, link, `https://${target}`, 'safe');
        yield { message: 'scheme', data: { address: target }, at, ...(fix && { fix }) };
        continue;
      }
      const file = pathBeside(source.path, path);
      if (path !== '' && file !== source.path) {
        if (exists && file !== '' && !exists(file)) yield { message: 'file', data: { file: path }, at };
        continue;
      }
      if (anchor === undefined || anchor === '' || anchor === 'top' || anchors.has(anchor)) continue;
      if (/^_(?:Toc|Ref|Hlk|bookmark)/i.test(anchor)) {
        bookmarks.push(link);
        continue;
      }
      advised += 1;
      const fix = advised > most ? undefined : toNearest(source, link, anchor, anchors);
      yield { message: 'anchor', data: { anchor }, at, ...(fix && { fix }) };
    }
    const [first] = bookmarks;
    if (first) yield { message: 'bookmarks', data: { count: bookmarks.length }, at: first.span };
  },
  examples: () => [
    {
      title: 'Anchors of headings, the second of two alike, and an id',
      markdown: agreement(
        '<a id="start"></a>\n\nSee [scope](#scope), [charges](#2-costs--funding), [more](#patrols-1), [here](#start), [the plan](plans/bays%202.pdf#page=2) and [the law](https://example.gov.uk/#x).\n',
        scope,
        '### Patrols\n\nDaily.\n',
        '## 2. Costs & funding\n\nNone.\n\n### Patrols\n\nFree.\n',
      ),
      files: ['plans/bays 2.pdf'],
      finds: [],
    },
    {
      title: 'Files, where nothing is known of the folder',
      markdown: agreement('See [the plan](plans/bays.pdf) and [the tariff](/tariff.md).\n', scope, charges),
      finds: [],
    },
    {
      title: 'A heading that is not there, or is spelt otherwise',
      markdown: agreement('See [Annex B](#annex-b-tariff) and [charges](#charge).\n', scope, charges),
      finds: ['anchor', 'anchor'],
    },
    {
      title: 'A file that is not there, and an address without https',
      markdown: agreement(
        'See [the plan](plans/bays.pdf) and [the tariff](www.example.gov.uk/tariff).\n',
        scope,
        charges,
      ),
      files: ['plans/gates.pdf'],
      finds: ['file', 'scheme'],
    },
    {
      title: 'Links that a mail program and an editor have wrapped',
      markdown: agreement(
        'See [the Code](https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.gov.uk%2Fcode&data=05) and [the plan](https://www.google.com/url?q=https://example.gov.uk/plan&sa=D).\n',
        scope,
        charges,
      ),
      finds: ['detour', 'detour'],
    },
    {
      title: 'The table of contents of a word processor',
      markdown: agreement('- [Scope](#_Toc1234)\n- [Charges](#_Toc1235)\n', scope, charges),
      finds: ['bookmarks'],
    },
  ],
});

function toNearest(source: Source, link: Link, anchor: string, { slugs }: Anchors): Fix | undefined {
  const meant = nearest(anchor.toLowerCase(), slugs);
  return meant === undefined ? undefined : retarget(source, link, `#${meant}`, 'suggested');
}

function retarget(source: Source, link: Link, better: string, safety: Fix['safety']): Fix | undefined {
  const edits = retargeted(source, link, better);
  return edits.length === 0 ? undefined : { title: `Link to “${better}”`, safety, edits };
}
