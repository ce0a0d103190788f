/** The commonest words of English: what says that a sentence is in it, however broken. */
export const englishWords =
  `the a an and or but of to in on at by for from with without as is are was were be been being am im ive ill id its it he she they we you i
me my mine your yours his her hers our their them us this that these those there here what when where which who why how not dont doesnt didnt cant couldnt wont wouldnt
isnt wasnt arent hasnt havent no yes please thank thanks hello hi dear sir madam have has had do does did done get got go going gone come came said say says told tell
ask asked want wanted need needed can could will would should must may might still again since after before about because if then than so just now today yesterday
tomorrow week weeks day days month months year years last next first second time times one two three four five six seven eight nine ten all any some every nobody nothing
someone somebody anyone more most much many very too only also out up down off over back into through house home street road council letter phone call called rang
email help send sent give gave take took put see seen look know think make made like good bad new old same other people man woman child children`.split(
    /\s+/,
  );

/**
 * Small words of languages that our residents write in, without accents as messages are read, and as people spell them in Latin letters. Words that are
 * English too are left out; a name or a street is in none of them.
 */
const small = {
  polish: `nie jest sie prosze dziekuje dzien dobry jestem mam pani panu juz przez wczoraj dzisiaj dzis ktos nikt bardzo moja moj mojej moje jak zeby aby przy ulicy ulica
    razy dzwonilam dzwonilem pisze mnie mieszkanie mieszkaniu ktory ktora ale tylko od kiedy smieci kosz kosza byl byla bylo przyszedl przyszla odpowiedzi odpowiedz sprawie
    skarge skargi szanowni panstwo pozdrawiam chce chcialbym chcialabym moge mozna ze tego tym ten jeszcze znowu po polsku rano wieczorem tydzien tygodni miesiecy rok lat dla
    syn corka mama ojciec dziecko dzieci szkola nasz nasza nasze wam was nam dostalam dostalem decyzja decyzji wasz wasza zgadzam proszę`,
  romanian: `buna ziua este sunt nu pentru am ati ne vrea vreau rog multumesc dumneavoastra mea meu mele si sa la cu din care cand unde dar fost facut trimis trimiteti scrisoare
    casa strada copilul copii fiul fiica mama tata saptamani zile luni ani azi ieri maine dimineata seara nimeni nimic inca tot foarte va vom voi lui ei ele le mi imi
    am sunat cosul gunoi gunoiul caldura apa chirie decizia plangere contest raspuns raspunsul primit platit taxa domnule doamna stimata stimate asta acest aceasta`,
  portuguese: `bom dia boa tarde noite nao sao esta estou tenho obrigado obrigada por favor uma meu minha meus minhas nosso nossa voces voce senhor senhora que com para mas foi fui
    ja ainda agora hoje ontem amanha semana semanas dias meses anos casa rua lixo agua carta ninguem nada muito muita porque quando onde como pelo pela dos das ao aos
    filho filha mae pai escola resposta reclamacao liguei recebi pagar paguei multa podem queria quero gostaria`,
  spanish: `hola buenos dias buenas tardes gracias por favor senor senora estimados que para con una los las del mi mis nuestro nuestra esta estoy tengo tiene hace desde pero
    porque cuando donde nadie nada muy mucho ya todavia hoy ayer manana semana semanas meses anos casa calle basura agua carta respuesta queja llame llamado recibi recibido
    pagar pague multa quiero quisiera puede pueden necesito ayuda hijo hija madre padre escuela no hay es son fue ustedes usted`,
  italian: `buongiorno buonasera salve grazie per favore sono non che con una gli della del dei delle mio mia nostro nostra questa questo perche quando dove nessuno niente molto gia
    ancora oggi ieri domani settimana settimane mesi anni casa strada spazzatura acqua lettera risposta reclamo chiamato ricevuto pagare pagato multa vorrei voglio posso
    potete bisogno aiuto figlio figlia madre padre scuola siamo avete abbiamo scusate scrivo anche`,
  french: `bonjour bonsoir merci veuillez reparer la le lampe monsieur madame je suis vous nous est une les des pour avec dans mon ma mes notre votre cette ce que qui pas mais depuis parce quand personne
    rien tres deja encore aujourdhui hier demain semaine semaines jours mois ans maison rue poubelle eau lettre reponse plainte appele recu payer paye amende voudrais veux peux
    pouvez besoin aide fils fille mere pere ecole sont etes avons avez svp cordialement ete fois sur il elle ils lecole jai nai cest`,
  german: `guten tag es kann konnen tur ich bin sie wir nicht ist und der das ein eine mit fur von seit aber weil wenn niemand nichts sehr schon noch heute gestern morgen woche wochen tage monate jahre
    haus strasse wasser brief antwort beschwerde angerufen bekommen bezahlen bezahlt mochte brauche hilfe sohn tochter mutter vater schule bitte danke sehr geehrte damen
    herren mein meine unser unsere habe haben hat wurde keine kein`,
  hungarian: `tisztelt cim nem van nincs hogy egy meg csak mar azt aki ami lakas lakasban kosz koszonom kerem kisbabam senki futes viz haz utca jon jott jonnek mondtak haromszor
    hete napja ota gyerek gyerekek fiam lanyom anyam apam szeretnek udvozlettel kerek segitseget udv`,
  slavic: `zdravo dobry dobar den prosim dakujem dekuji prosime neni nie je som jsem sme jsme mam mame moj moja muj moje nas nase vas vase kde kedy kdyz pretoze protoze uz este
    jeste vcera dnes zajtra zitra tyzden tyzdne tydny mesiac rokov nikto nikdo nic velmi ulica ulici semafor radi jutros hvala molim ne sam smo ste nije ima nema sta zasto
    zdravei zdraveite blagodarya molya imam nyama mnogo nikoi otgovor pismo ulitsa`,
  lithuanian: `laba diena labas sveiki aciu prasau yra nera mano musu jusu kad bet kai jau dar vakar siandien rytoj savaite savaites menesiai metai niekas nieko labai namas gatve
    gatveje siuksles vanduo laiskas atsakymas skundas skambinau gavau noriu reikia pagalba sunus dukra mokykla paldies ludzu labdien nav mans musu nevar`,
  turkish: `merhaba selam sokak lambasi yanmiyor calismiyor iyi gunler tesekkur ederim lutfen degil var yok icin ama cok daha bir bu ben biz siz benim bizim sizin dun bugun yarin hafta haftadir gun ay yil kimse
    hicbir sokak cop mektup cevap sikayet aradim aldim odedim ceza istiyorum yardim oglum kizim annem babam okul sayin yetkili ben ediyorum etmek istiyorum biri bilen turkce karar yanlis nerede neden evim kapi oldu geldi gelmedi`,
  kurdish: `silav slaw spas tikaye em ez min hun ne heye tune ji bo ku bi di li mala sibe iro duh roj meh sal kes tist kolan zarok kur kec dibistan bersiv`,
  albanian: `pershendetje faleminderit ju lutem nuk eshte jam jemi kam kemi kjo ky dhe per nga por sepse kur askush asgje shume tani sot dje neser jave javet muaj vite shtepi
    shtepia rruga uji letra pergjigje ankese telefonova mora dua duhet ndihme djali vajza nena babai shkolla dera bllokut mbyllet dergoni dike qe`,
  somali: `salaan mahadsanid fadlan waa ma maya haa aan waxaan waxa waxay waan guriga guri jidka biyo warqad jawaab cabasho shalay maanta berri toddobaad bil sannad qofna wax
    ilmo ilmahayga wiilkayga gabadhayda hooyo aabo iskuul caawimaad baahan iga igu ku iyo laakiin sababtoo weli nala naga mar magaalada`,
  hindustani: `assalam assalamu alaikum salam salaam walaikum namaste namaskar ji hai hain hoon hun tha thi the nahi nahin nai mera meri mere mujhe humein hamara hamari hamare apka
    aap aapka aapko kya kyun kab kahan kaise kyunki lekin magar aur ya bhi sirf abhi kal aaj parso hafte hafton mahine saal din raat subah shaam ghar gali pani khat jawab
    shikayat phone kiya kia koi kuch bohat bahut madad chahiye karo karein karen karna karke kar raha rahi rahe gaya gayi gaye diya di dia se ko ka ki ke mein par tak wala
    wali wale bacha bache bacche beta beti ammi abbu walid walida bhai behan school shukria shukriya meherbani dhanyavaad krpaya usne unhone unka woh yeh iska uska sab dawai
    zakham aati jati ata jata hota hoti bolta bolti maine tum hum ham kisi kise`,
  punjabi: `sat sri akaal akal ji menu mainu tuhanu sanu sada saadi mera meri tusi asi nahi nai hega haiga si da de di nu naal vich vi te ton tak kithe kado kyon roz aunda aundi
    bhejo kise maa bebe puttar kudi munda ghar pani chithi dawai dhannvaad meharbani karo ditti ditta gaya`,
  bengali: `nomoskar salaam mor gese hoi hoise ghor apni apnara ami amra amar ta bhul diye dilo dise diche korlam korchen bolse bole bolchhe shobai onek abar amader tomar apnader apnar na nai nei kintu ar ebong karon keno kobe kothay ki ke keu kichu khub ekta ei oi eta ota din shoptaho
    mash bochor bari rasta pani chithi jobab kori korte korsi korchi korben koren hoise hoy hobe ache ase achhe gese gese eshechhe falai doya kore niya jaiben dhonnobad chele
    meye ma abba amma shahajjo lagbe chai diyen diben ashe ashen aila te purano paisi paini jaini koisi`,
  others: `po opo salamat kumusta ang mga hindi wala ako kami namin tayo magandang umaga jambo habari asante tafadhali nataka sina hakuna nyumba barabara ekaaro ese jowo mo
    fe wa ni xin chao cam on khong toi ban nha duong vanakkam nandri illai enakku veedu ille kem cho che nathi mane tamne amne amaru maru tamara avjo selamat terima kasih
    jag fick det som inte har jeg ikke det er och att vill var till ett haye aniga kale ma jirto soo ku baan uu
    marhaba shukran ana ma fi inta min fadlak selam yekenyeley ebakih ebakeh keftegna ayni bet wo ni bu hen ting qing`,
} as const;

/** Each of those words, with the languages it may be of. */
export const foreignWords: ReadonlyMap<string, readonly string[]> = (() => {
  const english = new Set(englishWords);
  const found = new Map<string, readonly string[]>();
  for (const [language, text] of Object.entries(small)) {
    for (const word of text.split(/\s+/)) {
      if (word.length < 2 || english.has(word)) continue;
      found.set(word, [...(found.get(word) ?? []), language]);
    }
  }
  return found;
})();
