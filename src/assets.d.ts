/** What `build/assets.ts` makes of the project's data files. */
declare module '*.yaml' {
  import type { JsonObject } from './data/json.ts';
  export const data: JsonObject;
}

declare module '*.hbs' {
  export const render: (context: unknown) => string;
}
