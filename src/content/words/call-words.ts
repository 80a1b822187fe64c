import { type ByLanguage, ofAll } from './listed.ts';

/**
 * How texts say that a number is to be dialled, by language: what stands before the number, and what after it where the
 * verb comes last. In small letters; `*` ends the beginning of a word, or begins its end. Data.
 */
export interface CallWords {
  readonly before?: string;
  readonly after?: string;
}

export const callWords: Readonly<Record<string, CallWords>> = {
  any: { before: 'tel|tél|sms|tty|fax|whatsapp|☎|☏|📞|📱|🕿|✆' },
  am: { after: 'ይደውሉ|ደውል|ደውሉ|ላይ ይደውሉ|ላይ ደውል|ላይ ደውሉ' },
  ar: { before: 'اتصل*|الاتصال|برقم|بالرقم|هاتف|أرسل*' },
  bn: { after: 'নম্বরে ফোন|নম্বরে কল|ফোন করুন|কল করুন|এ ফোন|এ কল|ডায়াল' },
  de: { before: 'ruf*|wähl*|telefon*|anruf*|notruf*|hotline', after: 'wählen|anrufen' },
  el: { before: 'καλέστε|κάλεσε|τηλ*' },
  en: {
    before: 'call|dial|phone|telephone|ring|text|reached|hotline|helpline|lifeline',
    after: 'hotline|helpline|lifeline|crisis line|suicide',
  },
  es: { before: 'llam*|llám*|marque|marca|márc*|teléfono|envíe' },
  fa: { after: 'تماس|زنگ' },
  fil: { before: 'tumawag|tawagan|tawag|i-dial|mag-text' },
  fr: { before: 'appel*|compos*|télépho*|contactez|joign*' },
  gu: { after: 'પર કોલ|પર ફોન|નંબર પર|ડાયલ' },
  he: { before: 'התקש*|חייג*|לחייג|טלפון|טל' },
  hi: { after: 'पर कॉल|पर फ़ोन|पर फोन|को कॉल|नंबर पर|डायल|मिलाएँ|मिलाएं' },
  ht: { before: 'rele|konpoze|telefòn*' },
  hy: { before: 'զանգ*|հեռախոս*|հեռ' },
  it: { before: 'chiam*|compon*|telefon*' },
  ja: { before: '電話|ダイヤル', after: 'に電話|へ電話|におかけ|にダイヤル|番に|番へ|番通報' },
  ka: { before: 'დარეკ*|დაურეკ*|ტელეფონ*', after: 'ზე დარეკეთ|ზე დარეკე|ზე დაურეკეთ' },
  km: { before: 'ទូរស័ព្ទទៅ|ទូរសព្ទទៅ|ទូរសព្ទ|ទូរស័ព្ទ|ហៅ|តេទៅ' },
  ko: {
    before: '전화',
    after:
      '에 전화|로 전화|으로 전화|번으로|번에|에 연락|로 연락|으로 연락|에 문의|로 문의|으로 문의|에 문자|로 문자|으로 문자',
  },
  lo: { before: 'ໂທ' },
  my: { before: 'ဖုန်း', after: 'ကို ဖုန်း|ကိုဖုန်း|သို့ ဖုန်း|ကို ခေါ်|ကိုခေါ်' },
  ne: { after: 'मा फोन|मा कल|नम्बरमा|डायल' },
  pa: { after: 'ਤੇ ਕਾਲ|ਤੇ ਫ਼ੋਨ|ਤੇ ਫੋਨ|ਨੰਬਰ ਤੇ|ਡਾਇਲ' },
  pl: { before: 'zadzwo*|dzwo*|telefon*|wybierz' },
  ps: { after: 'ته زنګ|ته ټلیفون|ته تلیفون' },
  pt: { before: 'lig*|disqu*|telefon*|chame|chamem|chamar|chama' },
  ro: { before: 'suna*|sună|apel*|formați|telefon*' },
  ru: { before: 'звон*|позвон*|набер*|телефон*|тел' },
  so: { before: 'wac|garaac|telefoon*' },
  sw: { before: 'piga|pigia|simu' },
  ta: { after: 'ஐ அழை|க்கு அழை|என்ற எண்|எண்ணை|எண்ணுக்கு|அழைக்க|அழையுங்கள்' },
  te: { after: 'ను కాల్|కు కాల్|కి కాల్|కు ఫోన్|కి ఫోన్|డయల్' },
  th: { before: 'โทร|สายด่วน' },
  tr: { after: 'numarasını|numarayı|arayın|arayınız|ara' },
  uk: { before: 'дзвон*|подзвон*|зателефон*|телефон*|набер*|тел' },
  ur: { after: 'پر کال|پر فون|ملائیں|ڈائل' },
  vi: { before: 'gọi|quay số|điện thoại|bấm' },
  zh: { before: '拨打|撥打|拨|撥|致电|致電|打|电话|電話|热线|專線' },
};

/** What may stand between a call and its number, beside keywords in capitals: “number”, “the”, “to”; the line, and the word that is sent to it. */
const between: ByLanguage = {
  ar: 'لـ|على|رقم|الرقم|بـ|ب',
  de: 'sie|die|den|unter|nummer|an|wort',
  el: 'στο|το|τον|γραμμή|λέξη',
  en: 'us|me|the|this|these|following|our|to|on|at|now|number|code|short|line|toll-free|back|word',
  es: 'al|a|el|la|lo|para|número|línea|palabra',
  fil: 'sa|linya|salitang',
  fr: 'la|le|au|numéro|ligne|mot',
  he: 'אל|למספר|מספר|ל|ב',
  ht: 'nan|liy',
  hy: 'համարով',
  it: 'al|a|la|il|lo|numero|linea|parola|l|l’',
  pl: 'pod|na|numer|linię|linia|słowo',
  pt: 'o|a|do|no|para|número|linha|palavra',
  ro: 'la|numărul|linie|cuvântul',
  ru: 'по|на|номер|номеру|номером|за|линию|слово',
  so: 'lambarka',
  sw: 'nambari|namba|laini|neno',
  uk: 'по|на|номер|номером|за|лінію',
  vi: 'số',
};
export const betweenWords = ofAll(between);

/** Words for “or”, “and” and “then”, by which a number is joined to another. */
const joining: ByLanguage = {
  am: 'ወይም|እና',
  ar: 'أو|و',
  bn: 'বা|ও',
  de: 'oder|und|dann|danach',
  el: 'ή|και',
  en: 'or|and|then',
  es: 'o|u|y|e|luego|después',
  fa: 'یا|و',
  fil: 'o|at',
  fr: 'ou|et|puis|ensuite',
  gu: 'અથવા|અને',
  he: 'או',
  hi: 'अथवा|या|और',
  ht: 'ak|oswa',
  hy: 'կամ|և',
  it: 'o|e|oppure|poi',
  ja: 'や|または|と',
  ka: 'ან|და',
  km: 'ឬ|និង',
  ko: '또는|및',
  lo: 'ຫຼື|ແລະ',
  my: 'သို့မဟုတ်',
  ne: 'वा|र',
  pa: 'ਜਾਂ|ਅਤੇ',
  pl: 'lub|i|albo|potem',
  ps: 'او',
  pt: 'e|ou|depois',
  ro: 'sau|și|apoi',
  ru: 'или|и|затем|потом',
  so: 'ama|iyo',
  sw: 'au|na',
  ta: 'அல்லது|மற்றும்',
  te: 'లేదా|మరియు',
  th: 'หรือ|และ',
  tr: 'veya|ve',
  uk: 'або|чи|та|й|потім',
  ur: 'یا',
  vi: 'hoặc|và',
  zh: '或|或者|和',
};
export const joiningWords = ofAll(joining);

/** Words that ask to write, before the word that is sent and the number that it is sent to. */
const sending: ByLanguage = {
  de: 'sende|senden|schicke|schicken',
  el: 'στείλτε|στείλε',
  en: 'send|reply|message|msg',
  es: 'envía|envíe|envie|manda|escriba|escribe',
  fil: 'magpadala|ipadala',
  fr: 'envoyez|envoie',
  ht: 'voye',
  it: 'invia|invii|scrivi|scriva',
  pl: 'wyślij|napisz',
  pt: 'envie|envia|mande',
  ro: 'trimite|trimiteți',
  ru: 'отправьте|отправь',
  so: 'dir',
  sw: 'tuma',
  uk: 'надішліть|надішли',
  vi: 'nhắn|gửi|soạn|soan',
};
export const sendingWords = ofAll(sending);
