import type { Framework, FrameworkData } from './framework.ts';
import { type Compiled, validatorOf } from './violations.ts';

/** A framework as the build leaves it: read and compiled, so that nothing of that is done at a user's desk. */
interface Built {
  readonly data: FrameworkData;
  readonly validate: Compiled;
}

/** The frameworks that come with the program, by name. To add one: its file in `schemas/frameworks`, its line here. */
const shipped = {
  'surveillance-camera': () => import('built:frameworks/surveillance-camera.yaml'),
  'self-assessment': () => import('built:frameworks/self-assessment.yaml'),
  'community-engagement': () => import('built:frameworks/community-engagement.yaml'),
  'delivery-plan': () => import('built:frameworks/delivery-plan.yaml'),
  service: () => import('built:frameworks/service.yaml'),
} satisfies Record<string, () => Promise<Built>>;

/** The name of a framework that comes with the program. */
export type ShippedName = keyof typeof shipped;

export const shippedNames = Object.keys(shipped) as ShippedName[];

export function isShipped(name: string): name is ShippedName {
  return Object.hasOwn(shipped, name);
}

/** The framework that `init` takes when none is named. */
export const defaultFramework: ShippedName = 'surveillance-camera';

export async function loadShipped(name: ShippedName): Promise<Framework> {
  const { data, validate } = await shipped[name]();
  const bundle = async () => (await import('./schemas.ts')).shippedBundle(data.id);
  return { ...data, bundle, validate: validatorOf(validate, data.id) };
}
