/** The pieces that most examples are put together from; `examples/framework/car-parks.yaml` says what they must hold. */
export const scope = '## Scope\n\n**Area:** two car parks.\n\n**Exclusions:** shops.\n';
export const charges = '## Charges\n\nNone.\n';

/** A document of some parts, each of which ends with a line break. */
export function agreement(...parts: readonly string[]): string {
  return ['# Agreement\n', ...parts].join('\n');
}

/** The same behind front matter. */
export function agreementWith(frontMatter: string, ...parts: readonly string[]): string {
  return `---\n${frontMatter}\n---\n\n${agreement(...parts)}`;
}
