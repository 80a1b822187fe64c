import type { CallWords } from './call-words.ts';
import { listed } from './listed.ts';
import { small } from './small.ts';

/**
 * How texts name a line, a telephone and its number, and how they ask to write or turn to it: a code stands right beside,
 * and no call asks for it (“Crisis line 3947”, “Горячая линия: 3947”, “फ़ोन: 3947”). In the forms of {@link callWords}. A word that
 * names a number of anything (“Number 394”), or a line of a bus, is none. Data.
 */
export const lineWords: Readonly<Record<string, CallWords>> = {
  am: { before: 'ስልክ|ስልክ ቁጥር|ስልክ ቁጥራችን|ይደውሉ|ደውሉ|ደውል|የእርዳታ መስመር|ነፃ መስመር|ነጻ መስመር|የስልክ መስመር' },
  ar: {
    before:
      'هاتف*|الهاتف|تليفون|التليفون|تلفون|جوال|الجوال|موبايل|واتساب|للاتصال|اتصال|تواصل*|تواصل مع|تواصلوا مع|للتواصل|خط المساعدة|خط مساعدة|الخط الساخن|خط ساخن|خط الدعم|خط النجدة|الرقم المجاني|رقم مجاني|كلّم|رسالة إلى|رسالة نصية إلى|رقم الطوارئ|رقمنا',
    after: 'من الجوال|من الهاتف المحمول|من الموبايل|من أي هاتف',
  },
  bn: {
    before: 'চাইল্ডলাইন|ফোন|ফোন নম্বর|কল করুন|ফোন করুন|হেল্পলাইন|হটলাইন|যোগাযোগ|মোবাইল|টেলিফোন|ডায়াল করুন|সহায়তা নম্বর',
    after: 'নম্বরে যোগাযোগ|এ যোগাযোগ|তে কল|তে ফোন',
  },
  de: {
    before:
      '*telefon|*hotline|*helpline|*notruf|telefonseelsorge|festnetz|hilfetelefons|rufnummer|servicenummer|notfallnummer|notrufnummer|kurzwahl|durchwahl|handy|mobil|kontakt|erreichbar unter|erreichen uns unter|erreichst uns unter|erreichen sie uns unter|melden sie sich unter|melde dich unter|sms an|nachricht an|hilfe unter|beratung unter|sms-nummer',
    after:
      'vom handy|vom festnetz|aus dem festnetz|vom mobiltelefon|aus dem mobilnetz|erreichbar|hilft jemand|hört jemand zu',
  },
  el: {
    before:
      'καλείτε|τηλεφωνήστε|τηλεφώνησε|τηλεφωνείτε|γραμμή βοήθειας|γραμμή ζωής|γραμμή υποστήριξης|τηλεφωνική γραμμή|γραμμή στήριξης|ανοιχτή γραμμή|επικοινωνήστε|επικοινωνία|sms στο|μήνυμα στο|κινητό|πληκτρολογήστε',
    after: 'από κινητό|από σταθερό',
  },
  en: {
    before:
      'landline|mobile phones|cell phones|supportline|careline|quitline|infoline|nurseline|talkline|textline|adviceline|safeline|youthline|mensline|parentline|samaritans|befrienders|childline|child line|kids help phone|actionline|crisis line|help line|support line|phone line|text line|hot line|our line|advice line|warmline|freephone|freefone|toll-free|toll free|dialing|dialling|calling|texting|phoning|ringing|mobile|cellphone|cell phone|contact|reach us on|reach us at|reach somebody on|reach somebody at|reach someone on|reach someone at|message us on|message us at|talk to us|talk to us on|talk to someone on|talk to someone at|talk to somebody on|talk to somebody at|our number|the number is|number to call|number to call is|number to dial|number to dial is|number to text|calls to|texts to|write to us on|get help at|get help on|whatsapp us on',
    after:
      'from a mobile|on mobiles|on mobile phones|from mobiles|from mobile phones|from any phone|from a landline|from landlines|a call|a ring|is the crisis line|is a crisis line|is the number to|is a free line|is the line|is our number|in your phone|into your phone',
  },
  es: {
    before:
      'marcar|marcá|marquen|marcando|línea de ayuda|línea de crisis|línea de la vida|línea de apoyo|línea de atención|línea gratuita|línea telefónica|línea directa|línea de emergencia|teléfonos|teléfono gratuito|número gratuito|número de teléfono|comuníquese|comunícate|comuníquense|comunicate|contáctenos|contáctanos|escriba al|escribe al|escríbanos al|escríbenos al|mensaje al|mensaje de texto al|sms al|ayuda en el|celular|cel|móvil|contacto|nuestro número es|el número es|el número es el|contáctenos en el|nuestro número es el|telefonee|telefonea|llamando al',
    after:
      'desde el móvil|desde un móvil|desde móviles|desde celular|desde su celular|desde tu celular|desde cualquier teléfono|desde teléfono fijo',
  },
  fa: {
    before:
      'تلفن|تلفن رایگان|شماره تلفن|شمارهٔ تلفن|تماس|تماس با|تماس با شماره|خط کمک|خط اضطراری|خط امداد|خط مشاوره|موبایل|واتساپ|پیامک به|زنگ بزنید|تماس بگیرید',
    after: 'پیامک|را شماره‌گیری|را شماره گیری|را شمارهگیری|را بگیرید',
  },
  fil: {
    before:
      'tawagan ang|i-text ang|i-dial ang|hotline|linya ng tulong|telepono|numero ng telepono|kontakin|kontakin ang|makipag-ugnayan|makipag-ugnayan sa|ang numero namin ay',
  },
  fr: {
    before:
      'appel gratuit au|appel gratuit|numéro vert|numéro gratuit|numéro d’appel|numéro de téléphone|numéro d’urgence|ligne d’écoute|ligne d’aide|ligne d’urgence|ligne téléphonique|ligne gratuite|contacter|contact|écoute au|aide au|portable|parlez-en|tapez|faites le|tapez le|écrivez au|joindre le|sms au|message au|texto au|joignable*|le numéro est le|le numéro est|notre numéro',
    after: 'depuis un mobile|depuis un portable|depuis un fixe|depuis un téléphone',
  },
  gu: {
    before: 'ફોન|ફોન નંબર|ફોન કરો|કોલ કરો|કૉલ કરો|હેલ્પલાઇન|હેલ્પલાઈન|સંપર્ક|સંપર્ક કરો|મોબાઇલ|ટેલિફોન|હોટલાઇન',
    after: 'પર કૉલ|પર સંપર્ક|પર મેસેજ|નંબર ડાયલ',
  },
  he: {
    before:
      'קו חם|הקו החם|קו סיוע|קו הסיוע|קו החירום|קו חירום|מוקד|המוקד|נייד|ווטסאפ|פנו ל|פנו אל|צלצלו ל|צלצלו אל|הודעה ל|הודעה אל|טלפונים|ליצירת קשר|מספר הטלפון|מספר טלפון',
    after: 'מכל טלפון|מהנייד',
  },
  hi: {
    before:
      'चाइल्डलाइन|चाइल्ड लाइन|फ़ोन|फोन|फ़ोन नंबर|फोन नंबर|दूरभाष|टेलीफ़ोन|टेलीफोन|हेल्पलाइन|हेल्पलाइन नंबर|हॉटलाइन|मोबाइल|संपर्क|सम्पर्क|संपर्क करें|कॉल करें|फ़ोन करें|फोन करें|डायल करें|हेल्प लाइन|टोल फ्री|टोल-फ्री',
    after: 'पर चौबीसों|पर मदद|पर सहायता|पर संपर्क|पर सम्पर्क|पर मैसेज|पर एसएमएस|पर संदेश|पर बात',
  },
  ht: {
    before:
      'telefone|liy èd|liy dirèk|liy kriz|liy telefòn|nimewo telefòn|nimewo gratis|mesaj nan|tèks|kontakte|kontak|fè nimewo',
  },
  hy: { before: 'թեժ գիծ|թեժ գծի|օգնության գիծ|վստահության գիծ|կապվեք|հեռախոսահամար|հավաքեք|բջջային' },
  it: {
    before:
      'numero verde|numero gratuito|numero di telefono|numero di emergenza|linea di aiuto|linea d’aiuto|linea telefonica|linea amica|linea verde|contatti|contattare|contattate|scriva al|scrivi al|digiti|digita|digitare|cellulare|cell|centralino|sms al|messaggio al|telefoni|faccia il|faccia|il nostro numero è|il numero è|il numero è il|il nostro numero è il',
    after: 'da cellulare|da rete fissa|da telefono fisso|da mobile',
  },
  ja: {
    before:
      '電話番号|電話番号は|救急相談は|ホットライン|相談窓口|相談ダイヤル|連絡先|携帯|フリーダイヤル|相談電話|電話相談|お電話|電話は|番号へ|番号は',
    after: 'へお電話|にお電話|をダイヤル|まで電話|までお電話|までご連絡|にご連絡|へご連絡|に連絡',
  },
  ka: {
    before:
      'ტელ|ცხელი ხაზი|ცხელი ხაზის ნომერი|დახმარების ხაზი|აკრიფეთ|აკრიფე|მიმართეთ|დაგვიკავშირდით|დაუკავშირდით|მობილური',
    after: 'ზე მიმართ|ზე დაგვიკავშირდით',
  },
  km: {
    before:
      'ទូរស័ព្ទទៅលេខ|ទូរសព្ទទៅលេខ|ហៅទៅ|ហៅទៅលេខ|លេខទូរស័ព្ទ|លេខទូរសព្ទ|ខ្សែទូរស័ព្ទបន្ទាន់|ខ្សែទូរស័ព្ទ|ទាក់ទង|ទាក់ទងលេខ|ខ្សែជំនួយ',
  },
  ko: {
    before: '전화번호|핫라인|연락처|휴대폰|휴대전화|상담전화|상담 전화|국번 없이|상담번호|대표번호|긴급전화',
    after: '에서 상담|상담전화|상담 전화|을 누르|를 누르|번을 누르',
  },
  lo: { before: 'ໂທຫາ|ໂທລະສັບ|ສາຍດ່ວນ|ເບີໂທ|ເບີໂທລະສັບ|ຕິດຕໍ່|ໂທໄປທີ່|ໂທເບີ|ຕິດຕໍ່ເບີ' },
  my: { before: 'ဖုန်းနံပါတ်|ဖုန်းနံပါတ် -|ဟော့လိုင်း|ဆက်သွယ်ရန်|ဖုန်းလိုင်း|အကူအညီလိုင်း', after: 'သို့ ဆက်သွယ်|သို့ဆက်သွယ်|ကို ဆက်သွယ်|ကိုဆက်သွယ်|သို့ဖုန်း' },
  ne: {
    before: 'फोन नम्बर|फोन गर्नुहोस्|हेल्पलाइन|हटलाइन|सम्पर्क गर्नुहोस्|कल गर्नुहोस्|मोबाइल',
    after: 'मा सम्पर्क|मा सन्देश|मा मेसेज',
  },
  pa: {
    before: 'ਫ਼ੋਨ|ਫੋਨ|ਫ਼ੋਨ ਨੰਬਰ|ਫੋਨ ਨੰਬਰ|ਕਾਲ ਕਰੋ|ਫ਼ੋਨ ਕਰੋ|ਹੈਲਪਲਾਈਨ|ਸੰਪਰਕ|ਸੰਪਰਕ ਕਰੋ|ਮੋਬਾਈਲ|ਟੈਲੀਫ਼ੋਨ',
    after: 'ਤੇ ਸੰਪਰਕ|ਤੇ ਮੈਸੇਜ|’ਤੇ ਕਾਲ|ਉੱਤੇ ਕਾਲ',
  },
  pl: {
    before:
      'telefon zaufania|telefonu zaufania|wykręć|infolini*|linia wsparcia|linia pomocy|linia kryzysowa|linia telefoniczna|kontakt|sms na|sms na numer|sms pod numer|napisz na|napisz na numer|skontaktuj się|kom|komórka|numer telefonu|nasz numer|telefon zaufania to',
    after: 'z komórki|z telefonu komórkowego|z telefonu stacjonarnego',
  },
  ps: {
    before: 'ټلیفون|تلیفون|زنګ ووهئ|د مرستې کرښه|اړیکه|موبایل|د ټلیفون شمېره',
    after: 'سره اړیکه|ته پیغام',
  },
  pt: {
    before:
      'linha de apoio|linha de ajuda|linha de crise|linha da vida|linha gratuita|linha telefónica|linha telefônica|linha direta|número gratuito|número de telefone|número de emergência|contacte|contate|contacto|contato|mensagem para|sms para|fale conosco|fale connosco|fale com alguém no|telemóvel|celular|marque|marcar|ligação gratuita|nosso número|disca|atendimento pelo|atende pelo|atendem pelo',
    after: 'do telemóvel|do celular|da rede fixa|de qualquer telefone',
  },
  ro: {
    before:
      'formează|telverde|linie de ajutor|linia de ajutor|linia telefonică|linia de urgență|linie telefonică|contactați|contactează|sms la|scrie la|scrieți la|mobil|număr de telefon|numărul de telefon|număr gratuit',
    after: 'de pe mobil|de pe telefonul mobil|de pe fix',
  },
  ru: {
    before:
      'с мобильного|горячая линия|горячей линии|горячую линию|линия помощи|линия доверия|линии помощи|телефон доверия|телефона доверия|телефону доверия|единый телефон|обращайтесь|обратитесь|смс на|смс на номер|sms на|сообщение на|напишите на|напишите на номер|набирайте|наберите|моб|вызов|номер телефона|мобильный|короткий номер',
    after: 'с мобильного|со стационарного|с городского|с любого телефона',
  },
  so: {
    before:
      'khadka caawinta|khadka telefoonka|khadka tooska ah|la soo hadal|soo wac|wacdo|la xiriir|la soo xiriir|fariin u dir|taleefan*|lambarka telefoonka',
  },
  sw: {
    before:
      'laini ya msaada|laini ya simu|nambari ya simu|namba ya simu|nambari ya msaada|wasiliana na|wasiliana nasi|ujumbe kwa|sms kwa',
  },
  ta: {
    before:
      'தொலைபேசி|தொலைபேசி எண்|அழைக்கவும்|அழையுங்கள்|உதவி எண்|ஹெல்ப்லைன்|தொடர்பு|தொடர்புக்கு|தொடர்பு எண்|உதவி மையம்|கைபேசி',
    after: 'ஐ தொடர்பு|க்கு தொடர்பு|ல் தொடர்பு',
  },
  te: {
    before: 'ఫోన్|ఫోన్ నంబర్|కాల్ చేయండి|ఫోన్ చేయండి|హెల్ప్‌లైన్|హెల్ప్లైన్|హెల్ప్ లైన్|సంప్రదించండి|మొబైల్|టోల్ ఫ్రీ',
    after: 'ను సంప్రదించ|ని సంప్రదించ',
  },
  th: {
    before:
      'โทรศัพท์|โทรหา|เบอร์|เบอร์โทร|เบอร์โทรศัพท์|หมายเลขโทรศัพท์|ติดต่อ|ติดต่อที่|โทรไปที่|โทรไปที่หมายเลข|โทรหมายเลข|ข้อความไปที่|มือถือ|กดหมายเลข|โทรที่',
  },
  tr: {
    before:
      'danışma hattı|yardım hattı|destek hattı|acil hat|hattımız|alo|iletişim|telefon*|arayın|numaramız|numaramızı|mesaj hattı',
    after:
      'cepten|cep telefonundan|hattını ara|hattını arayın|nolu hattı|no’lu hattı|hattına|numaralı hattı|sms gönder|sms gönderin|mesaj at|mesaj atın|mesaj gönder|mesaj gönderin|tuşlayın|tuşla|çevirin|başvurun|numarasına',
  },
  uk: {
    before:
      'з мобільного|гаряча лінія|гарячої лінії|гарячу лінію|лінія допомоги|лінія довіри|телефон довіри|телефону довіри|звертайтеся|зверніться|смс на|смс на номер|повідомлення на|напишіть на|напишіть на номер|набирайте|подзвони*|моб|виклик|номер телефону|мобільний|короткий номер',
    after: 'з мобільного|зі стаціонарного|з міського|з будь-якого телефону',
  },
  ur: {
    before:
      'فون|فون نمبر|ٹیلی فون|کال کریں|فون کریں|ہیلپ لائن|ہاٹ لائن|رابطہ|رابطہ کریں|موبائل|ہیلپ لائن نمبر',
    after: 'پر مدد|پر رابطہ|پر ایس ایم ایس|پر پیغام|پر میسج',
  },
  vi: {
    before:
      'công an|cứu hỏa|đường dây nóng|đường dây trợ giúp|đường dây hỗ trợ|tổng đài|đt|sđt|hotline|số điện thoại|liên hệ|liên lạc|nhắn tin|gọi đến|gọi tới|gọi vào|di động|bấm số|gọi số|gọi đến số|gọi tới số|nhắn tin đến|nhắn tin tới|nhắn tin tới số|nhắn tin đến số|liên hệ số',
  },
  zh: {
    before:
      '生命线|生命線|热线电话|求助热线|熱線|熱線電話|求助熱線|专线|电话号码|電話號碼|联系电话|聯絡電話|短信发到|短信发至|短信到|发短信至|发短信到|簡訊至|手机|手機|请拨|请按|請按|联系我们|号码是|號碼是|聯絡我們|请联系|請聯絡|电话是|請撥|服务热线|来电|來電',
    after: '热线|熱線|专线|專線|求助电话|求助電話',
  },
};

/** Words for “number”, which name one to dial where they are the head of a text. */
export const numberWords = listed(
  'number|número|numero|numéro|nummer|numer|номер|αριθμός|số|nimewo|lambarka|namba|nambari|համար|համարը|ნომერი|رقم|الرقم|شماره|نمبر|شمېره|מספר|המספר|नंबर|नम्बर|নম্বর|ਨੰਬਰ|નંબર|எண்|నంబర్|ቁጥር|번호|番号|号码|號碼|หมายเลข|เบอร์|ເບີ|លេខ|နံပါတ်|numara|număr|numărul|linya|liy|hat|hattı',
);

/** What a telephone is called before a number, where who answers is not said: “Phone: 988. Capacity: 120.” In small letters. Data. */
export const phoneWords: ReadonlySet<string> = new Set(
  listed(
    'phone|telephone|tel|telefon|téléphone|teléfono|telefono|telefone|телефон|тел|τηλέφωνο|هاتف|الهاتف|تلفن|فون|ٹیلیفون|टेलीफ़ोन|टेलीफोन|टेलिफोन|फ़ोन|फोन|ফোন|টেলিফোন|தொலைபேசி|ఫోన్|ફોન|ਫ਼ੋਨ|ਫੋਨ|taleefan|taleefanka|telepono|simu|telefòn|điện thoại|ስልክ|טלפון|הטלפון|โทรศัพท์|โทร|ໂທລະສັບ|ទូរស័ព្ទ|ទូរសព្ទ|ဖုန်း|電話|电话|전화|հեռախոս|ტელეფონი',
  ).map(small),
);
