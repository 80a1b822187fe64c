import { type ByLanguage, listed, ofAll } from './listed.ts';
import { small } from './small.ts';

/** What is counted with a number: words after it by which it is an amount, “12.345.678 Menschen”. In small letters. Data. */
const counted: ByLanguage = {
  ar: 'شخص|إنسان|مرة|مكالمة|مكالمات|حالة|حالات|رسالة|رسائل|استشارة|متطوع|متطوعة',
  bn: 'জন',
  de: 'menschen|personen|leute|erwachsene|kinder|frauen|männer|einwohner|todesfälle|fälle|anrufe|patienten|freunde|mal|nachrichten|anfragen|beratungen|gespräche|betroffene|plätze|betten|ehrenamtliche|stunden|tage|dosen',
  el: 'άτομα|άνθρωποι|παιδιά|γυναίκες|άνδρες|θάνατοι|φορές|κλήσεις|περιστατικά|αιτήματα|εθελοντές|θύματα|μηνύματα',
  en: 'people|persons|adults|children|women|men|friends|patients|members|residents|times|deaths|cases|calls|overdoses|families|households|copies|words|messages|texts|chats|callers|clinics|volunteers|inquiries|enquiries|requests|contacts|conversations|visits|survivors|victims|veterans|students|beds|counselors|counsellors|sessions|hours|minutes|days|weeks|months|years|meals|parcels|doses|attempts|centers|centres|workers|operators|responders|specialists|thoughts|staff',
  es: 'personas|adultos|niños|mujeres|hombres|habitantes|muertes|casos|veces|amigos|llamadas|mensajes|consultas|atenciones|víctimas|usuarios|usuarias|familias|camas|plazas|voluntarios|voluntarias|solicitudes|horas|días|meses|años|dosis',
  fa: 'نفر|افراد|مورد|مشاوره|پیام',
  fil: 'tao|beses|tawag|kaso|mensahe',
  fr: 'personnes|gens|adultes|enfants|femmes|hommes|habitants|décès|cas|fois|appels|messages|demandes|sollicitations|entretiens|écoutants|bénévoles|victimes|patients|patientes|lits|places|heures|jours|mois',
  gu: 'લોકો',
  he: 'פניות|שיחות|מתנדבים|מתנדבות|נפגעות|הודעות',
  hi: 'बार|लोग|लोगों|मामले|मामलों|महिलाएँ|महिलाओं|शिकायतें|शिकायतों',
  ht: 'moun|fwa',
  it: 'persone|adulti|bambini|donne|uomini|abitanti|morti|casi|volte|chiamate|telefonate|messaggi|richieste|contatti|utenti|vittime|posti|volontari|ore|giorni',
  ne: 'मानिस|जना|जनालाई|जनाको|जनामध्ये|वटा|पटक|केन्द्र',
  pa: 'ਲੋਕ',
  pl: 'osób|ludzi|dzieci|kobiet|mężczyzn|przypadków|zgonów|razy|rozmów|połączeń|zgłoszeń|wolontariuszy|porad|miejsc|łóżek|kontaktów|wiadomości',
  pt: 'pessoas|crianças|mulheres|homens|mortes|vezes|chamadas|mensagens|atendimentos|ligações|voluntários|vítimas|pedidos|horas|dias',
  ro: 'persoane|oameni|copii|femei|bărbați|locuitori|decese|cazuri|ori|apeluri|solicitări|victime|voluntari|mesaje',
  ru: 'человек|людей|детей|женщин|мужчин|случаев|смертей|раз|звонка|звонков|обращений|обращения|сообщений|волонтёров|волонтеров|консультаций|мест|часов|дней',
  so: 'qof|jeer',
  sw: 'watu|mara|kesi',
  tr: 'kişi|insan|çocuk|kadın|erkek|vaka|ölüm|kez|arama|çağrı|başvuru|görüşme|yatak|gün|saat|dakika|gönüllü',
  uk: 'осіб|дітей|жінок|чоловіків|випадків|смертей|разів|дзвінка|дзвінків|звернень|звернення|повідомлень|консультацій|волонтерів|годин|днів',
  ur: 'لوگ|افراد',
  vi: 'người|lần|trường|cuộc|lượt|ca',
};
export const countWords = ofAll(counted);
/** The same, to look one up. */
export const countedWords: ReadonlySet<string> = new Set(countWords.map(small));

/**
 * Words after a number that count nothing with it: “912 in an emergency”, “912 is the number”, “912 पर”, “le 912 répond”. In small
 * letters. Data.
 */
const uncounting: ByLanguage = {
  am: 'ነው|ሁልጊዜ|ወይም',
  ar: 'في|عند|أو|هو|على|مجاني|مجانا|مجانًا|يعمل|متاح|دائما|دائمًا|للطوارئ',
  bn: 'পর|নম্বরে|সবসময়|বিনামূল্যে|বা',
  de: 'ist|an|im|für|bei|oder|und|hilft|antwortet|berät|rund|immer|anonym|wählen',
  el: 'είναι|απαντά|λειτουργεί|δωρεάν|πάντα|ή|για|σε',
  en: 'in|is|for|or|and|to|on|at|if|when|from|first|now|then|instead|not|helps|hotline|helpline|always|anytime|emergency|emergencies|police|ambulance|fire|crisis|poison|right|immediately',
  es: 'es|para|o|y|atiende|responde|funciona|está|te|gratis|siempre|ayuda',
  fa: 'در|یا|را|به|رایگان|است|همیشه|پاسخ',
  fil: 'ay|libre|kung',
  fr: 'est|en|pour|ou|et|si|répond|fonctionne|reste|vous|écoute|accueille|oriente|toujours|gratuitement',
  gu: 'પર|હંમેશા|મફત|અથવા',
  he: 'הוא|זמין|חינם|עונה|פועל|תמיד|או|אם',
  hi: 'पर|को|या|है|मा|हमेशा|निःशुल्क|मुफ़्त|मुफ्त|चौबीसों|खुला|में',
  ht: 'se|gratis|pou',
  hy: 'անվճար|է|կամ',
  it: 'è|per|in|se|risponde|ti|sempre|aiuta|gratuitamente',
  ka: 'უფასოა|არის|ან|ზე',
  ko: '이|가|은|는|을|를|로|으로|에|에서|입니다|또는',
  pa: 'ਤੇ|ਨੂੰ|ਹਮੇਸ਼ਾ|ਮੁਫ਼ਤ|ਜਾਂ',
  pl: 'w|lub|jest|odpowiada|działa|pomaga|czynny|bezpłatny|bezpłatnie|całodobowo|zawsze',
  ps: 'ته|وړیا',
  pt: 'é|em|atende|fica|sempre|ajuda',
  ro: 'este|pentru|răspunde|funcționează|mereu|ajută',
  ru: 'в|при|или|для|работает|отвечает|помогает|бесплатно|круглосуточно|всегда',
  so: 'waa|bilaash|ama',
  sw: 'ni|bure|hujibu|au|kwa|wakati|ikiwa',
  ta: 'ஐ|எப்போதும்|இலவசம்|அல்லது',
  te: 'ను|కు|ఎల్లప్పుడూ|ఉచితం|లేదా',
  tr: 'ücretsiz|ücretsizdir|hizmet|veya|için|numarası',
  uk: 'або|є|працює|відповідає|допомагає|безкоштовно|цілодобово|завжди',
  ur: 'پر|ہے|ہمیشہ|مفت|میں',
  vi: 'là|trả|hoạt|miễn|luôn|để|khi|nếu|hoặc',
};
export const uncountingWords = ofAll(uncounting);

/** What counts or measures as a label, and is nobody who answers: “Samaritans: 116 123, fee: 120”. In small letters. Data. */
export const countLabels: ReadonlySet<string> = new Set(
  [
    'extension ext capacity price fee cost total weight height size length pages volunteers employees branches age score rooms places',
    'languages dose pulse pressure temperature centers centres branches counties states minutes percent limit maximum wait grant goal',
    'sprachen dosis puls blutdruck alter anzahl langues pouls tension pression âge nombre départements centres idiomas dosis pulso presión edad centros',
    'lingue polso pressione età centri línguas pressão idade języki dawka tętno ciśnienie wiek liczba limbi doză puls tensiune vârstă',
    'языки доза пульс давление возраст число мови тиск вік кількість γλώσσες δόση σφυγμός πίεση ηλικία diller doz nabız tansiyon yaş',
    'لغات جرعة النبض الضغط العمر زبان دوز نبض فشار سن שפות מינון דופק גיל भाषाएँ खुराक नाड़ी उम्र আয়ু বয়স வயது వయస్సు ઉંમર ਉਮਰ عمر उमेर umri dozi da edad edad tuổi liều laj dòz',
    '言語 用量 脈拍 血圧 年齢 语言 剂量 脉搏 血压 年龄 언어 용량 맥박 혈압 나이',
    'kapazität preis kosten gebühr summe gewicht größe länge seiten ehrenamtliche mitarbeitende mitglieder plätze betten gründungsjahr',
    'capacité prix coût tarif total poids taille pages bénévoles membres places lits chambres',
    'capacidad aforo precio coste costo tarifa total peso altura páginas voluntarios socios plazas camas',
    'capienza capacità prezzo costo tariffa totale peso altezza pagine volontari soci posti letti',
    'capacidade lotação preço custo total altura voluntários sócios lugares leitos',
    'miejsca cena opłata koszt razem waga wzrost strony wolontariusze łóżka locuri preț cost total paturi voluntari',
    'мест места цена стоимость вместимость всего итого вес рост страниц коек місць ціна вартість місткість усього вага ліжок',
    'θέσεις τιμή κόστος σύνολο βάρος ύψος κρεβάτια kapasite kontenjan ücret fiyat toplam ağırlık boy yatak',
    'السعر التكلفة السعة المجموع الوزن الأسرة ظرفیت تخت قیمت هزینه مجموع وزن מחיר עלות סהכ מיטות קיבולת',
    'शुल्क कीमत क्षमता कुल वज़न बिस्तर শয্যা মূল্য ধারণক্ষমতা মোট கட்டணம் விலை படுக்கைகள் மொத்தம் ధర పడకలు మొత్తం',
    'કિંમત પથારી કુલ ਕੀਮਤ ਬਿਸਤਰੇ ਕੁੱਲ قیمت بستر فیس کل शय्या मूल्य bei vitanda jumla qiimaha sariiraha wadarta',
    'ዋጋ አልጋዎች ጠቅላላ presyo bayad kama kabuuan giá giường pri kabann total գին մահճակալներ ընդամենը ფასი საწოლი სულ',
    'เตียง ราคา จำนวน ລາຄາ ຕຽງ តម្លៃ គ្រែ ဈေးနှုန်း ကုတင် 定員 料金 病床 部屋 床位 费用 人数 房间 價格 价格 病房 병상 정원 요금',
  ]
    .flatMap((line) => line.split(' '))
    .map(small),
);

/** A year is what something began in, an age whose: “1962 é o ano da primeira linha”. In small letters. Data. */
export const yearWords: ReadonlySet<string> = new Set(
  listed(
    'year|jahr|année|an|año|ano|anno|rok|год|рік|έτος|yıl|yılı|anul|عام|سنة|سال|שנת|साल|mwaka|sannad|taon|năm|lane|տարի|წელი|age|alter|edad|âge|età|idade|wiek|возраст|вік|ηλικία|yaş',
  ).map(small),
);
