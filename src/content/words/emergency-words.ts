import { type ByLanguage, listed, ofAll } from './listed.ts';

/**
 * What names an emergency, or who comes then, beside a number: “Emergency: 113”, “112 is the emergency number”. In small
 * letters; `*` ends the beginning of a word. Data.
 */
const emergencies: ByLanguage = {
  am: 'ፖሊስ|አምቡላንስ|ድንገተኛ',
  ar: 'الطوارئ|طوارئ|الشرطة|الإسعاف|إسعاف|النجدة|الدرك|الأمن|الإنقاذ',
  bn: 'জরুরি|পুলিশ|অ্যাম্বুলেন্স',
  de: 'notfall*|notfäll*|notruf*|polizei|feuerwehr|rettung*|krankenwagen|giftnotruf|gefahr|ambulanz|sanität*',
  el: 'αστυνομία|ασθενοφόρο|εκαβ|πυροσβεστική',
  en: 'emergency|emergencies|police|ambulance|paramedics|fire|brigade|rescue|poison|sos|danger',
  es: 'emergencia*|policía|ambulancia*|bomberos|urgencia*|envenenamiento*|peligro',
  fa: 'اورژانس|پلیس|آمبولانس',
  fil: 'emerhensiya|pulis',
  fr: 'urgence*|pompiers|samu|secours|police-secours|antipoison|gendarmerie|gendarme',
  gu: 'કટોકટી|પોલીસ|એમ્બ્યુલન્સ',
  he: 'חירום|משטרה|אמבולנס|כיבוי',
  hi: 'आपातकाल*|पुलिस|एम्बुलेंस|आपात',
  ht: 'ijans|lapolis|ponpye|anbilans',
  hy: 'ոստիկանություն|շտապ*|արտակարգ',
  it: 'emergenza|emergenze|polizia|pompieri|ambulanza|pericolo|carabinieri|soccorso',
  ka: 'გადაუდებელი|მაშველები|პოლიცია|სასწრაფო',
  ne: 'प्रहरी|एम्बुलेन्स',
  pa: 'ਐਮਰਜੈਂਸੀ|ਪੁਲਿਸ|ਐਂਬੂਲੈਂਸ',
  pl: 'pogotowie|policja|alarmowy|niebezpieczeństw*|straż|ratunk*',
  ps: 'امبولانس',
  pt: 'emergência*|polícia|bombeiros|ambulância|perigo',
  ro: 'urgență|urgențe|poliția|ambulanța',
  ru: 'скорая|полиция|экстренн*|пожарн*|опасност*|мчс',
  so: 'gurmadka|booliska|ambalaas',
  sw: 'dharura|polisi|hatari|ambulansi',
  ta: 'போலீஸ்|காவல்துறை|ஆம்புலன்ஸ்|அவசர*',
  te: 'పోలీసు*|అంబులెన్స్|ఆంబులెన్స్|అత్యవసర*',
  tr: 'acil|polis|ambulans|itfaiye|tehlike*|jandarma',
  uk: 'швидка|поліція|екстрен*|небезпе*|рятувальник*',
  ur: 'ایمرجنسی|پولیس|ایمبولینس|ریسکیو',
  vi: 'cấp|cứu|hỏa',
};
export const emergencyWords = ofAll(emergencies);

/** The same in scripts that do not part words by spaces: at the end of what stands before a number. */
const unpartedEmergencies: ByLanguage = {
  ja: '救急|救急車|消防車|緊急',
  km: 'ប៉ូលីស|នគរបាល|សង្គ្រោះ|បន្ទាន់',
  ko: '경찰|구급|구조|구급차|소방|응급|긴급',
  lo: 'ກູ້ໄພ|ດັບເພີງ|ຕຳຫຼວດ|ສຸກເສີນ',
  my: 'ရဲ|အရေးပေါ်|လူနာတင်ယာဉ်|မီးသတ်',
  th: 'ตำรวจ|กู้ชีพ|ฉุกเฉิน|รถพยาบาล|ดับเพลิง',
  zh: '急救|救护车|救護車|报警|報警|警察|救護|救护|消防|火警|救援',
};
export const unpartedEmergencyWords = ofAll(unpartedEmergencies);

/** What may stand between such a word and its number, beside words for “number”: services, departments, help. */
const services: ByLanguage = {
  ar: 'الملكي|الداخلي',
  bn: 'সেবা',
  de: 'ist',
  en: 'services|service|department|brigade|control|center|centre|medical|help|numbers|is|information|private',
  es: 'militar|civil|nacional|servicios|médica|es',
  fa: 'خدمات',
  fr: 'médicale|est',
  hi: 'सेवा',
  hy: 'իրավիճակ',
  it: 'è|sanitario|sanitaria',
  pl: 'ratunkowe',
  pt: 'é',
  ru: 'помощь|служба',
  uk: 'допомога|служби',
};
export const emergencyServices = ofAll(services);

/** Those that are several, and count: “300 emergencies”. */
export const severalEmergencies = listed(
  'emergencies|paramedics|emergencias|ambulancias|urgences|notfälle|notfällen',
);
