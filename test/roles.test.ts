import { describe, expect, test } from 'vitest';
import { agreementWith, charges, scope } from '../src/rules/examples.ts';
import { carParks, findings } from './sla.ts';

const parties = `parties:
  - { name: Nash Council, senior-responsible-officer: { post: Head of Place } }
  - { name: Avon Police, senior-responsible-officer: { post: District Commander } }`;

/** The posts that are said to contradict the front matter, below some lines. */
const contradicting = (...lines: readonly string[]) =>
  findings(agreementWith(parties, scope, charges, `Nash Council and Avon Police.\n\n${lines.join('\n')}\n`), carParks)
    .filter(({ rule }) => rule === 'role-named-twice')
    .map(({ data }) => data.post);

describe('who holds a role, by the tables of an agreement', () => {
  const columns = ['| Role | Nash Council | Avon Police |', '| - | - | - |'];
  const rows = ['| Party | Senior responsible officer |', '| - | - |'];

  test.each<[string, readonly string[], readonly string[]]>([
    [
      'a column for each party',
      [...columns, '| SRO | Director of Resources | District Commander |'],
      ['Director of Resources'],
    ],
    ['a row for each party', [...rows, '| Nash Council | Director of Resources |'], ['Director of Resources']],
    [
      'parties in short',
      ['| | The Council | The Force |', '| - | - | - |', '| SRO | Head of Place | Superintendent |'],
      ['Superintendent'],
    ],
    ['the same posts', [...columns, '| SRO | Head of Place | District Commander, Avon |'], []],
    ['nobody yet', [...columns, '| SRO | TBC | – |'], []],
    ['people', [...columns, '| SRO | Alison Clerk | Mr B. Chief |'], []],
    ['several people in a cell', [...columns, '| SRO | Director of Resources; Town Clerk | |'], []],
    ['several rows', [...columns, '| SRO | Director of Resources | |', '| SRO | Town Clerk | |'], []],
    ['the post and another one', [...columns, '| SRO | Head of Place | |', '| SRO | Town Clerk | |'], []],
    ['deputies', [...columns, '| Deputy SRO | Town Clerk | |', '| SRO (deputy) | Town Clerk | |'], []],
    ['a column of deputies', ['| Role | Nash Council’s deputy | |', '| - | - | - |', '| SRO | Town Clerk | |'], []],
    [
      'other parties',
      ['| Role | Nash Wardens | Fire Service |', '| - | - | - |', '| SRO | Director | Area Manager |'],
      [],
    ],
    ['places', ['| Place | SRO |', '| - | - |', '| Nash town centre | Town Clerk |'], []],
    [
      'a level of escalation',
      ['| Step | Time | Who |', '| - | - | - |', '| Senior responsible officer | 5 days | Manager |'],
      [],
    ],
  ])('%s', (_title, table, posts) => {
    expect(contradicting(...table)).toEqual(posts);
  });
});
