import { InvalidArgumentError } from 'commander';
import { formatNames } from '../report/names.ts';
import { dayOf, isIsoDate } from '../text/date.ts';
import { didYouMean } from '../text/nearest.ts';
import type { Output } from './outputs.ts';

/** Today by the clock of the machine, as YYYY-MM-DD. */
export function today(): string {
  return dayOf(new Date());
}

/** A day of the calendar, or an error that says how to write one. */
export function date(text: string): string {
  if (!isIsoDate(text)) throw new InvalidArgumentError('Write a day of the calendar as YYYY-MM-DD.');
  return text;
}

/** A whole number, or an error that asks for one. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Write a whole number.');
  return Number(text);
}

/** A whole number from 1 on, or an error that asks for one. */
export function atLeastOne(text: string): number {
  if (wholeNumber(text) === 0) throw new InvalidArgumentError('Write a whole number from 1 on.');
  return Number(text);
}

/** One of some names, or an error that lists them, with the one that is perhaps meant. */
export function oneOf<Name extends string>(names: readonly Name[]): (text: string) => Name {
  return (text) => {
    const found = names.find((one) => one === text);
    if (found !== undefined) return found;
    const question = didYouMean(text.toLowerCase(), names);
    throw new InvalidArgumentError(`${question ? `${question} ` : ''}Allowed choices are ${names.join(', ')}.`);
  };
}

/** One more format, with the file that it goes to. */
export function output(text: string, before: readonly Output[] = []): Output[] {
  const [name = '', ...rest] = text.split('=');
  const format = oneOf(formatNames)(name);
  const file = rest.join('=');
  if (rest.length > 0 && file === '') throw new InvalidArgumentError('Name a file behind “=”, or leave “=” out.');
  return [...before, rest.length === 0 ? { format } : { format, file }];
}
