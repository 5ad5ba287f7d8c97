import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { FormatName } from './names.ts';
import { pretty } from './pretty.ts';
import { rdjson } from './rdjson.ts';
import type { Format } from './report.ts';
import { sarif } from './sarif.ts';
import { unix } from './unix.ts';

/** Every format, by the name under which `--format` knows it. To add one: its file, its line here and in `names.ts`. */
export const formats: Readonly<Record<FormatName, Format>> = {
  pretty,
  unix,
  json,
  github,
  gitlab,
  sarif,
  junit,
  markdown,
  rdjson,
};
