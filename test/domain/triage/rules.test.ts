import { describe, expect, it } from 'vitest';
import { writtenDate } from '../../../functions/domain/calendar/local-date.ts';
import type { Finding, Rule } from '../../../functions/domain/triage/finding.ts';
import { messageOf, type TriageInput } from '../../../functions/domain/triage/message.ts';
import { aboutACouncillor } from '../../../functions/domain/triage/rules/about-a-councillor.ts';
import { aboutASchool } from '../../../functions/domain/triage/rules/about-a-school.ts';
import { aboutAdultSocialCare } from '../../../functions/domain/triage/rules/about-adult-social-care.ts';
import { aboutAnotherBody } from '../../../functions/domain/triage/rules/about-another-body.ts';
import { aboutChildrensSocialCare } from '../../../functions/domain/triage/rules/about-childrens-social-care.ts';
import { abusesStaff } from '../../../functions/domain/triage/rules/abuses-staff.ts';
import { allRules } from '../../../functions/domain/triage/rules/all-rules.ts';
import { allegesDiscrimination } from '../../../functions/domain/triage/rules/alleges-discrimination.ts';
import { alreadyInCourt } from '../../../functions/domain/triage/rules/already-in-court.ts';
import { asksForInformation } from '../../../functions/domain/triage/rules/asks-for-information.ts';
import { asksForSomethingFirstTime } from '../../../functions/domain/triage/rules/asks-for-something-first-time.ts';
import { asksForStageTwo } from '../../../functions/domain/triage/rules/asks-for-stage-two.ts';
import { belongsToHousingNeed } from '../../../functions/domain/triage/rules/belongs-to-housing-need.ts';
import { belongsToTheLandlord } from '../../../functions/domain/triage/rules/belongs-to-the-landlord.ts';
import { concernsChildProtection } from '../../../functions/domain/triage/rules/concerns-child-protection.ts';
import { concernsPublicHealth } from '../../../functions/domain/triage/rules/concerns-public-health.ts';
import { dangerNow } from '../../../functions/domain/triage/rules/danger-now.ts';
import { hadTheFinalResponse } from '../../../functions/domain/triage/rules/had-the-final-response.ts';
import { harmToAPerson } from '../../../functions/domain/triage/rules/harm-to-a-person.ts';
import { knownOverAYearAgo } from '../../../functions/domain/triage/rules/known-over-a-year-ago.ts';
import { namesAService } from '../../../functions/domain/triage/rules/names-a-service.ts';
import { namesAnOfficer } from '../../../functions/domain/triage/rules/names-an-officer.ts';
import { needsAnAdjustment } from '../../../functions/domain/triage/rules/needs-an-adjustment.ts';
import { noMatterForComplaints } from '../../../functions/domain/triage/rules/no-matter-for-complaints.ts';
import { notInEnglish } from '../../../functions/domain/triage/rules/not-in-english.ts';
import { repeatsAnEarlierReport } from '../../../functions/domain/triage/rules/repeats-an-earlier-report.ts';
import { speaksForAnother } from '../../../functions/domain/triage/rules/speaks-for-another.ts';
import { statesDissatisfaction } from '../../../functions/domain/triage/rules/states-dissatisfaction.ts';
import { thanksOrSuggests } from '../../../functions/domain/triage/rules/thanks-or-suggests.ts';
import { wantsADecisionOverturned } from '../../../functions/domain/triage/rules/wants-a-decision-overturned.ts';
import { writtenByAMember } from '../../../functions/domain/triage/rules/written-by-a-member.ts';
import { writtenByAnEmployee } from '../../../functions/domain/triage/rules/written-by-an-employee.ts';

function found(rule: Rule, text: string, more: Partial<TriageInput> = {}): readonly Finding[] {
  return rule(messageOf({ channel: 'email', text, receivedOn: writtenDate('2026-03-02'), ...more }));
}

/** What the rule makes of the words in all; a look-alike must come to nothing, or to something against. */
function weight(rule: Rule, text: string, more?: Partial<TriageInput>): number {
  return found(rule, text, more).reduce((sum, finding) => sum + finding.weight, 0);
}

type Example = readonly [name: string, rule: Rule, sentence: string, evidence: string, lookAlike: string];

const examples: readonly Example[] = [
  [
    'dissatisfaction without the word',
    statesDissatisfaction,
    'Nobody came and I want to know why.',
    'Nobody came',
    'The lamp by the gate flickers. No complaint, just so you know.',
  ],
  ['a report made before', repeatsAnEarlierReport, 'I reported it on the 3rd.', 'I reported', 'I saw it on the 3rd.'],
  [
    'a first request',
    asksForSomethingFirstTime,
    'It is the first time I have reported it.',
    'first time I have reported',
    'Nobody answers the telephone.',
  ],
  ['stage two', asksForStageTwo, 'Please take this to stage two.', 'stage two', 'I was on the stage at the two theatres.'],
  [
    'not happy with the answer',
    asksForStageTwo,
    'I am not happy with your answer.',
    'not happy with your answer',
    'I am not happy with your street sweeping.',
  ],
  [
    'the final response',
    hadTheFinalResponse,
    'I had your final response in June.',
    'final response',
    'If this goes on I will write to the ombudsman.',
  ],
  ['a school', aboutASchool, 'The head teacher would not see us.', 'head teacher', 'The pavement outside the school is broken.'],
  [
    'a councillor',
    aboutACouncillor,
    'My councillor shouted at me in his surgery.',
    'My councillor shouted',
    'As your ward councillor I write on behalf of a resident.',
  ],
  ['adult social care', aboutAdultSocialCare, 'The home care agency did not come.', 'home care', 'We are on the assisted bin collection.'],
  [
    "children's social care",
    aboutChildrensSocialCare,
    'The foster carers were told by text.',
    'foster carers',
    'The care home is for adults.',
  ],
  [
    'child protection',
    concernsChildProtection,
    'There was a child protection conference.',
    'child protection',
    'Child seats and burglar protection for sale.',
  ],
  ['public health', concernsPublicHealth, 'The sexual health clinic was shut.', 'sexual health clinic', 'The health centre was shut.'],
  [
    'an appeal',
    wantsADecisionOverturned,
    'I want to appeal against my penalty charge.',
    'penalty charge',
    'I appeal to your better nature, please mend the swing.',
  ],
  ['an employee', writtenByAnEmployee, 'My line manager refused my annual leave.', 'My line manager', 'My support worker helps me write.'],
  ['a court', alreadyInCourt, 'The particulars of claim were served in May.', 'particulars of claim', 'The tennis courts need new nets.'],
  ['a threat to sue', alreadyInCourt, 'There is a hearing listed for 5 June.', 'listed for', 'I will take you to court over this.'],
  ['thanks', thanksOrSuggests, 'I just wanted to say thank you to the crew.', 'wanted to say thank', 'Thank you for your letter of 3 May.'],
  [
    'a request for information',
    asksForInformation,
    'This is a freedom of information request.',
    'freedom of information',
    'I need information about bins.',
  ],
  [
    'no complaint at all',
    noMatterForComplaints,
    'Automatic reply: I am out of the office.',
    'Automatic reply',
    'Nobody replies and the office is shut.',
  ],
  ['the landlord', belongsToTheLandlord, 'I am a council tenant.', 'council tenant', 'The bin was missed.'],
  ['housing need', belongsToHousingNeed, 'We are on the housing register.', 'housing register', 'The register of births was wrong.'],
  ['danger', dangerNow, 'There is a smell of gas in the hall.', 'smell of gas', 'The garden looks neat in summer.'],
  ['harm', harmToAPerson, 'She has bruises on her arms.', 'bruises', 'The tree has lost its leaves.'],
  ['discrimination', allegesDiscrimination, 'It is because I am Muslim.', 'because I am Muslim', 'The road is painted in white lines.'],
  ['an adjustment', needsAnAdjustment, 'Please send it in large print.', 'large print', 'Please print a larger map of the park.'],
  ['a representative', speaksForAnother, 'We act for Mrs Nkemelu.', 'We act for', 'The brakes did not act on the wet road.'],
  ['a parent for their own child', speaksForAnother, 'I hold power of attorney.', 'power of attorney', 'My son has no school place.'],
  ["a member's enquiry", writtenByAMember, 'My constituent has written to me.', 'constituent', 'I told my councillor about it.'],
  ['abuse of staff', abusesStaff, 'You thieving scum.', 'thieving scum', 'He called me love, which I did not like.'],
  ['another body', aboutAnotherBody, 'The train was late and the guard was rude.', 'train was', 'You trained your council officers badly.'],
  ['a named officer', namesAnOfficer, 'I complain about Miss Bright.', 'complain about Miss Bright', 'I complain about the bright light.'],
];

describe('each rule sees its sentence, quotes it, and is not taken in by a look-alike', () => {
  it.each(examples)('%s', (_, rule, sentence, evidence, lookAlike) => {
    expect(weight(rule, sentence)).toBeGreaterThan(0);
    expect(found(rule, sentence).map((finding) => finding.evidence.quote.toLowerCase())).toContain(evidence.toLowerCase());
    expect(weight(rule, lookAlike)).toBeLessThanOrEqual(0);
  });

  it('every rule is registered once', () => {
    const tried = new Set([...examples.map(([, rule]) => rule), namesAService, knownOverAYearAgo, notInEnglish]);
    expect(new Set(allRules)).toEqual(tried);
    expect(allRules).toHaveLength(tried.size);
  });
});

describe('the twelve-month ground', () => {
  it.each([
    ['a year long past', 'In 2019 your officer promised me a bungalow.'],
    ['a month and year more than twelve months before', 'In January 2025 you lost my form.'],
    ['years ago in words', 'Six years ago the wall was knocked down.'],
  ])('may be considered for %s', (_, text) => {
    expect(weight(knownOverAYearAgo, text)).toBeGreaterThan(0);
  });

  it.each([
    ['a month and year within twelve months', 'In March 2025 you lost my form.', {}],
    ['something old and something new', 'In 2019 you promised, and in January 2026 you refused.', {}],
    ['something that goes on', 'Since 2019 it still floods every week.', {}],
    ['a house number', 'I live at 2019 High Street flat 2.', { receivedOn: writtenDate('2018-05-01') }],
    ['somebody who only knew lately', 'In 2019 you sold my land.', { firstKnown: writtenDate('2026-01-10') }],
  ])('is not raised by %s', (_, text, more) => {
    expect(weight(knownOverAYearAgo, text, more)).toBeLessThanOrEqual(0);
  });
});

describe('another language', () => {
  it.each([
    'Od października w łazience nie działa światło i ze ściany cieknie woda.',
    '我家的垃圾桶没有收。',
    'Meri ammi 80 saal ki hain aur carer nahi aayi.',
  ])('is noticed: %s', (text) => {
    expect(weight(notInEnglish, text)).toBeGreaterThan(0);
  });

  it.each(['I go two time and the lady she say come next week, I not understand the letter.', 'bin not took agen pls', 'Thanks.'])(
    'is not broken or brief English: %s',
    (text) => {
      expect(weight(notInEnglish, text)).toBe(0);
    },
  );
});

describe('services', () => {
  it('are known by what people call them, and best by the subject', () => {
    const services = found(namesAService, 'It has not been emptied.', { subject: 'Brown bin' }).map(({ about }) =>
      about.kind === 'service' ? about.service : '',
    );
    expect(new Set(services)).toEqual(new Set(['waste']));
  });
});

describe('what rules read', () => {
  it('is not the letter that a person answers', () => {
    const text = 'It is wrong.\n\nOn 1 Mar 2026 at 09:00, C <c@council.example> wrote:\n> You may go to stage two.';
    expect(found(asksForStageTwo, text)).toEqual([]);
  });

  it('reads over a wrapped line, curly quotes, capitals and accents, and quotes what was written', () => {
    expect(found(asksForStageTwo, 'I am NOT\r\nhappy  with your answer').map(({ evidence }) => evidence.quote)).toEqual([
      'NOT\r\nhappy  with your answer',
    ]);
    expect(weight(needsAnAdjustment, 'I can’t read it')).toBeGreaterThan(0);
    expect(weight(needsAnAdjustment, 'Proszę o tłumacza')).toBeGreaterThan(0);
  });

  it('does not join the end of one paragraph to the beginning of the next', () => {
    expect(found(asksForStageTwo, 'This is the next\n\nstage door.')).toEqual([]);
  });

  it('finds an MP in the signature, but no matter there', () => {
    const text = 'Please look into this.\n\nRegards\nIdris Kemp\nSenior Caseworker\nParking and Bins';
    expect(weight(writtenByAMember, text)).toBeGreaterThan(0);
    expect(found(namesAService, text)).toEqual([]);
  });
});
