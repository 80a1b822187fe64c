/** Years of another calendar in a source, by what stands before them or by its script; what is added to one. The later ends in another season. */
const eras: readonly (readonly [year: RegExp, added: readonly number[]])[] = [
  [/令和 ?(元|\d{1,2})(?= ?年)/g, [2018]],
  [/平成 ?(元|\d{1,2})(?= ?年)/g, [1988]],
  [/昭和 ?(元|\d{1,2})(?= ?年)/g, [1925]],
  [/民[國国] ?(元|\d{1,3})(?= ?年)/g, [1911]],
  [/(?<=(?:พ\.ศ\.|ปี) ?)(25\d\d)(?!\d)/g, [-543]],
  [
    /(?<=(?:वि\.सं\.|विक्रम संवत्?|सन्|साल) ?)(20\d\d)(?!\d)|(?<!\d)(20\d\d)(?= ?(?:साल|सालमा|सालको|सालदेखि))/g,
    [-57, -56],
  ],
  [/(?<!\d)(1[34]\d\d)(?!\d)(?=[^\d]*[گچپژکی])|(?<=[گچپژکی][^\d]*)(?<!\d)(1[34]\d\d)(?!\d)/g, [621, 622]],
];

/** A translation without the years by the calendar of most of the world that its source names by its own: 令和7年 is 2025. Both as their digits are read. */
export function withoutYearsOf(source: string, translated: string): string {
  const years = new Set(
    eras.flatMap(([pattern, added]) =>
      [...source.matchAll(pattern)].flatMap(([, one, other]) => {
        const year = one === '元' ? 1 : Number(one ?? other);
        return added.map((each) => String(year + each));
      }),
    ),
  );
  return years.size === 0
    ? translated
    : translated.replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, (year) => (years.has(year) ? ' ' : year));
}
