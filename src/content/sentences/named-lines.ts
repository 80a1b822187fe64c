import { Lettered, literal } from '../../letters/index.ts';
import { declaredMark, everydayMark } from '../digits/marks.ts';
import { countedWords, countLabels, yearWords } from '../words/count-words.ts';
import {
  describing,
  hourWords,
  isWords,
  lastCalls,
  lastIsWords,
  lineNames,
  lineVerbs,
  notInTitles,
  unpartedAnswers,
  unpartedCounts,
  unpartedIsWords,
  unpartedOthers,
  unpartedTurns,
} from '../words/line-names.ts';
import { phoneWords } from '../words/line-words.ts';
import { listed } from '../words/listed.ts';
import { lineNouns, runningWords } from '../words/run-words.ts';
import { small } from '../words/small.ts';
import { asksBefore } from './asked.ts';
import { ended, lastWord, unparted } from './clause.ts';

/** Who answers is one: at the head of a sentence, or behind an article. */
const named = new Lettered(
  String.raw`(?:^|[.!?:;–—•] |[。！？] ?|(?<![\p{L}\p{M}’'])(?:le|il|o|el|die|der|the|la|το|η) )$`,
  'iu',
);
const answers = new Lettered(
  String.raw`^ (?:${[
    '(?:is|stays) (?:always )?(?:free|open|toll-free|confidential|anonymous|staffed|answered|available|dedicated)',
    '(?:est|reste) (?:toujours )?(?:gratuit|ouvert|anonyme|joignable|confidentiel|accessible)|vous (?:répond|écoute)',
    '(?:es|está) (?:siempre )?(?:gratis|gratuito|gratuita|abierto|abierta|confidencial|anónimo|disponible)',
    'è (?:sempre )?(?:gratuito|gratis|aperto|attivo|anonimo|riservato)',
    '(?:é|fica) (?:sempre )?(?:gratuito|grátis|aberto|gratuita)',
    'ist (?:immer )?(?:kostenlos|kostenfrei|gratis|erreichbar|anonym)',
  ].join('|')})(?![\p{L}\p{M}])`,
  'iu',
);
const nextWord = new Lettered(String.raw`^ ([\p{L}\p{M}\u200c]+)`, 'u');

/** True of a number that answers, or is free: “Le 3947 vous écoute”, “3947 is free and open all night”. */
export function isAnswering(before: string, after: string): boolean {
  if (!named.test(before)) return false;
  if (unpartedAnswers.test(after)) return true;
  const verb = nextWord.exec(after)?.[1];
  return verb !== undefined && (lineVerbs.has(small(verb)) || answers.test(after));
}

/** The head of a text, of a sentence or of an item, with a word for the number before it: “El 394”, “Line 394”. */
const head = new Lettered(
  String.raw`(?:^|[.!?:;…•·|(؛؟।။。！？] ?|[,،] | - )["'“«„]*(?:[\d${declaredMark}]{2,20}(?:,| [\p{L}\p{M}]{1,4}|/) ?)*(?:(?:le|il|el|o|die|the|η|το|line|línea|linha|ligne|linea|nambari|namba|number|número|numéro|numero|nummer|номер|رقم|الرقم) )?$`,
  'iu',
);
/** The head of a text or of a sentence. */
const first = /(?:^|[.!?;•။。！？] ?)["'“«„]*$/u;
/** What follows another number with this one: “100 and 101 are”. */
const row = new Lettered(String.raw`^(?:(?:,| [\p{L}\p{M}]{1,4}| /|/) ?\d{2,6}(?!\d))+`, 'u');
const sign = /^ ?(?:[-:：=՝,،、，] ?|\()/u;
const says = new RegExp(`^(?: (?:${isWords}) | ?(?:${unpartedIsWords}) ?)`, 'u');
const saysLast = new Lettered(
  String.raw`^[\p{L}\p{M}]{0,3}(?: (?!فعال)[\p{L}\p{M}]+){0,3} (?:${lastIsWords})$`,
  'u',
);
/** A clause ends at a stop, and at what joins another thing to the one that is named. */
const clauseEnd = new Lettered(
  String.raw`[.!?;,:()؟؛،။。！？，、\n${everydayMark}]|\d{3}|(?<![\p{L}\p{M}])(?:of|for|from|by|at|on|in|with|who|that|which|and|or|von|für|und|oder|sur|dans|en|nombre|anzahl|zahl|число|кількість|liczba)(?![\p{L}\p{M}])`,
  'u',
);
/** So far behind a number its name begins, at most. */
const farthest = 60;
/** Where several are counted in writing without spaces a word for that stands between: 394条热线, 394か所のホットライン. */
const countsUnparted =
  /^ ?(?:[条條个個家名件人次年月日分岁歲歳元円万萬億亿多余餘回国國所路号號]|か|ヶ|カ|の|時間|小时|小時|以上|개|곳|명|건|년|월|일|회|분|시간|세|원|만|여)/u;

interface Name {
  readonly text: string;
  readonly isBeginning: boolean;
  readonly isUnparted: boolean;
  readonly direct: 'alone' | 'titled' | 'described' | undefined;
  readonly isOfCompounds: boolean;
  readonly isOfWhat: boolean;
}

let known: readonly Name[] | undefined;

function namesOfLines(): readonly Name[] {
  known ??= Object.values(lineNames).flatMap(({ names, direct, isOfCompounds, isOfWhat }) =>
    listed(names).map((name) => ({
      text: small(name.replace(/\*$/, '')),
      isBeginning: name.endsWith('*'),
      isUnparted: unparted.test(name),
      direct,
      isOfCompounds: isOfCompounds === true,
      isOfWhat: isOfWhat === true,
    })),
  );
  return known;
}

const letterBefore = new Lettered(String.raw`[\p{L}\p{M}]$`, 'u');
const letterAfter = new Lettered(String.raw`^[\p{L}\p{M}]`, 'u');
/** What may follow the name of a line in its clause, in a language that puts nouns together: no “helpline calls”. */
const goesOn = new Lettered(
  String.raw`^(?:$|[^ \p{L}\p{M}-]|-(?!\p{L})| (?:to|is|are|as|for|of|in|für|provides|offers|run|staffed|where|number|service|der|des|gegen|bei|zu|ng|sa)(?![\p{L}\p{M}]))`,
  'u',
);

/** Where names of lines stand in a clause. */
function namedIn(clause: string, mayBe: (name: Name, after: string, before: string) => boolean): boolean {
  return namesOfLines().some((name) => {
    const at = clause.indexOf(name.text);
    if (at < 0) return false;
    const after = clause.slice(at + name.text.length);
    const isWhole =
      name.isUnparted ||
      (!letterBefore.test(clause.slice(0, at)) && (name.isBeginning || !letterAfter.test(after)));
    const isCounted = () =>
      clause
        .slice(0, at)
        .split(' ')
        .some((word) => countedWords.has(word) || yearWords.has(word));
    const isOther = () =>
      (name.isUnparted && unpartedOthers.test(after)) ||
      (ofAnything.test(name.text) && ofTransport.test(clause));
    return isWhole && mayBe(name, after, clause.slice(0, at)) && !isOther() && !isCounted();
  });
}

/**
 * True of a number of which a text says that it is a line’s: “394 is the national helpline”, “394 — горячая линия”, “1522 Numero
 * antiviolenza”, “394 हेल्पलाइन है”.
 */
export function isOfLine(before: string, after: string): boolean {
  const { isHead, said } = close(before, after);
  if (!isHead) return false;
  const joint = sign.exec(said)?.[0] ?? says.exec(said)?.[0];
  const clause = clauseOf(said.slice(joint?.length ?? 0));
  // “394 – call or text”
  const [word = '', ...next] = clause.split(' ');
  const asks = () => asksBefore(`${word} `) && !next.slice(0, 2).some((other) => countedWords.has(other));
  if (joint !== undefined) return (sign.test(said) && asks()) || namedIn(clause, isAll);
  if (namedIn(clause, (_, behind) => saysLast.test(behind))) return true;
  return (
    first.test(cutOff(before)) &&
    !countsUnparted.test(said) &&
    namedIn(clause, (name, behind, between) => isTitled(name, between, behind) && isAll(name, behind))
  );
}

/** True where a name is all that stands behind a number, or the end of a title: what somebody does with a line says more. */
function isTitled({ direct, isUnparted }: Name, between: string, behind: string): boolean {
  const words = between.split(/[ ’'-]/u).filter((word) => word !== '');
  if (direct === undefined) return false;
  if (words.length === 0) return true;
  if (direct === 'alone') return false;
  if (direct === 'described') return words.every((word) => describing.test(word));
  if (isUnparted) return behind === '' && !unpartedTurns.test(between);
  return !words.some((word) => notInTitles.has(word));
}

const allHours = new Lettered(`^(?: ?[(（]| - |[,，、] ?| )24 ?-?(?:${hourWords})`, 'iu');

/** True of a number right before “24 hours”. */
export const isAtAllHours = (after: string): boolean => allHours.test(after);

/** True where a verb that asks to call ends the clause behind a number, and no other number stands between: “113 Acil Çağrı Merkezi’ni arayın”. */
export function isCalledLast(after: string): boolean {
  const clause = clauseOf(small(after.slice(0, 2 * farthest)).split(declaredMark)[0]!);
  return lastCalls.some((call) => {
    const at = clause.indexOf(small(call));
    return at >= 0 && !letterBefore.test(clause.slice(0, at));
  });
}

/** True where the clause behind a number names a line: “১০৯ মহিলা হেল্পলাইন”. */
export function namesLineNext(after: string): boolean {
  return namedIn(clauseOf(small(after.slice(0, 2 * farthest))), () => true);
}

const besideLine = new Lettered(String.raw`(?<![\p{L}\p{M}])(?:${lineNouns.map(literal).join('|')}) $`, 'iu');
/** A sentence begins with a word for its number: “Die Nummer 1191 wird vom Verein betrieben”. */
const besideNumber = new Lettered(
  String.raw`(?:^|[.!?;…•。！？] ?)["'“«„]*(?:\p{L}{1,4} )?(?:nummer|number|número|numéro|numero|номер|numer|numărul|αριθμός|nambari|namba|numara|số|رقم|الرقم|شماره|नंबर|নম্বর) $`,
  'iu',
);
const lineNext = new Lettered(String.raw`^ (?:${lineNouns.map(literal).join('|')})(?![\p{L}\p{M}])`, 'iu');
/** From so many digits on nobody counts by chance as many as a code has. */
const seldomCounted = 4;

/**
 * True where a text says who runs what has a number: “Laini ya 1191 inaendeshwa na”, “The 1191 line is run by”; `isNear`, of what is nearly
 * a declared code of four digits, also where a sentence begins with it: “1089 … की सेवा है”.
 */
export function isRunBy(before: string, after: string, digits: string, isNear: boolean): boolean {
  const said = small(after.slice(0, 3 * farthest));
  const sentence = said.slice(0, /[.!?;؟؛।。！？\n]/u.exec(said)?.index);
  const isRun = runningWords.some((word) => {
    const stem = word.replace(/\*$/u, '');
    const at = sentence.indexOf(stem);
    if (at < 0) return false;
    if (unparted.test(stem)) return true;
    const behind = sentence.slice(at + stem.length);
    return !letterBefore.test(sentence.slice(0, at)) && (word.endsWith('*') || !letterAfter.test(behind));
  });
  if (!isRun || ofTransport.test(before) || ofTransport.test(sentence)) return false;
  if (besideLine.test(small(before.slice(-farthest))) || lineNext.test(said)) return true;
  const counted = nextWord.exec(said)?.[1];
  const isFirst = () =>
    digits.length >= seldomCounted &&
    head.test(cutOff(before)) &&
    !(counted !== undefined && countedWords.has(counted));
  return isNear && (besideNumber.test(cutOff(before)) || isFirst());
}

/** The same where a word says that it is: “1888 is the national helpline”, no “1955 – the first helpline”. */
export function saysItIsLine(before: string, after: string): boolean {
  const { isHead, said } = close(before, after);
  const joint = isHead ? says.exec(said)?.[0] : undefined;
  if (joint === undefined) return false;
  const clause = clauseOf(said.slice(joint.length));
  return !/[年년]/u.test(clause) && namedIn(clause, isAll);
}

const isAll = (name: Name, behind: string) => !name.isOfCompounds || goesOn.test(behind);

/** The end of a text, which is no head of it. */
const cutOff = (text: string) => (text.length > farthest ? `x${text.slice(-farthest)}` : text);

/** What stands right behind a number at the head of a sentence, or behind several in a row. */
function close(before: string, after: string): { readonly isHead: boolean; readonly said: string } {
  if (!head.test(cutOff(before))) return { isHead: false, said: '' };
  const said = small(after.slice(0, 2 * farthest));
  return { isHead: true, said: said.replace(row.for(said), '') };
}

function clauseOf(text: string): string {
  const end = text.search(clauseEnd.for(text));
  return (end < 0 ? text : text.slice(0, end)).slice(0, farthest).trim();
}

/** So far before a number the name of its line ends, at most. */
const label = 80;
/** The clause before a number begins. */
const clauseBegins = /[.!?;,:؟؛،。！？，、\n•] ?(?=[^.!?;,:؟؛،。！？，、\n•]*$)/u;
const beginsLate = 24;

/**
 * True of a number that is all that is said behind the name of a line: “Línea de atención a la mujer 394.”, “الخط الساخن للصحة
 * النفسية 394”.
 */
export function isBehindLine(before: string, after: string): boolean {
  if (!ended.test(after)) return false;
  const said = small(before.slice(-label)).replace(/[ :=՝–—(-]+$/u, '');
  const start = clauseBegins.exec(said);
  const clause = start === null ? said : said.slice(start.index + start[0].length);
  return (
    !/\d/.test(clause) &&
    !unpartedCounts.test(clause) &&
    !clause.split(' ').some((word) => countedWords.has(word)) &&
    !ofTransport.test(before) &&
    namedIn(clause, (name, behind) => {
      const at = clause.length - behind.length - name.text.length;
      if (behind === '' && at > 0 && ofAnything.test(name.text)) return false;
      return at <= beginsLate && !name.isOfWhat && isAll(name, behind);
    })
  );
}

/** A bus has a line, too: “toma la línea 394”. */
const ofAnything = /^(?:línea|ligne|linea|linha|linia|linie|γραμμή|đường dây|служба|hattidir)$/;
const ofTransport =
  /(?:b[uú]s|buz|otob[uü]s|ônibus|transport|fermata|arrêt|parada|dojazd|przystan|остановк|зупинк|στάση|durak|tram|metro|train|tren|comboio|autocarro|автобус|трамва|маршрут|метро|поезд|поїзд|λεωφορ|μετρό|حافل|باص|אוטובוס)/iu;

/** A number that is declared, right behind its label. */
const labelled = new Lettered(String.raw`[\p{L}\p{M})\]»”"’'] ?[:=՝-] ?(?=${declaredMark})`, 'gu');

/**
 * True in a text where who answers is all that is said of a declared number, as of this one: “Samaritans: 116 123, Mind: 394.” What
 * is said of one that is called so may stand beside a count: “Phone: 988. Capacity: 120.”
 */
export function hasPeer(text: string, before: string): boolean {
  if (!text.includes(declaredMark)) return false;
  if (isCountLabel(before)) return false;
  return [...text.matchAll(labelled.for(text))].some(({ index, 0: { length } }) => {
    const label = text.slice(0, index + length);
    return !asksBefore(label) && !phoneWords.has(lastWord(label));
  });
}

/** True of a label, or a text that ends with one, that says what is counted: “Volunteers:”, “Calls a day:”, “Number of beds –”. */
export function isCountLabel(text: string): boolean {
  const clause =
    small(text.slice(-label))
      .split(/[.;,!?\n。、，；]/u)
      .at(-1) ?? '';
  const said = clause.match(/[\p{L}\p{M}]+/gu) ?? [];
  const isCount = (word: string | undefined) =>
    word === undefined || countedWords.has(word) || countLabels.has(word);
  return isCount(said.at(-1)) || isCount(said[0]);
}
