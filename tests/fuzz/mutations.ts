import fc from 'fast-check';

/** Pieces of a language in any order. */
export function pieces(words: readonly string[], most = 40): fc.Arbitrary<string> {
  const word = fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...words) }, fc.string({ maxLength: 4 }));
  return fc.array(word, { maxLength: most }).map((list) => list.join(''));
}

/** A good text with some of its parts taken out, doubled many times, or replaced by pieces of its language. */
export function mutated(text: string, words: readonly string[]): fc.Arbitrary<string> {
  const place = fc.nat(text.length);
  const change = fc.oneof(
    fc.record({ at: place, length: fc.nat(30), times: fc.constant(0), text: fc.constant('') }),
    fc.record({ at: place, length: fc.nat(200), times: fc.nat(40), text: fc.constant('') }),
    fc.record({ at: place, length: fc.nat(8), times: fc.constant(0), text: pieces(words, 4) }),
  );
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) =>
    changes.reduce((now, { at, length, times, text: put }) => {
      const taken = now.slice(at, at + length);
      return `${now.slice(0, at)}${taken.repeat(times)}${put}${now.slice(at + length)}`;
    }, text),
  );
}
