/** Each word that names an emergency or who comes then: beside a number it says that it is dialled. */
import { describe, expect, it } from 'vitest';
import { codesOf } from './spelled.ts';

describe('who comes in an emergency', () => {
  const words: Readonly<Record<string, string>> = {
    en: 'Emergency Emergencies Police Ambulance Paramedics Fire Brigade Rescue Poison SOS',
    es: 'Emergencia Emergencias Policía Ambulancia Ambulancias Bomberos Urgencias Envenenamientos',
    fr: 'Urgence Urgences Pompiers SAMU Secours Police-secours Antipoison Gendarmerie',
    de: 'Notfall Notfälle Notfällen Notruf Polizei Feuerwehr Rettung Rettungsdienst Krankenwagen Giftnotruf Ambulanz Sanität Sanitätsnotruf',
    pt: 'Emergência Emergências Polícia Bombeiros Ambulância',
    it: 'Emergenza Emergenze Polizia Pompieri Ambulanza Carabinieri Soccorso',
    ru: 'Скорая Полиция Экстренная Пожарная МЧС',
    uk: 'Швидка Поліція Екстрена Рятувальники',
    pl: 'Pogotowie Policja Alarmowy Straż Ratunkowe',
    ro: 'Urgență Urgențe Poliția Ambulanța',
    tr: 'Acil Polis Ambulans İtfaiye Jandarma itfaiye ACİL POLİS İTFAİYE',
    vi: 'Cấp Cứu',
    ht: 'Ijans Lapolis Ponpye Anbilans',
    ar: 'الطوارئ طوارئ الشرطة الإسعاف إسعاف',
    fa: 'اورژانس پلیس آمبولانس',
    ur: 'ایمرجنسی پولیس ایمبولینس ریسکیو',
    ps: 'امبولانس',
    he: 'חירום משטרה אמבולנס כיבוי',
    hi: 'आपातकाल आपातकालीन पुलिस एम्बुलेंस',
    ne: 'प्रहरी एम्बुलेन्स',
    bn: 'জরুরি পুলিশ অ্যাম্বুলেন্স',
    sw: 'Dharura Polisi Ambulansi',
    so: 'Gurmadka Booliska Ambalaas',
    fil: 'Emerhensiya Pulis',
    el: 'Αστυνομία Ασθενοφόρο ΕΚΑΒ Πυροσβεστική',
    hy: 'Ոստիկանություն Շտապ Արտակարգ',
    ka: 'პოლიცია სასწრაფო',
    am: 'ፖሊስ አምቡላንስ ድንገተኛ',
    pa: 'ਪੁਲਿਸ ਐਂਬੂਲੈਂਸ',
    ta: 'போலீஸ் காவல்துறை ஆம்புலன்ஸ் அவசர அவசரம்',
    te: 'పోలీసు పోలీసులు అంబులెన్స్ ఆంబులెన్స్ అత్యవసర అత్యవసరం',
    gu: 'પોલીસ એમ્બ્યુલન્સ',
    zh: '急救 救护车 救護車 报警 報警 警察 消防 火警 救援',
    ja: '消防車 救急 救急車 緊急',
    ko: '경찰 구급차 소방 응급 긴급',
    th: 'ตำรวจ กู้ชีพ ฉุกเฉิน รถพยาบาล ดับเพลิง',
    lo: 'ຕຳຫຼວດ ສຸກເສີນ',
    km: 'ប៉ូលីស នគរបាល សង្គ្រោះ បន្ទាន់',
    my: 'ရဲ အရေးပေါ် လူနာတင်ယာဉ် မီးသတ်',
  };

  it.each(Object.entries(words).flatMap(([language, row]) => row.split(' ').map((word) => [language, word])))(
    'names a code that is dialled: %s: %s 193',
    (_, word) => {
      expect(codesOf(`${word} 193`)).toEqual(['NUMBER_UNDECLARED']);
      expect(codesOf(`${word}: 193`)).toEqual(['NUMBER_UNDECLARED']);
      expect(codesOf(`193 is ${word}`)).toEqual(['NUMBER_UNDECLARED']);
      expect(codesOf(`${word} q 193`)).toEqual([]);
    },
  );

  it.each([
    ...['Emergency services 193', 'Emergency service: 193', 'Fire department 193', 'Fire brigade 193'],
    ...['Poison control 193', 'Poison control center 193', 'Poison centre 193', 'Emergency medical 193'],
    ...['Emergency help 193', 'Emergency numbers: 193', 'For an emergency the number is 193'],
    ...['Polícia Militar 193', 'Policía Civil 193', 'Policía Nacional 193', 'Emergencia servicios 193'],
    ...['Emergencia médica 193', 'Policía es 193', 'Urgence médicale 193', 'Urgence secours 193'],
    ...['Police est 193', 'Notruf ist 193', 'Скорая помощь 193', 'Швидка допомога 193'],
    ...['Bei Notfällen: 193', 'Pogotowie ratunkowe 193', 'Polizia è 193', 'Emergência é 193'],
  ])('is named with what it does between: %s', (text) => {
    expect(codesOf(text)).toEqual(['NUMBER_UNDECLARED']);
  });

  it.each([
    ...['Clinic 193', 'Emergency beds 193', 'Fire alarms 193', 'Escuela 193', 'Больница 193', 'بيت 193'],
    ...['病院 193', 'โรงเรียน 193', 'Policeman 193', 'Notiz 193', 'Polizist 193'],
    ...['193 Notfälle', '193 Notfälle im Jahr', 'In 193 Notfällen', 'İtfaiyeci 193'],
  ])('is not named by other words: %s', (text) => {
    expect(codesOf(text)).toEqual([]);
  });

  it('is named by who comes in a title that begins with a code nearly declared, and counts several', () => {
    expect(codesOf('113 Notruf', '112')).toEqual(['NUMBER_NEAR_MISS']);
    expect(codesOf('113 Notfälle', '112')).toEqual([]);
  });
});
