/** What stands before numbers that nobody dials: names of registers, orders and laws. Parts of patterns, in a text as its digits are read. Data. */

/** What stands before a number that identifies a book, a paper or an order. */
export const labels =
  '(?:Mersis(?: No)?|NEQ|Till No|NPWP|प्यान(?: नं\\.?)?|स्थायी लेखा नम्बर|ՀՎՀՀ|საიდენტიფიკაციო კოდი|ს/კ|Γ\\.?Ε\\.?ΜΗ\\.?|登録番号|登記番号|事業所番号|保険者番号|受給者番号|許可番号|届出番号|登记号|登记证号|备案号|备案编号|許可證號|شماره\u0654? پروانه|کد رهگیری|(?:ترخيص|رخصة)(?: رقم)?|رقم (?:ال)?(?:ترخيص|رخصة|قيد|تسجيل)|เลขที่ใบอนุญาต|ใบอนุญาตเลขที่|เลขทะเบียน|ทะเบียนเลขที่|(?:ĐKKD|GPHĐ)(?: số)?|nr księgi rejestrowej|ISBN(?:-1[03])?|ISSN|DOI|PMID|PMCID|NCT|ORCID|EIN|NDC|PZN|GTIN|EAN|arXiv|USt-IdNr|VAT|Kütük No|CPT|HCPCS|ARBN|CRN|CNP|[AΑ]\\.?[MΜ]\\.?[KΚ]\\.?[AΑ]\\.?|Kimlik No|CCCD|CMND|आधार|کد ملی|주민등록번호|身份证号|健保卡號|批号|批號|ת\\.ז\\.|هوية رقم|سجل تجاري(?: رقم)?|NIS|Kitambulisho(?: Na\\.)?|AHV-Nr|[Tt]essera sanitaria|জন্ম নিবন্ধন|এনআইডি|(?:Zoom|Meeting|Webinar|Teams)[ -](?:ID|Nr)|ID (?:de (?:la )?(?:reunión|réunion)|da reunião|riunione|spotkania|конференции|cuộc họp)|(?:ミーティング|회의 ?)ID|会议号|會議號|NIPC|NIT|PESEL|ОКПО|КПП|ОКАТО|ОКТМО|СНИЛС|ІПН|РНОКПП|МФО|RUC|N° d’entreprise|ZIP(?: code)?|CEP|NPI|RxNorm|RxCUI|EudraCT|ABN|ACN|CNPJ|CPF|SIRET|SIREN|NIP|REGON|KRS|NIF|CIF|CUIT|CVR|KvK|RCN|CHY|ЄДРПОУ|ИНН|ОГРН|Tax ID|Steuernummer|P\\. ?IVA|Partita IVA|Codice fiscale|C\\. ?F\\.|[AΑ]\\.?Φ\\.?[MΜ]\\.?|FINESS|RNA|CNES|(?:CRP|CRM|COREN|OAB|CRESS)(?:[-/ ][A-Z]{2})?|CUI|MST|Mã số thuế|Vergi No|PBO|NPO|UPC|St\\.-Nr|Zulassungsnr|E[GC]-(?:Nr|No)|統一編號|法人番号|医療機関コード|사업자등록번호|고유번호|ZVR(?:-Zahl|-Nr)?|DVR|C[eé]dula Profesional|C[eé]d\\. ?Prof\\.?|Inscrição (?:Estadual|Municipal)|统一社会信用代码|เลขประจ\u0e4dาตัวผู้เสียภาษี(?:อากร)?|เลขประจ\u0e4dาตัวประชาชน|เลขบัตรประชาชน|OMB(?: Control)?|شناسه\u0654? ملی|شماره\u0654? ثبت|علم وخبر(?: رقم)?)';
/** What stands before a number that somebody gave as they liked, in any form. */
export const looseLabels =
  '(?:registered charity|(?:order|publication|pub|article|item|invoice|reference|ref|grant|contract|award|project|study|protocol|report|licen[cs]e|lic|permit|facility|provider|company|reg|registration|charity(?: registration)?|account|document|case|file|docket|patent|cat(?:alog(?:ue)?)?|serial|batch|lot|model|form|VAT|CAS|Art|Kurs|Kunden|Mitglieds|Vereins|Register|Akten|Geschäfts|Versicherten|Patienten|Fall|Seminar|Vertrags|Rechnungs|Chargen|Zulassungs|Best|Bestell|Artikel|Publikations|pedido|commande|référence)(?:[ .-]{0,2}(?:nos?|nr|numbers?|nummer|id)| ?#))';
const states =
  'A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY]';
const streets =
  '(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Bb]d|[Pp]lace|[Qq]uai|[Cc]hemin|[Aa]llée|[Rr]oute|[Ii]mpasse|[Cc]ours|[Vv]ia(?:le)?|[Cc]orso|[Pp]iazza|[Cc]alle|[Aa]venida|[Rr]ua)';
const named = "(?: [\\p{L}\\p{M}'’.-]{1,20}){1,5}";
/** What stands before a postcode of five digits: the town with its state, or the street with its house. */
export const beforePostcode = `(?:\\p{Ll}, (?:${states}) |(?:(?:\\p{L}{3}(?:str(?:a(?:ß|ss)e|\\.)|weg|gasse|platz|allee|ring)|\\p{L}{3}[ -](?:Str(?:aße|asse|\\.)|Allee|Weg|Platz|Ring)) \\d{1,4}[a-z]?|(?<!\\p{L})${streets}${named},? \\d{1,4}|(?<!\\d)\\d{1,4}(?: bis| ter)?,? ${streets}${named}), (?:[A-Z]{1,2}-)?)`;
/** What a postcode is called. */
export const postcodeNames =
  '(?:کد ?پستی|الرمز البريدي|postal code|postcode|code postal|código postal|Postleitzahl|индекс|індекс|מיקוד)';
/** What a law is called, before its number and its year. After “no” in all its forms, which are read in NFKC. */
export const laws =
  '(?:laws?|acts?|bill|order|regulations?|directive|S\\.?I\\.?|Gesetz|Verordnung|Richtlinie|loi|décret|arrêté|règlement|ley|decreto|decreto[- ](?:ley|lei|legge)|reglamento|orden|resolución|lei|portaria|resolução|regulamento|legge|regolamento|D\\. ?Lgs\\.?|D\\. ?L\\.|L\\.|D\\.?P\\.?R\\.?|legea|ordonanța|ordinul(?:ui)?|hotărâr(?:ea|ii)|decretul|legii|ustaw[ay]|rozporządzeni[ea]|закон[ау]?|указ[ау]?|приказ(?:а|у|ом)?|постановлени[ея]|распоряжени[ея]|наказ(?:у|ом)?|постанов[аи]|розпорядження|delibera(?:zione)?|ordinanza|circolare|genelge|tebliğ|kanun|yönetmelik|Ν\\.|νόμ(?:ος|ου|ον?|οι|ων|ους)|Π\\. ?Δ\\.|Υ\\. ?Α\\.|ΚΥΑ|κανονισμ(?:ός|ού|ό)|οδηγία|R\\.?D\\.?|H\\.?G\\.?|O\\.?U?\\.?G\\.?|(?:ال|لل)?(?:قانون|مرسوم|لائحة|نظام)|مقررات|חוק|nghị định|nghị quyết|thông tư|quyết định|luật|अधिनियम|አዋጅ|ደንብ|መመሪያ)';
export const union = '\\((?:EU|UE|EC|CE|EG|EEC|CEE|EWG|ЕС|ЄС|ΕΕ|ΕΚ|الاتحاد الأوروبي|اتحادیه اروپا)\\)';
/** Who made it: Portaria GM/MS nº 3.088/2011. */
export const office = '[A-Z]{2,6}(?:/[A-Z]{2,6})?';
export const numbered = '(?:(?:No|N[o°]?|Nr|N\\.o|số|رقم|شماره|αριθ|ቁጥር|संख्या)\\.? ?)?';

/** What a post box is called. */
export const postBoxes =
  '(?:(?:P\\. ?O\\. ?Box|(?:PO|GPO) Box|S\\. ?L\\. ?P\\.|B\\. ?P\\.|ص\\. ?ب\\.?|صندوق بريد|Postfach|[Cc]ase postale|[Cc]asella postale|Apartado(?: de [Cc]orreos| [Pp]ostal)?|Apdo\\.|[Cc]aixa [Pp]ostal|[Cc]ăsuța poștală|[Ss]kr(?:ytka|\\.) poczt(?:owa|\\.)|а/я|А/я|п/с|Τ\\. ?Θ\\.|P\\. ?K\\.|ตู้ ป\\.?ณ\\.?|[Hh]ộp thư|信箱|私書箱|사서함|पो\\.? ?बॉ(?:क्स|\\.)|पो\\. ?ब\\.(?: ?नं\\.?)?|পোস্ট বক্স|پی او باکس|ፖ\\.ሣ\\.ቁ\\.?)(?: (?:No?\\.?|n[o°º]\\.?|nr\\.?|№))?:?)';
/** What a bank’s account is called, and a bank. */
export const accounts =
  '(?:Kto|Konto|Acc(?=\\.)|Spendenkonto|Bankkonto|BLZ|Bankleitzahl|CLABE|BSB|sort code|IFSC|bank account|c/c(?: postale| bancario)?|conto corrente(?: postale)?|cuenta (?:bancaria|corriente)|compte bancaire|conta (?:corrente|bancária)|rachunek(?: bankowy)?|(?:numer|nr) (?:konta|rachunku)|[Nn]o(?:mor|\\.) rek(?:ening|\\.)|hesap no|CCP|खाता(?: सं(?:ख्या|\\.)?)?|口座番号|郵便振替|銀行|은행|เลขที่บัญช\u0e35|บัญช\u0e35เลขที่|[Ss]ố tài khoản|STK|р/с|р/р|к/с|л/с|(?:расч[её]тный|корр\\.?) сч[её]т)';
/** A word for “number” between a name and its number. */
export const numberSign =
  '(?:(?:[-. ]{0,2}(?:no|nr|n|n°|nº|№|number|nummer|numer|número|numéro|numarası))?\\.?:?)';

/** What a register is called, before a number in it: the beginning of the word. */
export const registers =
  '(?:reg(?:\\p{L}{1,12}|\\.|d\\.)|рег(?:\\p{L}{1,12}|\\.)|реєстр\\p{L}{0,12}|rejestr\\p{L}{0,8}|rej\\.|usajili|पंजीकरण|रजिस्ट्रेशन|रजि\\.|दर्ता|নিবন্ধন|রেজি\\.|রেজিস্ট্রেশন|பதிவு|నమోదు|નોંધણી|ਰਜਿਸਟ੍ਰੇਸ਼ਨ|ทะเบียน|سجل|القيد|التسجيل|ثبت|رجسٹریشن|Kütük|μητρώο(?:υ)?|գրանցման|დადასტურებ\\p{L}{1,6}|የምዝገባ)';
/** Who makes norms: GOST R, GB/T, СанПиН. */
export const normBodies =
  '(?:GOST|ГОСТ|ДСТУ|СТБ|СанПиН|ДСанПіН|ДБН|СНиП|СП|ГН|МУК?|ТУ|GB|WS|YY|JJG|CNS|KS [A-Z]|JIS [A-Z]|TCVN|QCVN|SNI|NBR|IRAM|NMX|NTC|NCh|UNIT|PN|ČSN|STN|MSZ|SR|STAS|BDS|БДС|SRPS|HRN|SIST|ΕΛΟΤ|ELOT|TS|SI|IS|BDS|SLS|PS|NS|DS|SS|SFS|ÍST|NEN|NBN|NF|UNE|UNI|DIN|ÖNORM|SN|BS|IEC|ISO|EN)';
