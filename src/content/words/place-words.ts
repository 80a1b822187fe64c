/** Words by which the number of a house, a room, a page or a road is known. Parts of patterns. Data. */

/** What stands before a number of a page, a room, an exit or a count. Data. */
export const placeLabels: readonly string[] = [
  'pp?|pages?|rooms?|rm|suite|ste|apt|unit|sec|section|chapter|ch|fig|figure|table|box|floor|routes?|roads?|highways?|hwy|bus|vol|volume|of',
  'postal code|postcode|zip(?: code)?|code postal|código postal|codice postale|CEP|CAP|PLZ|PIN(?: code)?|индекс|індекс|kod pocztowy|posta kodu|מיקוד',
  'score|total|seats?|exits?|junctions?|jct|km|miles?|mile ?(?:marker|post)|mm|beds?|wards?|bay|lot|gate|articles?|art',
  'Seiten?|S|Raum|Zimmer|Stock|Ausfahrt|Artikel|Postfach|Station|Linie',
  'chambre|salle|bureau|porte|bâtiment|bât|étage|sortie|autoroute|RN|RD|ligne|CS|BP|casier',
  'página|págs?|salida|sala|habitación|hab|consultorio|piso|puerta|interior|carretera|artículo|apartado',
  'quarto|saída|rodovia|andar|bloco|artigo|stanza|camera|uscita|articolo|pokój|zjazd|artykuł',
  'стр|с|каб|кабинет|кабінет|кімн|комната|палата|кв|ст|статья|стаття|маршрут',
  'дом|شارع|مبنى|بناية|پلاک|مکان|غرفة|مخرج|طابق|كم|מסדרון|חדר|कमरा|कक्ष|वार्ड|किमी|धारा|ห้อง|กม|มาตรา|ทางออก|เลขที่|ทางหลวง|បន្ទប់|ផ្ទះ|ផ្លូវ|第',
  // Parts of laws, and what is filed.
  'दफा|दफ़ा|دفعہ|دفعات|গেজেট|স্মারক|அரசாணை|madde|md|sayılı|Atik|Seksyon|Sek',
  // Schools, clinics and the like, which are numbered where Cyrillic is written; orders with their day are a form of their own.
  'школ(?:а|и|і|у|ы|е|ою|ой)|гімназі(?:я|ї)|гимнази(?:я|и)|ліце(?:й|ю|ї)|лице(?:й|я)|поліклінік[аи]|поликлиник[аи]|лікарн(?:я|і|ею)|больниц[аыу]|аптек[аиу]|амбулаторі(?:я|ї)|відділення|отделени[ея]|дитсадок|детсад|садок|сад|наказ(?:у|ом|и)?|приказ(?:а|ом|ы)?|форм[аи]',
  'silid|kuwarto|palapag|chumba|ghorofa|phòng|oda|δωμάτιο|αίθουσα|γραφείο|άρθρο|kwarto',
  // Rooms, houses and where they are; buses and trams.
  'ngõ|ساختمان|ngách|hẻm|kiệt|خانه\u0654?|سرک|کارته|ناحیه|زنقة|سالن|سکتور|عمارة|قاعة|الباب|அறை|வீட்டு|கதவு|గది|ఇంటి|రూమ్|રૂમ|ઓરડો|ਕਮਰਾ|कोठा|कोठा नं|वडा|ଘର|রুম|ಮನೆ|ບ້ານ|ຫ້ອງ|ເຮືອນ|အမှတ်|အခန်း|အိမ်အမှတ်|guri(?:ga)?|qol(?:ka)?|የቤት|ቤት|ክፍል|ოთახი|ბინა|გამზ|ქ|սենյակ|բնակարան|փ|chanm',
  'otobüs(?:ler)?|autob[uú]s(?:es)?|autobuz(?:e|ul|ele)?|ônibus|autocarros?|autobusy?|tramwaje?|tramvaie?|tram(?:way|via)?s?|straßenbahn|buslinien?|busse?|colectivos?|автобус(?:ы|а|и)?|трамва(?:й|и|ї)|троллейбус(?:ы)?|тролейбус(?:и)?|маршрутк[аи]|λεωφορεί(?:ο|α)|الحافلات?|حافلات?|باص(?:ات)?|الأوتوبيس|اتوبوس|אוטובוס(?:ים)?|बस|बसें|বাস|ਬੱਸ|બસ|பேருந்து|బస్సు|รถเมล์(?: ?สาย)?|xe buýt|公交|公车|公車|巴士|バス|버스|노선|ລົດເມ|ឡានក្រុង|ဘတ်စ်ကား|አውቶቡስ|ավտոբուս|ავტობუსი',
  'مادة|المادة|شقة|کوچه\u0654?|واحد|اتاق|ماده|گلی|فلیٹ|کمرہ|मकान|प्लॉट|फ्लैट|गली|सेक्टर|कोठा|મકાન|ਮਕਾਨ|হাউস|হোল্ডিং|রোড|রুম|প্লট|ফ্ল্যাট|কক্ষ|ধারা|বাসা',
  // As it is decomposed, which texts are in that are read for digits.
  ...['বাড়ি', 'সড়ক'].map((word) => word.normalize('NFD')),
];
/** Those that end with a full stop: after a whole word it ends a sentence. */
export const shortPlaceLabels =
  'д|m|md|pp?|rm|ste|apt|sec|ch|fig|vol|jct|art|S|págs?|hab|bât|стр|с|каб|кімн|кв|ст|กม|ул|вул';
/** Words for “number” after such a label. */
export const placeNumbers =
  '(?:n[o°º]|nos?|nr|number|numéro|número|numer|№|رقم|شماره|نمبر|नंबर|नम्बर|नं|संख्या|নং|নম্বর|எண்|నం|నంబర్|નં|ਨੰ|ቁጥር|លេខ|หมายเลข|ເລກທີ|nambari|namba|nimewo|lambar)';

/** What streets are called where that stands first. */
export const streets =
  'rue|avenue|av|bd|boulevard|place|quai|chemin|allée|route|impasse|cours|via|viale|piazza|corso|calle|avenida';
