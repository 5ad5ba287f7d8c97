/** What `build/assets.ts` makes of the project's data files. */
declare module '*.yaml' {
  import type { JsonObject } from './data/json.ts';
  export const data: JsonObject;
}

declare module '*.hbs' {
  export const render: (context: unknown) => string;
}

declare module 'built:id' {
  /** Tells this build of the program from every other one. */
  export const id: string;
}

declare module 'built:frameworks' {
  import type { JsonObject } from './data/json.ts';
  /** The schemas of the shipped frameworks, and what they share. */
  export const schemas: readonly JsonObject[];
}

declare module 'built:frameworks/*' {
  import type { FrameworkData } from './framework/framework.ts';
  import type { Compiled } from './framework/violations.ts';
  export const data: FrameworkData;
  export const validate: Compiled;
}

declare module 'built:*.schema.json' {
  import type { Compiled } from './framework/violations.ts';
  export const validate: Compiled;
}
