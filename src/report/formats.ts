import { json } from './json.ts';
import type { FormatName } from './names.ts';
import { pretty } from './pretty.ts';
import type { Format } from './report.ts';
import { unix } from './unix.ts';

/** Every format, by the name under which `--format` knows it. To add one: its file, its line here and in `names.ts`. */
export const formats: Readonly<Record<FormatName, Format>> = { pretty, unix, json };
