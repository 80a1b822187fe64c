import { Lettered } from '../../letters/index.ts';
import { everydayMark } from '../digits/marks.ts';
import { placeLabels, placeNumbers, shortPlaceLabels, streets } from '../words/place-words.ts';
import { asksBefore } from './asked.ts';
import { namesEmergency } from './emergency.ts';

/** legge 15 ottobre 2013, n. 119: its year is an everyday number, and covered. */
const lawOfDay = `(?:legge|decreto|ley|lei) [^;:!?]{0,30}${everydayMark}{4}, n[.o°º]`;
/** What stands before the number of a page, a room, an exit or a count. */
const labelled = new Lettered(
  String.raw`(?:(?<![\p{L}\p{M}])(?:${[...placeLabels, lawOfDay].join('|')}|(?:${shortPlaceLabels})\.)|[§=<>≤≥≈±]) ?(?:${placeNumbers}\.? ?)?(?:\d+ ?(?:-|,|\/|or|and|to|ve|und|et|y|e|i|и|та|και) ?){0,3}$`,
  'iu',
);
/** So far back a label may stand, at most. */
const farthest = 160;
export const hasLabel = (before: string) => labelled.test(before.slice(-farthest));
/** 112, rue de la Paix; 112 W. Town St. */
const beforeStreet = new Lettered(
  String.raw`^\. ?(?:madde|fıkra|bent|sokak|sok|cad|cadde|kat|sayfa)[\p{L}\p{M}]{0,4}(?![\p{L}\p{M}])|^, ?(?:${streets}|ri)(?![\p{L}\p{M}])|^ [NSEW]\. \p{L}{2}|^, ?(?:բն|кв|оф|под|під|корп|daire|kat|et|sc|ap|apt|apto|bl|lok|m|piso|dpto|depto|int|interno|scala|app|appt|bte|wohnung|tür|top|ბინა|บ้าน|वाडा)\.? ?\d|^,? (?:[\p{L}\p{M}.'’-]+ ){1,3}(?:রোড|সড়ক|লেন|এভিনিউ|স্ট্রিট|रोड|मार्ग|स्ट्रीट|सडक|روڈ|اسٹریٹ|سڑک|சாலை|தெரு|రోడ్డు?|వీధి|રોડ|માર્ગ|ਰੋਡ|ਮਾਰਗ)(?![\p{L}\p{M}])`,
  'iu',
);
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
const id = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;

/** True where a number is none of a house, a room or a page, and no part of a name, by what stands beside it. */
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
