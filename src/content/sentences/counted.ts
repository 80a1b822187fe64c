import { Lettered } from '../../letters/index.ts';
import { type Atom, ordinaryMark } from '../digits/atoms.ts';
import { nearness, shortestNear } from '../numbers/nearness.ts';
import { publicCodes } from '../numbers/number-pair.ts';
import { countedWords } from '../words/count-words.ts';
import { asksBefore, namesEmergency } from './asked.ts';

/**
 * Words after a number that count nothing with it: “912 in an emergency”, “912 is the number”, “912 पर”, “le 912 répond”. In lower
 * case, by language. Data.
 */
const countsNothing: ReadonlySet<string> = new Set(
  [
    'in is for or and to on at if when from first now then instead not helps hotline helpline always anytime',
    'emergency emergencies police ambulance fire crisis poison right immediately',
    'ist an im für bei oder und hilft antwortet berät rund immer anonym wählen',
    'est en pour ou et si répond fonctionne reste vous écoute accueille oriente toujours gratuitement',
    'es para o y atiende responde funciona está te gratis siempre ayuda',
    'è per in se risponde ti sempre aiuta gratuitamente',
    'é em atende fica sempre ajuda',
    'este pentru răspunde funcționează mereu ajută',
    'w lub jest odpowiada działa pomaga czynny bezpłatny bezpłatnie całodobowo zawsze',
    'в при или для работает отвечает помогает бесплатно круглосуточно всегда',
    'або є працює відповідає допомагає безкоштовно цілодобово завжди',
    'είναι απαντά λειτουργεί δωρεάν πάντα ή για σε',
    'ücretsiz ücretsizdir hizmet veya için numarası',
    'là trả hoạt miễn luôn để khi nếu hoặc',
    '이 가 은 는 을 를 로 으로 에 에서 입니다 또는',
    'في عند أو هو على مجاني مجانا مجانًا يعمل متاح دائما دائمًا للطوارئ',
    'در یا را به رایگان است همیشه پاسخ',
    'הוא זמין חינם עונה פועל תמיד או אם',
    'پر ہے ہمیشہ مفت میں',
    'ته وړیا',
    'पर को या है मा हमेशा निःशुल्क मुफ़्त मुफ्त चौबीसों खुला में',
    'ਤੇ ਨੂੰ ਹਮੇਸ਼ਾ ਮੁਫ਼ਤ ਜਾਂ',
    'পর নম্বরে সবসময় বিনামূল্যে বা',
    'પર હંમેશા મફત અથવા',
    'ஐ எப்போதும் இலவசம் அல்லது',
    'ను కు ఎల్లప్పుడూ ఉచితం లేదా',
    'ni bure hujibu au kwa wakati ikiwa',
    'waa bilaash ama',
    'ay libre kung',
    'se gratis pou',
    'անվճար է կամ',
    'უფასოა არის ან ზე',
    'ነው ሁልጊዜ ወይም',
  ].flatMap((words) => words.split(' ')),
);
/** The same in writing without spaces, where such a word begins what stands right behind. Data. */
const goesOnUncounted =
  /^ ?(?:[はがにをへでもと、]|是|热线|熱線|免费|免費|随时|隨時|或|ให้|ฟรี|ตลอด|เป็น|รับ|ตอบ|หรือ|เมื่อ|ແມ່ນ|ຫຼື|គឺ|ឬ|သည်|ကို)/u;
/**
 * An article of the singular before a number is that of a code: “le 3919 répond”, “il 1522 risponde”. What is counted is many.
 */
const article = new Lettered(String.raw`(?<![\p{L}\p{M}’'])(?:le|au|du|el|al|del|il|ao|το|στο) $`, 'iu');
/** “989!” is called out; “100!” counts. */
export function isCalledOut(digits: string, before: string, after: string): boolean {
  return /(?:^|[.!?…] )[("“«„]*$/u.test(before) && /^[)"”»“]*[!！]/u.test(after) && !digits.endsWith('00');
}

const streets =
  'rue|avenue|av|bd|boulevard|place|quai|chemin|allée|route|impasse|cours|via|viale|piazza|corso|calle|avenida';
/** What follows the number of a house, or makes a count or a part of the whole of what has an article. */
const ofHouse = new Lettered(
  String.raw`^(?:, | )(?:${streets}|de|del|della|dell|di|da|do|bis|ter|por ciento|pour cent|per cento|τοις)(?![\p{L}\p{M}])`,
  'iu',
);
/** 112, rue de la Paix; 112 W. Town St. */
const beforeStreet = new Lettered(
  String.raw`^, ?(?:${streets}|ri)(?![\p{L}\p{M}])|^ [NSEW]\. \p{L}{2}|^, ?(?:բն|кв|оф|под|під|корп|daire|kat|et|sc|ap|apt|apto|bl|lok|m|piso|dpto|depto|int|interno|scala|app|appt|bte|wohnung|tür|top|ბინა|บ้าน|वाडा)\.? ?\d|^,? (?:[\p{L}\p{M}.'’-]+ ){1,3}(?:রোড|সড়ক|লেন|এভিনিউ|স্ট্রিট|रोड|मार्ग|स्ट्रीट|सडक|روڈ|اسٹریٹ|سڑک|சாலை|தெரு|రోడ్డు?|వీధి|રોડ|માર્ગ|ਰੋਡ|ਮਾਰਗ)(?![\p{L}\p{M}])`,
  'iu',
);
/** What stands before a number of a page, a room, an exit or a count. Data. */
const labels = [
  'pp?|pages?|rooms?|rm|suite|ste|apt|unit|sec|section|chapter|ch|fig|figure|table|box|floor|routes?|roads?|highways?|hwy|bus|vol|volume|of',
  'postal code|postcode|zip(?: code)?|code postal|código postal|codice postale|CEP|CAP|PLZ|PIN(?: code)?|индекс|індекс|kod pocztowy|posta kodu|מיקוד',
  'score|total|seats?|exits?|junctions?|jct|km|miles?|mile ?(?:marker|post)|mm|beds?|wards?|bay|lot|gate|articles?|art',
  'Seiten?|S|Raum|Zimmer|Stock|Ausfahrt|Artikel|Postfach|Station|Linie',
  'chambre|salle|bureau|porte|bâtiment|bât|étage|sortie|autoroute|RN|RD|ligne|CS|BP|casier',
  'página|págs?|salida|sala|habitación|hab|consultorio|piso|puerta|interior|carretera|artículo|apartado',
  'quarto|saída|rodovia|andar|bloco|artigo|stanza|camera|uscita|articolo|pokój|zjazd|artykuł',
  'стр|с|каб|кабинет|кабінет|кімн|комната|палата|кв|ст|статья|стаття|маршрут',
  'дом|شارع|مبنى|بناية|پلاک|مکان|غرفة|مخرج|طابق|كم|מסדרון|חדר|कमरा|कक्ष|वार्ड|किमी|धारा|ห้อง|กม|มาตรา|ทางออก|เลขที่|ทางหลวง|បន្ទប់|ផ្ទះ|ផ្លូវ|第',
  'silid|kuwarto|palapag|chumba|ghorofa|phòng|oda|δωμάτιο|αίθουσα|γραφείο|άρθρο|kwarto',
  // Rooms, houses and where they are; buses and trams.
  'ngõ|ساختمان|ngách|hẻm|kiệt|خانه\u0654?|سرک|کارته|ناحیه|زنقة|سالن|سکتور|عمارة|قاعة|الباب|அறை|வீட்டு|கதவு|గది|ఇంటి|రూమ్|રૂમ|ઓરડો|ਕਮਰਾ|कोठा|कोठा नं|वडा|ଘର|রুম|ಮನೆ|ບ້ານ|ຫ້ອງ|ເຮືອນ|အမှတ်|အခန်း|အိမ်အမှတ်|guri(?:ga)?|qol(?:ka)?|የቤት|ቤት|ክፍል|ოთახი|ბინა|გამზ|ქ|սենյակ|բնակարան|փ|chanm',
  'otobüs(?:ler)?|autob[uú]s(?:es)?|autobuz(?:e|ul|ele)?|ônibus|autocarros?|autobusy?|tramwaje?|tramvaie?|tram(?:way|via)?s?|straßenbahn|buslinien?|busse?|colectivos?|автобус(?:ы|а|и)?|трамва(?:й|и|ї)|троллейбус(?:ы)?|тролейбус(?:и)?|маршрутк[аи]|λεωφορεί(?:ο|α)|الحافلات?|حافلات?|باص(?:ات)?|الأوتوبيس|اتوبوس|אוטובוס(?:ים)?|बस|बसें|বাস|ਬੱਸ|બસ|பேருந்து|బస్సు|รถเมล์(?: ?สาย)?|xe buýt|公交|公车|公車|巴士|バス|버스|노선|ລົດເມ|ឡានក្រុង|ဘတ်စ်ကား|አውቶቡስ|ավտոբուս|ავტობუსი',
  'مادة|المادة|شقة|کوچه\u0654?|واحد|اتاق|ماده|گلی|فلیٹ|کمرہ|मकान|प्लॉट|फ्लैट|गली|सेक्टर|कोठा|મકાન|ਮਕਾਨ|হাউস|হোল্ডিং|রোড|রুম|প্লট|ফ্ল্যাট|কক্ষ|ধারা|বাসা',
  // As it is decomposed, which texts are in that are read for digits.
  ...['বাড়ি', 'সড়ক'].map((word) => word.normalize('NFD')),
  // legge 15 ottobre 2013, n. 119: its year is an everyday number, and covered
  `(?:legge|decreto|ley|lei) [^;:!?]{0,30}${ordinaryMark}{4}, n[.o°º]`,
];
/** Those that end with a full stop: after a whole word it ends a sentence. */
const shortened = 'д|pp?|rm|ste|apt|sec|ch|fig|vol|jct|art|S|págs?|hab|bât|стр|с|каб|кімн|кв|ст|กม|ул|вул';
/** Words for “number” after such a label. */
const numbered =
  '(?:n[o°º]|nos?|nr|number|numéro|número|numer|№|رقم|شماره|نمبر|नंबर|नम्बर|नं|संख्या|নং|নম্বর|எண்|నం|నంబర్|નં|ਨੰ|ቁጥር|លេខ|หมายเลข|ເລກທີ|nambari|namba|nimewo|lambar)';
const labelled = new Lettered(
  String.raw`(?:(?<![\p{L}\p{M}])(?:${labels.join('|')}|(?:${shortened})\.)|[§=<>≤≥≈±]) ?(?:${numbered}\.? ?)?(?:\d+ ?(?:-|,|\/|or|and|to|ve|und|et|y|e|i|и|та|και) ?){0,3}$`,
  'iu',
);
/** So far back a label may stand, at most. */
const farthest = 160;
const hasLabel = (before: string) => labelled.test(before.slice(-farthest));
/** A street before the number of a house: its kind first, with its name after it, or its kind last. */
const street = new Lettered(
  [
    String.raw`(?<![\p{L}\p{M}])(?:rue|avenue|av|avenida|boulevard|bd|bulevardul|chemin|quai|place|calle|carrera|calzada|paseo|rua|travessa|praça|viale?|corso|piazza|ulica|ul|ул|улица|вул|вулиця|просп|проспект)\.?(?: (?:\p{L}\.|[\p{L}\d][\p{L}\p{M}\d'’-]*)){1,4}[ ,]{1,2}(?:n(?:r|[o°º])\.? ?)?$`,
    String.raw`\p{L}{3}(?:str(?:a(?:ß|ss)e|\.)|weg|gasse|platz|allee|ring|gatan?|vägen|vej(?:en)?|veien|(?<!bri)gade|straat|laan|plein|katu|[aeiouy]ntie|utca) $`,
    String.raw`(?<![\p{L}\p{M}])(?:شارع|طريق|جادة|نهج|خیابان|بلوار|کوچه|רחוב|רח['׳]|שד['׳]|שדרות)(?: [\p{L}\p{M}'׳״"]+){1,4}[ ,،]{1,2}$`,
    String.raw`\p{L} (?:cad(?:desi)?|sok(?:ak|ağı)?|bulvarı|blv)\.? (?:no ?[:.] ?)?$`,
    String.raw`ถนน[\u0e00-\u0e7f]{2,} $`,
    '(?:대로|(?<!전화|번호|문자|으)[로길]) $',
  ].join('|'),
  'iu',
);
/** Kinds that are words besides, or stand apart: the name of a street has capitals, Oppelner Straße 112, Via Roma 112. */
const namedStreet = new Lettered(
  [
    String.raw`\p{Lu}[\p{L}\p{M}.'’-]+(?: Str(?:aße|asse|\.)| Allee|-(?:Str(?:aße|asse|\.)|Allee|Weg|Gasse|Platz|Ring|Ufer|Damm)) $`,
    String.raw`(?<![\p{L}\p{M}])(?:[Vv]ia|[Ll]argo|[Vv]icolo|C\/|[Aa]l(?:\.|eje|ameda)|[Ss]tr(?:ada|\.)|[Bb]ulevardul|[Șș]os(?:eaua|\.)|[Cc]alea|[Aa]leea|[Pp]iața|[ΟΌοό]δός|[Λλ]εωφ(?:όρος|\.)|[Ππ]λατεία|Jl\.)(?: [\p{Lu}\d][\p{L}\p{M}\d.'’-]*){1,4}[ ,]{1,2}(?:n(?:r|[o°º])\.? ?)?$`,
  ].join('|'),
  'u',
);
/** A letter of a script with spaces: what touches it is a part of a name (F11, B12). */
const touched = new Lettered(String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]`, 'u');
/** A road by its class: BR-101, A-112. */
const road = new Lettered(String.raw`(?<![\p{L}\d])(?!TEL|FAX|SMS|TXT|SOS)[A-Z]{1,3}-$`, 'u');
/** “Le 31 14”: a code of four digits as it is said. */
export const inPairs = /^\d\d \d\d$/;
const id = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;

/**
 * True when a short number stands by itself where nothing is counted, measured or labelled with it: what is one digit off
 * a code that people know is then read as that code, whatever the sentence says.
 */
export function standsBare(run: readonly Atom[], text: string): boolean {
  const [start, end] = [run[0]!.start, run.at(-1)!.end];
  const written = text.slice(start, end);
  if (run.length > 1 && !(/^\d([- ·•])\d(?:\1\d)+$/.test(written) || inPairs.test(written))) return false;
  return standsUncounted(start, end, text);
}

/** True where nothing is counted, measured or labelled with what stands there. */
export function standsUncounted(start: number, end: number, text: string): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  return standsUnlabelled(start, end, text) && (isNamed(before, after) || countsNoWord(after));
}

/** The same whatever word follows: no house, no room, and no part of a name. */
export function standsUnlabelled(start: number, end: number, text: string): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  return !(
    touched.test(before.slice(-1)) ||
    touched.test(after[0] ?? '') ||
    hasLabel(before) ||
    road.test(before) ||
    isHouse(before, after) ||
    beforeStreet.test(after) ||
    id.test(text)
  );
}

/** The same of what follows a number alone, in any writing. */
export function countsNoWord(after: string): boolean {
  return goesOnUncounted.test(after) || asNumber.test(after) || nothingCounted(after);
}

/** True where no word follows a number, or one that counts nothing. */
export function nothingCounted(after: string): boolean {
  const [, next, another] = /^[ -]?(\p{L}[\p{L}\p{M}]*)(?: (\p{L}[\p{L}\p{M}]*))?/u.exec(after) ?? [];
  if (next === undefined) return true;
  // “150 hotline counselors”
  const isCounted =
    another !== undefined && /line$|^(?:emerg|crisis)/i.test(next) && countedWords.has(another);
  return countsNothing.has(next.toLowerCase()) && !isCounted;
}

/** 118番 and 118번 are how a code is called; 118番地, 118번지 are places. */
const asNumber = /^ ?(?:番(?![目地線街組号台館])|번(?![째지길]))/u;
/** What is all that a label says: “Samaritans: 116”, “Écoute : 3114 (gratuit)”. */
const heading = new Lettered(String.raw`[\p{L}\p{M})\]»”"’'](?: ?[:=՝៖] ?| - )$`, 'u');
const ended = new Lettered(
  String.raw`^(?:[ )\]»”"’']*(?:[.,;:!?…。、？،؛۔।։።၊]|$)| ?\((?:\p{L}|${ordinaryMark}))`,
  'u',
);

/** All that a text says is a name and its number: “Actionline 1343”, “Línea 144”. */
const nameAlone = new Lettered(String.raw`^[("“«]*\p{L}[\p{L}\p{M} '’.-]{2,40} $`, 'u');
const lineBefore = new Lettered(String.raw`(?<![\p{L}\p{M}])(?:línea|linha|ligne|linea) $`, 'iu');

/** True where a number is all that stands behind a label, or is called a number as a code is. */
export function isHeaded(before: string, after: string): boolean {
  return (
    asNumber.test(after) ||
    ((nameAlone.test(before) || lineBefore.test(before)) && ended.test(after) && !hasLabel(before)) ||
    (heading.test(before) &&
      ended.test(after) &&
      !countedWords.has(/([\p{L}\p{M}]+)[^\p{L}\p{M}]*$/u.exec(before)?.[1]?.toLowerCase() ?? '') &&
      !hasLabel(before.replace(/ ?[:=՝៖-] ?$/u, ' ')))
  );
}

/** True of a code with its article, where nothing is counted and no house stands. */
export function isNamed(before: string, after: string): boolean {
  return article.test(before) && !ofHouse.test(after) && !countsNext(after);
}

/** True where a number is that of a house, a room or a page, by what stands before it; and no call or emergency asks for it. */
export function isOfPlace(before: string, after: string): boolean {
  return (
    (hasLabel(before) || namesStreet(before) || beforeStreet.test(after)) &&
    !asksBefore(before) &&
    !namesEmergency(before, after)
  );
}

/** True where the number of a house stands next. */
export function namesStreet(before: string): boolean {
  const close = before.slice(-farthest);
  return (street.test(close) || namedStreet.test(close)) && !asksBefore(before);
}

/** A name, and behind the number of its house a postcode with its town: Am Markt 113, 10115 Berlin; Damrak 112, 1012 LP Amsterdam. */
const capital = new Lettered(String.raw`\p{Lu}[\p{L}\p{M}.'’-]+ $`, 'u');
const postcodeNext = new Lettered(String.raw`^, (?:[A-Z]{1,2}-)?\d{4,5}(?: [A-Z]{2})? \p{Lu}\p{L}{2}`, 'u');

/** True where a number is that of a house, by the street before it or the postcode behind it. */
export function isHouse(before: string, after: string): boolean {
  if (namesStreet(before)) return true;
  return (
    capital.test(before) && postcodeNext.test(after) && !asksBefore(before) && !namesEmergency(before, after)
  );
}

/** 123 Main Street; 12 W. Elm Ave; 112, rue de la Paix: what stands before it is where people go. */
const streetNext = new Lettered(
  String.raw`^,? (?:(?:[NSEW]\.?|North|South|East|West) )?(?:\p{Lu}[\p{L}.'’-]+ |\d{1,3}(?:st|nd|rd|th) ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Way|Court|Ct|Place|Pl|Square|Sq|Highway|Hwy|Parkway|Pkwy|Terrace)(?![\p{L}\p{M}])`,
  'u',
);
const rueNext = new Lettered(String.raw`^,? (?:${streets}) \p{L}`, 'iu');

/** True before the name of a street: a house has the number. */
export function goesToStreet(after: string): boolean {
  return streetNext.test(after) || rueNext.test(after);
}

/** A Japanese quarter, and what ends an address or goes on with its house: 霞が関1-1-2, 北区1-1-2 みどりビル. */
const quarter = new Lettered(
  String.raw`[都道府県市区郡町村](?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々ヶ]{0,9}[\p{Script=Han}\p{Script=Katakana}ー々])?$`,
  'u',
);
const afterQuarter = /^(?:$|[\s、。,，)）」]|号)/u;

/** True of a block with its house in a Japanese address, whose numbers stand between hyphens. */
export function isBlock(before: string, written: string, after: string): boolean {
  return (
    /^\p{Nd}{1,2}(?:[-‐‑–−－]\p{Nd}{1,3}){1,2}$/u.test(written) &&
    quarter.test(before) &&
    afterQuarter.test(after) &&
    !asksBefore(before) &&
    !namesEmergency(before, after)
  );
}

/** True for a code that people of some country know by heart, and for a long one that is nearly such. */
export function isPublicCode(digits: string): boolean {
  if (publicCodes.has(digits)) return true;
  return (
    digits.length >= shortestNear && [...publicCodes].some((code) => nearness(digits, code) !== undefined)
  );
}

const nextWord = new Lettered(String.raw`^ ([\p{L}\p{M}]+)`, 'u');
const lastWord = new Lettered(String.raw`^ ([\p{L}\p{M}]+) *(?:[.,;:!?)…]|$)`, 'u');

/** True where the words after a short number say what it counts. */
export function countsNext(after: string): boolean {
  return counts(nextWord.exec(after));
}

/** The same where a call asks for the number: it is a round one, and nothing goes on that would answer (“call 110 men are there”). */
export function countsAfterCall(digits: string, after: string): boolean {
  return digits.endsWith('0') && counts(lastWord.exec(after));
}

const counts = (found: RegExpExecArray | null) => found !== null && countedWords.has(found[1]!.toLowerCase());
