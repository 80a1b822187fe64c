/** Do Han or Kana and Latin letters or digits meet before an offset, but for isolates between them? */
export function isMeeting(text: string, at: number): boolean {
  const [before, after] = [text.slice(0, at), text.slice(at)].map((part) =>
    part.replace(/[\u2066-\u2069]/g, ''),
  );
  const [han, latin] = ['[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}]', '[0-9\\p{sc=Latn}\\p{sc=Grek}\\p{sc=Cyrl}]'];
  return new RegExp(`(?:${han}\\n${latin}|${latin}\\n${han})`, 'u').test(
    `${[...before!].at(-1) ?? ''}\n${[...after!][0] ?? ''}`,
  );
}
