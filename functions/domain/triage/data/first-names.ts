/**
 * First names that people in Luton have, as a clue that a person is named where a voicemail has no capitals. No list is complete, and nothing rests on
 * one alone. Names that are ordinary words as well (may, will, mark, rose, bill, grace, dawn, pat, dot …) stand apart: they need a capital.
 */
export const firstNames: ReadonlySet<string> = new Set(
  `aaron abdul abdullah abigail adam adele adrian agnes ahmed aidan aisha alan albert alex alexander alexandra alfie ali alice alicia alison alistair
  alastair amanda amber amelia amina amir amit amy ana anastasia andre andrea andrei andrew andy angela angie angus anita ann anna anne annette annie
  anthony antonia antonio anwar archie arif arthur asad asha ashley asif audrey ava ayesha aziz barbara barney barry beata beatrice becky belinda
  ben benjamin bernadette bernard bernie bert beryl beth bethany betty bev beverley bianca blessing bob bobby brad bradley brenda brendan brian bridget
  bruce bryan caitlin callum calvin cameron carl carla carly carmel carol carole caroline carolyn casey cassie cath catherine cathy cecilia cedric chantelle
  charlene charles charlie charlotte chelsea cheryl chloe chris chrissie christian christina christine christopher chukwu ciaran claire clara clare clarice
  claudia clive colette colin connor conor constance corinne courtney craig cristina cynthia daisy damian damien dan daniel daniela danielle danny daphne
  darius darren darryl dave david dawid dean deb debbie deborah deirdre delia delphine delroy denise dennis derek desmond diana diane dilip dina dominic
  don donald donna dora doreen doris dorota dorothy doug douglas duncan dylan earl ebony eddie edith edna edward edwin eileen elaine eleanor elena elias
  elizabeth ella ellen ellie elliot elsie emily emma emmanuel enid eric erica ernest esther ethan ethel eunice eva evelyn ewa ewan faisal farah farhana
  farida farouk fatima fatou felicity felix fergus fiona florence fran frances francesca francis frankie fred freda freddie gabriel gail gareth garry
  gary gaynor gemma geoff geoffrey george georgia georgina gerald geraldine gerard gerry gianni gillian gina gita giulia gladys glenda glenys gloria gordon
  graham grant greg gregory grzegorz gurpreet gwen gwyneth hamza hanna hannah harjit harold harriet harry harvey hasan hassan hayley hazel heather
  heidi helen helena henry hilary hilda holly howard hugh hussain hussein iain ian ibrahim ida imogen imran ingrid irena irene iris isaac isabel isabelle
  isla ivan ivor jacek jack jackie jacob jacqueline jacqui jade jakub jamal james jamie jane janet janice janine jasmine jason javed jay jayne jean
  jeanette jeff jeffrey jemma jennifer jenny jeremy jerome jermaine jess jesse jessica jill jim jimmy jo joan joanna joanne jodie joe joel john johnny jolene jon
  jonathan jordan jordon jose joseph josephine josh joshua josie joyce juan jude judith judy julia julian julie justin justine kamal kamran karen karim
  karl karolina kasia kate katherine kathleen kathryn kathy katie katy kay kayleigh keeley keiran keith kelly kelvin ken kenneth kenny keri kerry kevin
  khalid kieran kieron kim kimberley kirsten kirsty krystyna kulwinder kyle lakshmi lana lara larry laura lauren laurence lawrence leah leanne lee leila len
  lena leo leon leonard leroy leslie lesley lewis liam lian lily linda lindsay lionel lisa liz lizzie lois lola lorna lorraine lottie lou louis louisa
  louise lucas lucinda lucy luke lydia lynda lynette lynn lynne lynsey mabel maciej madeleine maggie mahmood maisie malcolm malgorzata malik mandy manjit
  marcel marcia marcin marcus marek margaret maria mariam marian marianne marie marilyn marina mario marion marjorie marlene marlon marta martha martin
  martina martyn mary maryam mateusz matt matthew maud maureen maurice mavis maxine megan mehmet mel melanie melissa melvin michaela michael micheal
  michal michelle mick mike mikey millie miriam mo mohamed mohammad mohammed moira molly mona monica monika morag moses muhammad mustafa myra nabil nadia
  nadine naheed naomi natalia natalie natasha nathan naveed neil nell nicholas nick nicky nicola nicole nigel nikki nina noah noel noreen norma norman
  nuala odette olga olive oliver olivia omar oscar osman otis owen paige pam pamela parveen patience patricia patrick paul paula pauline pawel pearl peggy
  penelope percy perry pete peter petra phil philip phillip philippa phoebe phyllis piers piotr polly poppy precious priscilla priti priya rachael rachel
  rafal rafiq raj rajesh ralph ramesh rashid raymond rebecca reece reg reggie reginald renata rhiannon rhian rhoda rhona ricardo richard rick ricky rita
  robbie robert roberta rod roderick rodney roger roland ron ronald ronan ronnie rory rosalind roseanne rosemary rosie ross rowena roxanne roy rupert russell
  rusty ruth ryan sabrina sadia saeed saima sally salma salman sam samantha samina samir samuel sandra sangita sanjay sara sarah sasha saskia scott
  sean sebastian selina serena shabana shamima shane shannon sharon shaun shauna shazia sheila shelley sheryl shirley shona sian sidney simon simone
  siobhan sofia sonia sophia sophie stacey stan stanley stella stephanie stephen steve steven stewart stuart sukhdev sunil surinder susan susanna susie
  suzanne suzie suzy sybil sylvia tahir tamara tamsin tanya tara tariq tasha teresa terence terri terry theo theresa theodora thelma thomas tiffany tim
  timothy tina toby tom tomasz tommy toni tony tracey tracy trevor tricia trina trish tunde tyler tyrone usha usman valerie vanessa vera verity vernon
  veronica vicky victor victoria vijay vikram vince vincent viv vivian vivien waleed walter wanda warren wasim wayne wendy wesley wilfred william willie
  winifred winston yasmin yasmeen yousef yusuf yvette yvonne zahid zahra zainab zara zoe zofia`.split(/\s+/),
);

/** Words that are first names only with a capital. */
export const firstNamesThatAreWords: ReadonlySet<string> = new Set(
  'amber art basil bill carol cherry clay cliff crystal dale daisy dawn dean dot drew earl faith faye fern frank gale gene ginger glen grace grant guy heath hope ivy jasmine joy kay kit lance lily lou mark max miles neville nev norm olive pat patsy pearl penny ray rich rob robin robyn rose ruby russ sandy scarlet sid skip stan stew sue summer ted terry tony val vi violet will woody young kev baz gaz shaz trace bea vinnie'.split(
    ' ',
  ),
);
