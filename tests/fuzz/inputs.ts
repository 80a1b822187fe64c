import fc from 'fast-check';

/** Texts made of the words and marks of a language, some of them many times in a row. */
export function pieces(words: readonly string[]): fc.Arbitrary<string> {
  const repeated = fc
    .tuple(fc.constantFrom(...words), fc.constantFrom(...words), fc.constantFrom(1, 1, 1, 2, 40, 3000))
    .map(([first, second, times]) => (first + (times % 2 === 0 ? second : '')).repeat(times));
  return fc.array(repeated, { maxLength: 30 }).map((parts) => parts.join(''));
}

/** A good text with a few things changed: a part taken out, doubled or moved, a word or any characters put in. */
export function mutations(good: string, words: readonly string[]): fc.Arbitrary<string> {
  const word = fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 8 }));
  const change = fc.record({
    at: fc.nat(good.length),
    length: fc.nat(60),
    times: fc.constantFrom(0, 0, 2, 50),
    word,
  });
  return fc
    .array(change, { minLength: 1, maxLength: 5 })
    .map((changes) =>
      changes.reduce(
        (text, { at, length, times, word: put }) =>
          text.slice(0, at) + put + text.slice(at, at + length).repeat(times) + text.slice(at + length),
        good,
      ),
    );
}

/** The same of bytes; `length` is that of what is changed. */
export function byteMutations(good: Uint8Array, most = 6): fc.Arbitrary<Uint8Array> {
  const value = fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff));
  const change = fc.record({
    at: fc.nat(good.length - 1),
    bytes: fc.array(value, { minLength: 1, maxLength: 4 }),
  });
  const cut = fc.option(fc.nat(good.length), { freq: 4, nil: good.length });
  return fc.tuple(fc.array(change, { maxLength: most }), cut).map(([changes, length]) => {
    const bytes = Uint8Array.from(good);
    for (const { at, bytes: put } of changes) bytes.set(put.slice(0, bytes.length - at), at);
    return bytes.subarray(0, length ?? good.length);
  });
}
