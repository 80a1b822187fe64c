import { remembered } from '../inline/remembered.ts';
import type { Span } from './marks.ts';

/**
 * Words for digits in languages that write them without spaces between, from nought, several for one parted by spaces; and
 * those that multiply the one before. Data.
 */
const rows: readonly {
  readonly units: readonly string[];
  readonly times: Readonly<Record<string, number>>;
}[] = [
  {
    // Korean
    units: [
      ...['영 공 령', '일 하나', '이 둘', '삼 셋', '사 넷', '오 다섯', '육 륙 여섯', '칠 일곱', '팔 여덟'],
      '구 아홉',
    ],
    times: { 십: 10, 백: 100, 천: 1000 },
  },
  {
    // Thai
    units: ['ศูนย์', 'หนึ่ง เอ็ด', 'สอง ยี่ โท', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'],
    times: { สิบ: 10, ร้อย: 100, พัน: 1000 },
  },
  {
    // Lao
    units: ['ສູນ', 'ໜຶ່ງ ນຶ່ງ ເອັດ', 'ສອງ ຊາວ', 'ສາມ', 'ສີ່', 'ຫ້າ', 'ຫົກ', 'ເຈັດ', 'ແປດ', 'ເກົ້າ'],
    times: { ສິບ: 10, ຮ້ອຍ: 100, ພັນ: 1000 },
  },
  {
    // Khmer
    units: [...['សូន្យ', 'មួយ', 'ពីរ', 'បី', 'បួន', 'ប្រាំ', 'ប្រាំមួយ', 'ប្រាំពីរ ប្រាំពីល', 'ប្រាំបី'], 'ប្រាំបួន'],
    times: { ដប់: 10, រយ: 100, ពាន់: 1000 },
  },
  {
    // Burmese
    units: ['သုည', 'တစ်', 'နှစ်', 'သုံး', 'လေး', 'ငါး', 'ခြောက်', 'ခုနစ် ခုနှစ်', 'ရှစ်', 'ကိုး'],
    times: { ဆယ်: 10, ရာ: 100, ထောင်: 1000 },
  },
  {
    // Japanese
    units: [
      ...['ゼロ れい レイ まる マル', 'いち イチ', 'に ニ にい ニー にー', 'さん サン', 'よん し ヨン シ'],
      ...[
        'ご ゴ ごう ゴー ごー',
        'ろく ロク',
        'なな しち ナナ シチ',
        'はち ハチ',
        'きゅう く キュウ キュー ク',
      ],
    ],
    times: { じゅう: 10, ジュウ: 10, ひゃく: 100, ヒャク: 100, せん: 1000 },
  },
  {
    // Chinese, and Japanese in its signs
    units: [
      '〇 零 ○',
      '一 壱 壹 幺',
      '二 貳 贰 弐 两 兩',
      '三 参 參 叁',
      '四',
      '五 伍',
      '六',
      '七',
      '八',
      '九',
    ],
    times: { 十: 10, 拾: 10, 百: 100, 千: 1000 },
  },
];

interface Token extends Span {
  /** A digit, or what multiplies the one before. */
  readonly value: number;
}

/** Texts are read in NFKC. */
const values: ReadonlyMap<string, number> = new Map(
  rows.flatMap(({ units, times }) => [
    ...units.flatMap((words, value) =>
      words.split(' ').map((word) => [word.normalize('NFKC'), value] as const),
    ),
    ...Object.entries(times).map(([word, value]) => [word.normalize('NFKC'), value] as const),
  ]),
);

/** The longest first: a Khmer eight begins with a five. */
const token = new RegExp(`${[...values.keys()].sort((a, b) => b.length - a.length).join('|')}|\\d`, 'gu');
/** What a word begins with: a run has one. */
const firstOfWord = new RegExp(`[${[...new Set([...values.keys()].map((word) => word[0]))].join('')}]`);
const gap = /^[ ·・、,.-]{0,2}$/;
/** A number has as many words, at most, and at least: 백구 is 109. */
const most = 24;
const fewest = (run: readonly Token[]) => (run.some(({ value }) => value >= 100) ? 2 : 3);

/** Words for digits in a row, of a text as its digits are read. */
export const unpartedRuns = remembered((text): readonly (readonly Token[])[] =>
  rowsIn(text).filter(
    (run) => run.length >= fewest(run) && run.some(({ start }) => !/\d/.test(text[start]!)),
  ),
);

/** Amounts from ten on that are said so: 十四天. Fewer are one word, which begins others too. */
export const unpartedAmounts = (text: string): (readonly Token[])[] =>
  rowsIn(text).filter(
    (run) => run.some(({ value }) => value >= 10) && run.every(({ start }) => !/\d/.test(text[start]!)),
  );

function rowsIn(text: string): Token[][] {
  if (!firstOfWord.test(text)) return [];
  const runs: Token[][] = [];
  let last: Token[] = [];
  for (const { 0: word, index } of text.matchAll(token)) {
    const one = { start: index, end: index + word.length, value: values.get(word) ?? Number(word) };
    const isNext = last.length > 0 && last.length < most && gap.test(text.slice(last.at(-1)!.end, index));
    if (!isNext) {
      last = [];
      runs.push(last);
    }
    last.push(one);
  }
  return runs;
}

/** Digits of words in a row: one after the other, or, where some multiply, of the amount that they say: 백십구 is 119. */
export function digitsOfRun(run: readonly Token[]): string {
  if (run.every(({ value }) => value < 10)) return run.map(({ value }) => value).join('');
  let [sum, digit] = [0, 0];
  for (const { value } of run)
    if (value < 10) digit = value;
    else {
      sum += Math.max(digit, 1) * value;
      digit = 0;
    }
  return String(sum + digit);
}
