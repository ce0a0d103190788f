import { plainWords } from '../message.ts';
import type { Service } from '../suggestion.ts';
import { listed } from './listed.ts';
import type { Signal } from './signal.ts';

// The same services in the languages that Luton writes to us in: Polish, Romanian, Portuguese, Spanish, Italian, French, Albanian, Turkish, Lithuanian,
// Hungarian, Bulgarian, Ukrainian, Russian, Arabic, Urdu, Hindi, Punjabi, Gujarati, Bengali (also in Latin letters) and Somali.

const inAnotherLanguage = (name: string, about: Service, policy: string, phrases: string): Signal => ({
  name,
  about,
  policy,
  phrases: listed(plainWords(phrases)),
});

export const otherLanguageSignals: readonly Signal[] = [
  inAnotherLanguage(
    'waste-in-another-language',
    'waste',
    'section 5',
    `
      śmieci*, śmietnik*, kosz|kosza|kosze|kosze, kubeł*, kubły, kontener*, pojemnik*, odpad*, wywóz, śmieciark*,
      coșul|coșului|coșuri|cosul, pubel*, gunoier*, tomberon*, lixeira*, caixote|contentor|contentores, recolha, cubo|cubos|contenedor*,
      basurero*, bidone|bidoni|cassonett*, spazzatura, rifiuti, poubelle*, éboueur*, ordures, kosh*, plehra*, kazan|kazani,
      çöp|çöpü|çöpler*, šiukšl*, konteiner*, kuka|kukát|kukat|kukák, szemét|szemet*, szemetes*, кофа|кофата|кофи, боклук*, смітник*,
      сміття, мусор*, мусорн*, контейнер*, القمامة, قمامة, حاوية, الحاوية, سلة, کوڑا, کوڑے, کچرا, کچرے, ڈبہ, बिन, कूड़ा, कूड़े, कचरा,
      डस्टबिन, ਕੂੜਾ, ਬਿਨ, કચરો, કચરાપેટી, ময়লার, বিন, kachra, kachara, kooda, kura, koora, moylar, qashin*, qashinka
    `,
  ),
  inAnotherLanguage(
    'street-scene-in-another-language',
    'street-scene',
    'section 5',
    `
      gunoi*|gunoiul, saltele|saltea|saltelele, lixo, entulho, basura, basuras, escombros, parku|parcul|parco|parc|parkta, plac zabaw,
      drzew*, gałąź|gałęzie, trawa|trawnik*, alejk*, materac*, kanap*, parcului|parcuri, copac*, iarba, árvore*, árbol*, albero|alberi,
      arbre*, herbe, aleea|alee, beco, callejón, vicolo, ruelle, dechets|déchets, mbeturin*, pemë*, ağaç*, moloz, medis|medž*|medžio,
      pievel*, fák, дърво*, дерево*, дерева, парк|парку|парка, حديقة, شجرة, پارک, درخت, گندگی, पार्क, पेड़, गंदगी, safai, gandagi,
      gali|galli, ময়লা, পার্ক, গাছ, গলিতে, gach, geed*, beerta
    `,
  ),
  inAnotherLanguage(
    'highways-in-another-language',
    'highways',
    'section 5',
    `
      dziur*, latarni*|latarnia, chodnik*, jezdni*, drog*|droga|ulic*, krawężnik*, groap*|groapa, lampa|lampă|felinar*,
      stradă|străzii|strazii, trotuar*, asfalt*, buraco*, passeio, calçada, candeeiro*, iluminação, bache*, acera*, farola*, alumbrado,
      buca|buche, marciapiede|marciapiedi, lampione|lampioni, strade, trottoir*, lampadaire*, réverbère*, chaussée, gropa|gropë*,
      drit*|dritat, çukur*, kaldırım*, sokak lamba*, duob*|duobė*, šaligatv*, žibint*, kátyú*, járda|járdán, lámpa|lampa|utcai,
      дупка|дупки, тротоар*, лампа|лампата, яма|ями|ямы, тротуар*, ліхтар*, фонарь|фонари, حفرة, الرصيف, رصيف, الشارع, إنارة, سڑک, گڑھا,
      فٹ, सड़क, गड्ढा, बत्ती, ਸੜਕ, ਟੋਆ, રસ્તો, ખાડો, রাস্তা, রাস্তার, গর্ত, sadak, sarak, gaddha, khadda, gadda, batti, khado, rasto,
      rasta|rastar, gorto, waddada, wadada
    `,
  ),
  inAnotherLanguage(
    'parking-in-another-language',
    'parking',
    'section 5',
    `
      parkowani*, parkingow*, mandat|mandatu|mandacie|mandaty, wezwani* do zapłaty, zezwoleni* na parkowanie, pozwoleni* na parkowanie,
      amenda|amenzi|amenzii, parcare|parcării|parcat|parcarea, permis de parcare, multa|multas, estacionamento|estacionar|estacionado,
      estacionamiento|aparcamiento|aparcar, permiso de residente, multe, parcheggio|parcheggi|parcheggiato, stationnement, procès verbal,
      gjob*|gjoba, parkim*, ceza|cezası, baud*|bauda, stovėjim*|parkavim*, bírság*|parkolás*|parkol*, глоба|глобата, паркиран*|паркинг*,
      штраф*, парковк*|паркуванн*, مخالفة, غرامة, مواقف, موقف, پارکنگ, جرمانہ, चालान, जुर्माना, पार्किंग, ਪਾਰਕਿੰਗ, ਜੁਰਮਾਨਾ, દંડ, જરીમાના,
      জরিমানা, পার্কিং, jurmana, chalan, challan, dand, jorimana, ganaax*, baarkin
    `,
  ),
  inAnotherLanguage(
    'council-tax-in-another-language',
    'council-tax',
    'section 5',
    `
      vergi|vergisi, podatek|podatku|podatki, komornik*, taxa|taxei|taxă locală, impozit*, imposto|imposto municipal,
      impuesto municipal|local, impuestos, tassa|tasse comunale, taxe communale|locale, taxe d habitation, taksa|taksat e,
      mokest*|mokestis, helyi adó, adó|adót|adója, данък|данъка, податок|налог*|налога, ضريبة, الضريبة, ٹیکس, टैक्स, ਟੈਕਸ, ટેક્સ, ট্যাক্স,
      canshuur*
    `,
  ),
  inAnotherLanguage(
    'benefits-in-another-language',
    'benefits',
    'section 5',
    `
      zasiłek|zasiłku|zasiłki, dodatek|dodatku mieszkaniow*, ajutor* de|pentru locuinț*|chirie, ajutorul, subsídio|subsidio|auxílio,
      ayuda de|para alquiler|vivienda, prestación*, sussidio|assegno, bonus casa, aide au logement, ndihm*|ndihma, kira yardım*, yardımı,
      pašalp*|pašalpa, lakhatási|segély|támogatás*, помощи, допомог*, субсиді*, пособи*|пособие, إعانة, لإعانة, اعانة, بدل, بینیفٹ,
      ہاؤسنگ بینیفٹ, भत्ता, बेनिफिट, ਬੈਨੀਫਿਟ, બેનિફિટ, বেনিফিট, ভাতা, bhatta, bhata, dib u celin, gargaar*
    `,
  ),
  inAnotherLanguage(
    'landlord-in-another-language',
    'housing',
    'section 12',
    `
      ogrzewan*, kaloryfer*, piec|piecyk, pleśń|pleśni, grzyb|grzyba|wilgoć|wilgoci, przecieka*|cieknie|kapie, sufit*, hydraulik*,
      ciepł* wod*, mieszkani* komunaln*, lokator*, czynsz*, winda|windy, caldur*|căldur*|căldura, încălzir*, boilerul|centrala, mucegai*,
      igrasie, tavan*, instalator*, chirie|chiria, liftul, apă caldă, scurge|curge|picură, aquecimento, caldeira, esquentador,
      bolor|mofo|humidade, infiltraç*, teto|tecto, canalizador, renda, elevador, água quente, calefacción, caldera, humedad*|moho, gotera*,
      techo, fontanero, alquiler, ascensor, agua caliente, riscaldamento, caldaia, muffa|umidità, soffitto, idraulico, affitto, ascensore,
      acqua calda, chauffage|chaudière, moisissure*|humidité, fuite*, plafond, plombier, loyer, ascenseur, eau chaude, ngrohj*|kaldaj*,
      lagështi*|myk|mykut, qira|qiraja, ashensor*, ısıtma|kombi|kalorifer*, küf|rutubet, tesisatçı, kira, asansör*,
      šildym*|katilas|boileris, pelės*|drėgm*, lub*|lubos, nuom*, fűtés*|futes|kazán|bojler, penész*|nedves*, plafon, lakbér|bérleti,
      парно|бойлер|котел, мухъл|влага, таван*, наем*, опаленн*|отоплени*, котел|бойлер, плісняв*|плесень|сирість|сырость, стел*|потолок,
      оренд*|аренд*, تدفئة, التدفئة, سخان, الغلاية, رطوبة, الرطوبة, عفن, العفن, السقف, سقف, تسرب, إيجار, الإيجار, ہیٹنگ, بوائلر, گرم پانی,
      نمی, چھت, پھپھوندی, کرایہ, हीटिंग, बॉयलर, सीलन, छत, किराया, गरम पानी, ਹੀਟਿੰਗ, ਬਾਇਲਰ, ਸਿੱਲ੍ਹ, ਕਿਰਾਇਆ, હીટિંગ, બોઇલર, ભેજ, ભાડું, છત,
      হিটিং, বয়লার, ভাড়া, ছাদ, ড্যাম্প, paani, chhat|chhath, seelan|silan, kiraya|kiraaya, bhara, ghar|ghara|ghor|ghore, makaan|makan,
      council ghar, kulayl*, kuleyl*, kirada|kiro, qoyaan*, biyo kulul
    `,
  ),
  inAnotherLanguage(
    'housing-need-in-another-language',
    'housing',
    'section 12',
    `
      bezdomn*, lista|listę oczekując*, mieszkanie socjalne, nie mam gdzie mieszkać, eksmisj*, schronisk*, fără adăpost|locuință,
      listă de așteptare, cazare, evacuat*|evacuare, sem abrigo, sem casa, despejo|despejad*, habitação social, lista de espera,
      sin hogar|techo|casa, desahucio|desalojo, vivienda social, senzatetto, casa popolare, sfratt*, liste d attente, sans abri,
      logement social, expulsion, hébergement, i pastreh|pastrehë, strehim*, evsiz*, konut|barınma, benam*|be namų, socialin* būst*,
      hajléktalan*, szociális lakás, бездомн*|без дом, жилищ*, бездомн*|житл*|жиль*|хостел*, مشرد, المشردين, سكن, السكن, مأوى, بے گھر,
      رہائش, बेघर, मकान, ਬੇਘਰ, બેઘર, গৃহহীন, থাকার জায়গা, beghar, be ghar, rehne ki jagah, thakar jayga, hoy la, hoylaawe, guri la, guryo
    `,
  ),
  inAnotherLanguage(
    'education-in-another-language',
    'education',
    'section 5',
    `
      miejsc* w szkole, szkoł*|szkole|szkoły, przedszkol*, klas* reception, taksówk* szkoln*, loc la școal*|scoal*, școală|școala|scoala,
      grădiniț*, transport* școlar*|scolar*, vaga na escola, escola|escolar, colégio, plaza escolar, escuela|colegio, posto a|nella scuola,
      scuola|scolastico, école|scolaire, transport scolaire, shkoll*|shkolla, okul*|okula|okulu, mokykl*|mokykla, darželi*,
      iskola|iskolai|iskolába|óvoda, училищ*|училище, школ*|школа|школу, садик, مدرسة, المدرسة, مقعد, اسکول, سکول, داخلہ, स्कूल, दाखिला,
      ਸਕੂਲ, સ્કૂલ, શાળા, স্কুল, ভর্তি, skool, iskool, dakhla|daakhila, bhorti, iskuul*, dugsi*
    `,
  ),
  inAnotherLanguage(
    'customer-services-in-another-language',
    'customer-services',
    'section 5',
    `
      niebiesk* odznak*, karta parkingow* inwalid*, akt urodzenia|ślubu|zgonu, infolini*, legitimație|card albastr*,
      certificat de naștere|căsătorie|deces, certidão de nascimento|casamento|óbito, tarjeta azul,
      certificado|acta|partida de nacimiento|defunción|matrimonio, certificato di nascita|morte, acte de naissance|décès|mariage,
      certifikat*|çertifikat*, doğum belgesi, gimimo liudijim*, anyakönyvi, születési, акт за раждане, свідоцтв*|свидетельств*,
      شهادة ميلاد, شهادة الميلاد, شهادة وفاة, پیدائش, سرٹیفکیٹ, ब्लू बैज, जन्म प्रमाण, जन्म, ਬਲੂ ਬੈਜ, બ્લુ બેજ, ব্লু ব্যাজ, জন্ম,
      janam|janm|jonmo, dhalasho*
    `,
  ),
  inAnotherLanguage(
    'elections-in-another-language',
    'elections',
    'section 5',
    `
      wybor*|głosowani*|głosować, komisj* wyborcz*, votare|votação|votación|votazione, alegeri*|secți* de votare,
      eleiç*|eleições|eleiciones|elecciones|elezioni, zgjedhj*|votim*, seçim*, rinkim*|balsav*, választás*|szavaz*, избор*|гласув*,
      вибор*|выбор*|голосув*|голосов*, انتخاب*, الانتخابات, تصويت, ووٹ, ووٹر, वोट, मतदान, ਵੋਟ, વોટ, મતદાન, ভোট, ভোটার, doorasho*, codbix*,
      codayn*
    `,
  ),
  inAnotherLanguage(
    'leisure-in-another-language',
    'leisure-culture',
    'section 5',
    `
      basen*|pływaln*, bibliotek*|biblioteka, siłowni*, muzeum, piscin*|piscina, bibliotec*|biblioteca, sală de sport, muze*,
      ginásio|gimnasio|palestra, museu|museo|musée*, piscine, bibliothèque|médiathèque, pishin*|bibliotek*, havuz|yüzme, kütüphane,
      basein*|baseinas, bibliotek*, uszoda|úszás|könyvtár*, басейн*|бассейн*, библиотек*|бібліотек*, مسبح, المسبح, مكتبة, المكتبة,
      لائبریری, سوئمنگ, पुस्तकालय, लाइब्रेरी, ਲਾਇਬ੍ਰੇਰੀ, લાઇબ્રેરી, লাইব্রেরি, maktabad*, dabaal*
    `,
  ),
  inAnotherLanguage(
    'noise-and-pests-in-another-language',
    'environmental-health',
    'section 5',
    `
      hałas*|hałasu|hałasuj*, głośn* muzyk*, szczur*|mysz|myszy|karaluch*, sąsiad*|sąsiedzi, zgomot*|gălăgi*|muzică tare,
      șobolan*|soareci|șoareci|gândaci, vecin*|vecinul|vecinii, barulho|ruído, ratos|ratazan*|baratas, vizinh*, música alta,
      ratones|cucarachas, vecinos, rumore|rumori|ratti|scarafaggi|vicini, bruit|bruits|souris|cafards|voisin*, zhurm*|minj|fqinj*,
      gürültü*|fareler|komşu*, triukšm*|žiurk*|pelių|kaimyn*, zaj|zajong*|zene|patkány*|egér|szomszéd*,
      шум|шума|плъх*|съсед*|щур*|крис*|крыс*|сусід*|сосед*, ضجيج, ضوضاء, الجيران, جرذان, فئران, شور, چوہے, پڑوسی, शोर, चूहे, पड़ोसी, ਸ਼ੋਰ,
      ਚੂਹੇ, ગુવાંઢી, અવાજ, ઉંદર, শব্দ, ইঁদুর, প্রতিবেশী, shor, chuhe|chuha|chooha, padosi|parosi, awaj|awaaz, undar|indur, buuq
    `,
  ),
  inAnotherLanguage(
    'licensing-in-another-language',
    'licensing',
    'section 5',
    `
      licencj*|koncesj*, licență|licența|licente de|taxi, licença de|taxi, licencia de|taxi, licenza|licenze, licence de taxi,
      taksi ruhsat*, ruhsat*, licencij*, engedély*, лиценз*|ліценз*, رخصة, الرخصة, سائق, لائسنس, ٹیکسی, टैक्सी, लाइसेंस, ਟੈਕਸੀ, ટેક્સી,
      ট্যাক্সি, লাইসেন্স, taxi wala|wale, taksi, laysan|laisan*
    `,
  ),
  inAnotherLanguage(
    'social-care-in-another-language',
    'adult-social-care',
    'section 5',
    `
      opiekun*|opieka|opieki, dom opieki, pracowni* socjaln*, îngrijitor*|ingrijitor*|îngrijire, asistent* social*, cuidador*|cuidadora,
      lar de idosos, assistente social, trabajador* social*, residencia de ancianos, badante|assistenza domiciliare|casa di riposo,
      aide à domicile, maison de retraite, assistant* social*, kujdestar*|punonj* social*, bakıcı*|sosyal hizmet*,
      slaug*|socialin* darbuotoj*, gondoz*|szociális munkás, социал*|соціал*, гриж*|догляд*|сидел*, مقدم الرعاية, الرعاية, رعاية,
      دیکھ بھال, سوشل ورکر, देखभाल, सोशल वर्कर, ਦੇਖਭਾਲ, કેર, দেখাশোনা, কেয়ারার, dekhbhal|dekh bhal, daryeel*
    `,
  ),
];
