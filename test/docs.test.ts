import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import frameworkSchema from '../schemas/framework.schema.json' with { type: 'json' };
import { data as values } from '../schemas/frameworks/values.yaml';
import { frameworkPage } from '../src/explain/framework.ts';
import { severityText } from '../src/explain/rule.ts';
import { rules } from '../src/rules/registry.ts';
import { groups } from '../src/rules/rule.ts';
import { companions } from '../src/scaffold/companions.ts';
import { documentLimits, limits, settingsLimits, tooLong } from '../src/text/limits.ts';
import { root } from './files.ts';
import { shipped, sla } from './sla.ts';

/** What stands between `<!-- name: argument -->` and `<!-- /name -->` is rendered; the rest of a page is written. */
function rendered(page: string): string {
  return readFileSync(join(root, page), 'utf8').replace(
    /(<!-- (output|rules|file|annotations|values|frameworks|example|quality|limits)(?:: (.*?))? -->\n)[\s\S]*?(<!-- \/\2 -->)/g,
    (_all, opening: string, name: string, argument: string, closing: string) =>
      `${opening}\n${regions[name]?.(argument) ?? ''}\n\n${closing}`,
  );
}

/** Words that show Markdown's marks themselves. */
const escaped = (words: string) => words.replace(/[*_`[<&~]/g, '\\$&');

/** What the first example of docs/api.md prints, run as a program of its own. */
function printed(): string {
  const program = /```js\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/api.md'), 'utf8'))?.[1] ?? '';
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: root,
    encoding: 'utf8',
  });
  return `\`\`\`text\n${stdout.trimEnd()}\n\`\`\``;
}

const regions: Readonly<Record<string, (argument: string) => string>> = {
  example: printed,
  quality: () =>
    spawnSync(process.execPath, ['test/corpus/quality.js'], { cwd: root, encoding: 'utf8' }).stdout.trimEnd(),
  output: (command) => `\`\`\`console\n$ ${command}\n${sla(command.split(' ').slice(1)).out.trimEnd()}\n\`\`\``,
  file: (path) => {
    const [, name = ''] = /^templates\/with\/(.*)\.hbs$/.exec(path) ?? [];
    const text = companions[name]?.text ?? readFileSync(join(root, path), 'utf8');
    const language = text.startsWith('{') ? 'json' : path.endsWith('Jenkinsfile') ? 'groovy' : 'yaml';
    return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
  },
  limits: (where) => {
    const all = where === 'settings' ? settingsLimits : { bytes: tooLong(limits.bytes + 1), ...documentLimits };
    const rows = Object.values(all).map(({ problem, remedy }) => `| ${escaped(problem)} | ${escaped(remedy)} |`);
    return `| what is said | what to do |\n| --- | --- |\n${rows.join('\n')}`;
  },
  annotations: () => {
    const { properties } = frameworkSchema.$defs.schema;
    const rows = Object.entries({ ...properties, form: frameworkSchema.properties.form }).flatMap(([key, about]) =>
      'description' in about ? [`| \`${key}\` | ${about.description} |`] : [],
    );
    return `| key | what it says |\n| --- | --- |\n${rows.join('\n')}`;
  },
  values: () => {
    const rows = Object.entries(values.$defs as Record<string, Record<string, unknown>>).flatMap(([name, about]) => {
      if (typeof about.description !== 'string' || name === 'omitted') return [];
      const keys = Object.keys((about.properties ?? {}) as object).filter((key) => key !== 'text' && key !== 'words');
      return [`| \`${name}\` | ${about.description} | ${keys.map((key) => `\`${key}\``).join(', ')} |`];
    });
    return `| value | what it is | properties |\n| --- | --- | --- |\n${rows.join('\n')}`;
  },
  frameworks: () => {
    const rows = shipped.map(
      ({ name, title, sections }) => `| [\`${name}\`](docs/frameworks/${name}.md) | ${title} | ${sections.length} |`,
    );
    return `| framework | document | sections |\n| --- | --- | --- |\n${rows.join('\n')}`;
  },
  rules: () =>
    Object.entries(groups)
      .flatMap(([group, title]) => {
        const own = rules.filter((rule) => rule.group === group);
        const rows = own.map(
          (rule) => `| [\`${rule.id}\`](docs/rules/${rule.id}.md) | ${rule.summary} | ${severityText(rule)} |`,
        );
        return own.length === 0
          ? []
          : [`**${title}**\n\n| rule | what it asks | severity |\n| --- | --- | --- |\n${rows.join('\n')}`];
      })
      .join('\n\n'),
};

test.each([
  'README.md',
  'docs/frameworks.md',
  'docs/api.md',
  'docs/integration.md',
  'docs/limits.md',
  'docs/quality.md',
])('%s shows what the program really prints', async (page) => {
  await expect(rendered(page)).toMatchFileSnapshot(join(root, page));
});

test.each(shipped)('the framework $name has its page', async (framework) => {
  await expect(frameworkPage(framework)).toMatchFileSnapshot(join(root, `docs/frameworks/${framework.name}.md`));
});

test('what programs may import is what docs/api-surface.txt says', async () => {
  const surface = readFileSync(join(root, 'dist/index.d.cts'), 'utf8').replace(/^\/\/#(?:end)?region.*\n/gm, '');
  await expect(surface).toMatchFileSnapshot(join(root, 'docs/api-surface.txt'));
});

test('of the findings in the corpus at most 2 in 100 are wrong, at least 95 in 100 true ones are made, and no near miss is', () => {
  const page = readFileSync(join(root, 'docs/quality.md'), 'utf8');
  const [, right = '', wrong = '', missed = ''] = /\| \*\*all\*\* \| (\d+) \| (\d+) \| (\d+) \|/.exec(page) ?? [];
  const [all, good] = [Number(right) + Number(wrong), Number(right)];
  expect(good / all).toBeGreaterThanOrEqual(0.98);
  expect(good / (good + Number(missed))).toBeGreaterThanOrEqual(0.95);
  expect(page).toContain('0 of the places that must stay silent do not.');
});

test('every typical defect of published agreements has a rule, and a document of the corpus in which it is found', () => {
  const defects = readFileSync(join(root, 'test/corpus/defects.yaml'), 'utf8').match(/^D\d\d .*$/gm) ?? [];
  expect(defects).toHaveLength(27);
  const page = readFileSync(join(root, 'docs/quality.md'), 'utf8');
  for (const defect of defects) {
    const rule = defect.split(': ').at(-1) ?? '';
    const [, right = '0'] = new RegExp(`\\| \`${rule}\` \\| (\\d+) \\|`).exec(page) ?? [];
    expect(Number(right), defect).toBeGreaterThan(0);
  }
});
