import type { Rule } from '../finding.ts';
import { aboutACouncillor } from './about-a-councillor.ts';
import { aboutASchool } from './about-a-school.ts';
import { aboutAdultSocialCare } from './about-adult-social-care.ts';
import { aboutAnotherBody } from './about-another-body.ts';
import { aboutChildrensSocialCare } from './about-childrens-social-care.ts';
import { abusesStaff } from './abuses-staff.ts';
import { allegesDiscrimination } from './alleges-discrimination.ts';
import { alreadyInCourt } from './already-in-court.ts';
import { asksForInformation } from './asks-for-information.ts';
import { asksForSomethingFirstTime } from './asks-for-something-first-time.ts';
import { asksForStageTwo } from './asks-for-stage-two.ts';
import { belongsToHousingNeed } from './belongs-to-housing-need.ts';
import { belongsToTheLandlord } from './belongs-to-the-landlord.ts';
import { concernsChildProtection } from './concerns-child-protection.ts';
import { concernsPublicHealth } from './concerns-public-health.ts';
import { dangerNow } from './danger-now.ts';
import { hadTheFinalResponse } from './had-the-final-response.ts';
import { harmToAPerson } from './harm-to-a-person.ts';
import { knownOverAYearAgo } from './known-over-a-year-ago.ts';
import { namesAService } from './names-a-service.ts';
import { namesAnOfficer } from './names-an-officer.ts';
import { needsAnAdjustment } from './needs-an-adjustment.ts';
import { noMatterForComplaints } from './no-matter-for-complaints.ts';
import { notInEnglish } from './not-in-english.ts';
import { repeatsAnEarlierReport } from './repeats-an-earlier-report.ts';
import { speaksForAnother } from './speaks-for-another.ts';
import { statesDissatisfaction } from './states-dissatisfaction.ts';
import { thanksOrSuggests } from './thanks-or-suggests.ts';
import { wantsADecisionOverturned } from './wants-a-decision-overturned.ts';
import { writtenByAMember } from './written-by-a-member.ts';
import { writtenByAnEmployee } from './written-by-an-employee.ts';

/** Every rule there is; their order means nothing. */
export const allRules: readonly Rule[] = [
  aboutACouncillor,
  aboutASchool,
  aboutAdultSocialCare,
  aboutAnotherBody,
  aboutChildrensSocialCare,
  abusesStaff,
  allegesDiscrimination,
  alreadyInCourt,
  asksForInformation,
  asksForSomethingFirstTime,
  asksForStageTwo,
  belongsToHousingNeed,
  belongsToTheLandlord,
  concernsChildProtection,
  concernsPublicHealth,
  dangerNow,
  hadTheFinalResponse,
  harmToAPerson,
  knownOverAYearAgo,
  namesAService,
  namesAnOfficer,
  needsAnAdjustment,
  noMatterForComplaints,
  notInEnglish,
  repeatsAnEarlierReport,
  speaksForAnother,
  statesDissatisfaction,
  thanksOrSuggests,
  wantsADecisionOverturned,
  writtenByAMember,
  writtenByAnEmployee,
];
