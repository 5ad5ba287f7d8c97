import { fullFormats } from 'ajv-formats/dist/formats.js';
import { isIsoDate } from '../text/date.ts';
import { findPeriod } from '../text/duration.ts';

/** What `format` may ask of a text in a schema. */
export const formats = {
  date: isIsoDate,
  email: fullFormats.email,
  'date-or-until-notice': (text: string) => text === 'until-notice' || isIsoDate(text),
  'duration-in-words': (text: string) => findPeriod(text) !== undefined,
};
