/** Classes of words that phrases name: `@kin`. */
export const wordClasses: Readonly<Record<string, readonly string[]>> = {
  kin: 'mum|mother|mam|mummy|dad|father|daddy|nan|nana|nanna|gran|grandma|granny|grandmother|grandad|grandpa|grandfather|husband|wife|partner|brother|sister|son|daughter|uncle|aunt|auntie|cousin|niece|nephew'.split(
    '|',
  ),
  kins: 'mums|mothers|mams|mummys|dads|fathers|daddys|nans|nanas|nannas|grans|grandmas|grannys|grandmothers|grandads|grandpas|grandfathers|husbands|wifes|wives|partners|brothers|sisters|sons|daughters|uncles|aunts|aunties|cousins|nieces|nephews'.split(
    '|',
  ),
  child:
    'son|daughter|boy|girl|lad|child|kid|kids|children|twins|grandson|granddaughter|grandaughter|grandchild|grandchildren|grandkids|stepson|stepdaughter|nephew|niece|lads|boys|girls|sons|daughters|eldest|youngest|teenager|baby|toddler'.split(
      '|',
    ),
  told: 'said|says|saying|told|tells|telling|called|calls|calling|asked|asks|wrote|writes|replied|replies|goes|went|reckons|claims|claimed|insisted|insists|promised|announced|stated|answered|shouted|texted|emailed'.split(
    '|',
  ),
  wrong:
    'shouted|shouts|shouting|swore|swears|lied|lies|lying|refused|refuses|refusing|ignored|ignores|ignoring|laughed|laughs|laughing|hung|never|wont|didnt|doesnt|hasnt|havent|wouldnt|cancelled|cancels|keeps|kept|slammed|rolled|sneered|sneers|smirked|mocked|mocks|mimicked|threatened|threatens|accused|accuses|blamed|blames|lost|humiliated|grabbed|grabs|pushed|pulled|pulls|snatched|dragged|drags|locked|blocked|blocks|insulted|bullied|bullies|yelled|screamed|snapped|sighed|pointed|waved|winked|posted|shared|leaked|forged|invented|misled|mislaid|forgot|forgets|failed|stormed|patronised|belittled|interrupted|dismissed|fobbed|denied|denies|closed|stopped|cut|left'.split(
      '|',
    ),
  schoolstaff:
    'teacher|teachers|headteacher|headteachers|headmaster|headmistress|senco|sendco|governor|governors|principal|bursar|tas'.split('|'),
  councillor:
    'councillor|counsellor|councilor|counselor|cllr|clr|councilman|councilwoman|councilllor|councillar|councelor|councellor'.split('|'),
  councillors: 'councillors|counsellors|councilors|counselors|cllrs|councellors'.split('|'),
  month:
    'january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec'.split(
      '|',
    ),
  // An answer to a complaint, whatever people call it.
  reply:
    'reply|replies|response|responce|responces|responses|respons|answer|answers|anser|letter|letters|outcome|findings|finding|conclusion|conclusions'.split(
      '|',
    ),
  stageone: '1|one|won|i|1st'.split('|'),
  stagetwo: '2|two|too|ii|2nd'.split('|'),
  staffrole:
    'caretaker|cleaner|loader|driver|gardener|lifeguard|apprentice|warden|librarian|receptionist|cook|chef|electrician|plumber|joiner|carpenter|gritter|sweeper|planner|surveyor|technician|inspector|gravedigger|steward|porter|registrar|assessor|supervisor|operative|labourer|groundsman|mechanic|fitter|painter|roofer|clerk|assistant|officer|adviser|advisor|practitioner|worker|handyman|attendant|usher|coach|instructor|tutor|escort|employee|engineer|bricklayer|plasterer|streetsweeper|binman|secretary|administrator|trainee|casual|sessional|temp|manager|carer|patrol'.split(
      '|',
    ),
  pay: 'pay|wages|wage|salary|overtime|payslip|payslips|pension|allowance|enhancement|enhancements|increment|increments|mileage|expenses|bonus|shifts|shift|rota|rotas|hours|leave|holiday|holidays|grade|contract|band|sickness|duties|probation|appraisal|payroll|retainer|backpay|regrade|regrading|redundancy'.split(
    '|',
  ),
  otherbody:
    'train|trains|bus|buses|hospital|police|doctor|doctors|gp|shop|airport|nhs|landlord|landlords|landlady|dentist|dentists|ambulance|jobcentre|dwp|uc|hmrc|surgery|bank|ward|garage|courier|thameslink|arriva|easyjet|openreach|virgin|sky|bt|tesco|asda|amazon|evri|airline|mp|pharmacy|chemist|consultant|midwife|supermarket|insurer|dvla|peabody|association|broadband|postman|solicitor|builder|builders|agents|employer|cinema|gym'.split(
      '|',
    ),
};
