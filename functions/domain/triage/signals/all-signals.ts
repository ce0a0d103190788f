import { aboutCouncillorsSignals } from './about-councillors.ts';
import { aboutOtherBodiesSignals } from './about-other-bodies.ts';
import { aboutSchoolsSignals } from './about-schools.ts';
import { abuseOfStaffSignals } from './abuse-of-staff.ts';
import { adjustmentSignals } from './adjustments.ts';
import { adultSocialCareSignals } from './adult-social-care.ts';
import { alreadyConsideredSignals } from './already-considered.ts';
import { appealSignals } from './appeals.ts';
import { neglectSignals } from './care-and-children-neglected.ts';
import { childrenSocialCareSignals } from './children-social-care.ts';
import { coercionAndControlSignals } from './coercion-and-control.ts';
import { courtProceedingsSignals } from './court-proceedings.ts';
import { dangerNowSignals } from './danger-now-and-to-whom.ts';
import { dangerSignals } from './danger-to-people-and-homes.ts';
import { decisionSignals } from './decisions-with-an-appeal.ts';
import { discriminationSignals } from './discrimination.ts';
import { employeesElsewhereSignals } from './employees-elsewhere.ts';
import { failingsSignals } from './failings.ts';
import { firstReportsSignals } from './first-reports.ts';
import { harmInAsidesSignals } from './harm-in-asides.ts';
import { harmLookAlikesSignals } from './harm-look-alikes.ts';
import { housingNeedSignals } from './housing-need.ts';
import { hurtAndToldSignals } from './hurt-and-told.ts';
import { landlordSignals } from './landlord-services.ts';
import { longAgoSignals } from './long-ago.ts';
import { membersWritingSignals } from './members-writing.ts';
import { namedOfficersSignals } from './named-officers.ts';
import { noMatterSignals } from './no-matter.ts';
import { notAboutSchoolsSignals } from './not-about-schools.ts';
import { notAdultSocialCareSignals } from './not-adult-social-care.ts';
import { notChildrenSocialCareSignals } from './not-children-social-care.ts';
import { notSpeakingForAnotherSignals } from './not-speaking-for-another.ts';
import { outOfTimeSignals } from './out-of-time.ts';
import { praiseSignals } from './praise.ts';
import { promisesAndDelaySignals } from './promises-and-delay.ts';
import { remarksAndExclusionSignals } from './remarks-and-exclusion.ts';
import { requestsSignals } from './requests.ts';
import { actingServiceSignals } from './service-as-actor.ts';
import { buildingAndNuisanceSignals } from './service-building-and-nuisance.ts';
import { otherLanguageSignals } from './service-in-other-languages.ts';
import { moneySignals } from './service-money.ts';
import { passingMentionSignals } from './service-passing-mentions.ts';
import { peopleServicesSignals } from './service-people.ts';
import { roadsAndParkingSignals } from './service-roads-and-parking.ts';
import { townHallSignals } from './service-town-hall.ts';
import { wasteAndStreetsSignals } from './service-waste-and-streets.ts';
import type { Signal } from './signal.ts';
import { speakingForAnotherSignals } from './speaking-for-another.ts';
import { specialProcedureSignals } from './special-procedures.ts';
import { stageTwoSignals } from './stage-two.ts';
import { thingsSeenSignals } from './things-seen.ts';
import { toldUsBeforeSignals } from './told-us-before.ts';
import { unhappyWithAnswerSignals } from './unhappy-with-answer.ts';
import { wantsAnAccountSignals } from './wants-an-account.ts';
import { whoseFaultItIsSignals } from './whose-fault-it-is.ts';
import { writtenByEmployeesSignals } from './written-by-employees.ts';

/** Every signal there is; their order means nothing. */
export const allSignals: readonly Signal[] = [
  ...housingNeedSignals,
  ...landlordSignals,
  ...actingServiceSignals,
  ...buildingAndNuisanceSignals,
  ...moneySignals,
  ...passingMentionSignals,
  ...otherLanguageSignals,
  ...peopleServicesSignals,
  ...roadsAndParkingSignals,
  ...townHallSignals,
  ...wasteAndStreetsSignals,
  ...failingsSignals,
  ...firstReportsSignals,
  ...noMatterSignals,
  ...praiseSignals,
  ...promisesAndDelaySignals,
  ...requestsSignals,
  ...thingsSeenSignals,
  ...toldUsBeforeSignals,
  ...wantsAnAccountSignals,
  ...stageTwoSignals,
  ...unhappyWithAnswerSignals,
  ...alreadyConsideredSignals,
  ...outOfTimeSignals,
  ...longAgoSignals,
  ...courtProceedingsSignals,
  ...appealSignals,
  ...decisionSignals,
  ...abuseOfStaffSignals,
  ...adjustmentSignals,
  ...neglectSignals,
  ...coercionAndControlSignals,
  ...dangerNowSignals,
  ...dangerSignals,
  ...discriminationSignals,
  ...harmLookAlikesSignals,
  ...hurtAndToldSignals,
  ...aboutSchoolsSignals,
  ...notAboutSchoolsSignals,
  ...aboutCouncillorsSignals,
  ...membersWritingSignals,
  ...writtenByEmployeesSignals,
  ...employeesElsewhereSignals,
  ...aboutOtherBodiesSignals,
  ...whoseFaultItIsSignals,
  ...adultSocialCareSignals,
  ...notAdultSocialCareSignals,
  ...childrenSocialCareSignals,
  ...notChildrenSocialCareSignals,
  ...specialProcedureSignals,
  ...speakingForAnotherSignals,
  ...notSpeakingForAnotherSignals,
  ...namedOfficersSignals,
  ...harmInAsidesSignals,
  ...remarksAndExclusionSignals,
];
