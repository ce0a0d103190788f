import type { Signal } from './signal.ts';

const own = { about: 'stage-one', policy: 'section 2' } as const;

/** Other people in a message who are not spoken for. */
export const notSpeakingForAnotherSignals: readonly Signal[] = [
  {
    name: 'parent-of-a-young-child',
    ...own,
    phrases: [
      'my [own|youngest|eldest|autistic] @child is|hes|shes|has|was|got|aged in|at|home|only|just|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|3|4|5|6|7|8|9|10|11|12|13|14|15|16',
      'my little|baby|kids|toddler|newborn|children|twins|girls|boys|lads|teenager|toddlers',
      'my|our daughter|son|lad|boy|girl 3|4|5|6|7|8|9|10|11|12|13|14|15|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen',
      'daughter|son|lad|boy|girl _ 3|4|5|6|7|8|9|10|11|12|13|14|15',
      'my|our # year|yr|month|week old',
      'my|our # yr|year olds',
      'hes|shes|is [only|just] 2|3|4|5|6|7|8|9|10|11|12|13|14|15',
      'single|lone|foster mum|mother|parent|dad|father',
      'as a|his|her|their mum|mother|parent|dad|father',
      'im|i am his|her|the|their mum|mother|dad|father|parent',
    ],
  },
  {
    name: 'speaks-for-themselves',
    ...own,
    phrases: [
      'i am|im a|an|the 7|8|9|disabled|pensioner|blind|deaf|widow|widower|tenant|resident|leaseholder|carer|student|wheelchair|leaseholder',
      'i am|im disabled|blind|deaf|housebound|pregnant|autistic|dyslexic|diabetic|elderly|bedbound|widowed|retired',
      'i am|im # years|yrs|and',
      'my own|husband|wife and i',
      'my husband|wife|partner|sister|brother|son|daughter|mum|neighbour and i|me',
      'me and my @kin',
      'both of us',
      'on my own|behalf',
      'dictated|written|typed|read by|to|for me|my',
      'my @kin is|has typing|writing|written|helping|typed|helped|reading',
      'help|helped|helping me|us write|with|to|type|fill|do|from',
      'someone|somebody|friend|neighbour|daughter|son|carer is|has helping|writing|typing|written|typed|wrote for|this|me',
    ],
  },
  {
    name: 'reports-as-a-bystander',
    ...own,
    phrases: [
      'im|i just|only|am a|the neighbour|passer|bystander|passerby|stranger|postman|milkman|hairdresser|cleaner',
      'dont|not know him|her|them|their|his name|well|really|personally',
      'i dont know her|his|their name',
      'not related',
      'not a|any relation|relative',
      'none of my business',
      'not my place',
      'might|may be nothing',
      'dont want|need|tell her|him|them|my to know|name|i',
      'she|he|they doesnt|dont|didnt know im|i|ive',
      'without her|his|their knowing|knowledge',
      'i clean|cut|do|deliver for|hair|her|his|the|him|to',
      'late mother|father|husband|wife|mum|dad|nan|aunt|uncle|brother|sister',
      'executor|executors|probate|estate of|the|late',
      'passed away|on',
      'died|death',
    ],
  },
];
