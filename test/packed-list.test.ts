import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiJson } from '../src/workspace/ascii-json.ts';
import { packedList } from '../src/workspace/packed-list.ts';

/** A list of so many values, put in the order of some places. */
function listOf(places: readonly number[]) {
  const list = packedList<{ readonly place: number; readonly text: string }>();
  for (const place of places) list.put(place, asciiJson({ place, text: `“${place}” \ud800 駐車場 😀` }));
  return list;
}

test.each([0, 1, 99, 100, 101, 250])('%i values come out in order, however often and whatever came first', (count) => {
  const inOrder = Array.from({ length: count }, (_one, place) => place);
  fc.assert(
    fc.property(fc.shuffledSubarray(inOrder, { minLength: count }), (places) => {
      const list = listOf(places);
      for (const _time of [1, 2]) expect([...list]).toEqual([...listOf(inOrder)]);
      expect([...list].map(({ place }) => place)).toEqual(inOrder);
    }),
    { numRuns: 20 },
  );
});

test('places that are empty as yet are passed over', () => {
  expect([...listOf([2, 205])].map(({ place }) => place)).toEqual([2, 205]);
});
