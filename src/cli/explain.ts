import { frameworkPage } from '../explain/framework.ts';
import { requirementPage } from '../explain/requirement.ts';
import { rulePage } from '../explain/rule.ts';
import { allRequirements, findRequirement } from '../framework/framework.ts';
import { defaultFramework, isShipped, shippedNames } from '../framework/shipped.ts';
import { layOut } from '../report/page.ts';
import { rules } from '../rules/registry.ts';
import { groups } from '../rules/rule.ts';
import { didYouMean } from '../text/nearest.ts';
import { loadConfig } from '../workspace/config.ts';
import { failure } from '../workspace/failure.ts';
import { frameworksBy } from '../workspace/frameworks.ts';
import { type ExitCode, type Io, wantsColour, widthOf } from './io.ts';

/** Explains a rule, or a part of a framework; lists the rules when neither is named. */
export async function runExplain(io: Io, topic: string | undefined): Promise<ExitCode> {
  const page = topic === undefined ? ruleList() : await pageOn(io, topic);
  io.stdout.write(layOut(page, { color: wantsColour(io), width: widthOf(io) }));
  return 0;
}

async function pageOn(io: Io, topic: string): Promise<string> {
  const rule = rules.find((one) => one.id === topic);
  if (rule) return rulePage(rule);
  const [head = '', ...rest] = topic.split('/');
  const config = await loadConfig(io.cwd);
  const named = isShipped(head) || Object.hasOwn(config?.frameworks ?? {}, head);
  const framework = await frameworksBy(config, io.cwd).named(named ? head : defaultFramework);
  const path = named ? rest.join('/') : topic;
  if (path === '') return frameworkPage(framework);
  const requirement = findRequirement(framework, path);
  if (requirement) return requirementPage(framework, requirement);
  const known = [
    ...rules.map((one) => one.id),
    ...shippedNames,
    ...allRequirements(framework.sections).map((one) => (named ? `${head}/${one.path}` : one.path)),
  ];
  throw failure({
    text: `there is nothing to explain under “${topic}”`,
    remedy: didYouMean(topic, known) ?? '“sla explain” lists the rules, “sla framework show NAME” the sections.',
  });
}

function ruleList(): string {
  const parts = Object.entries(groups).flatMap(([group, title]) => {
    const own = rules.filter((rule) => rule.group === group);
    const lines = own.map(({ id, summary }) => `- **${id}**: ${summary}`);
    return own.length === 0 ? [] : [`# ${title}\n\n${lines.join('\n')}\n`];
  });
  return `${parts.join('\n')}\n“sla explain RULE” tells more; so does “sla explain FRAMEWORK/SECTION/COMPONENT”.\n`;
}
