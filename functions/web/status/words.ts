import type { NoticeKind } from '../../domain/notices/notice.ts';
import type { OwedKind, PromiseTold, StageTold } from '../../domain/status/case-status.ts';

// The words of the status page, in English.

type Told = { readonly title: string; readonly text: string };

/** Where it stands, in a title and a sentence or two. */
export function stageInWords(stage: StageTold, dateOf: (on: NonNullable<Extract<StageTold, { on: unknown }>['on']>) => string): Told {
  switch (stage.is) {
    case 'with-us':
      return {
        title: 'We have it',
        text: 'A person reads what you sent us and decides who is best placed to answer it. We write to you to say who that is.',
      };
    case 'looked-into':
      return stage.stageTwo
        ? { title: 'Somebody new is looking into it', text: 'This is stage two: whoever looks into it now has not dealt with it before.' }
        : { title: 'We are looking into it', text: 'This is stage one of our complaints policy.' };
    case 'answered':
      return stage.stageTwo
        ? {
            title: 'We have given our final response',
            text: `We sent it on ${dateOf(stage.on)}. It says how to ask the Ombudsman if you are still not satisfied.`,
          }
        : {
            title: 'We have answered',
            text: `We sent our response on ${dateOf(stage.on)}. If you are not satisfied, tell us in any words, or in none: somebody who has not dealt with it before looks at it again.`,
          };
    case 'asked-again':
      return {
        title: 'You told us that you are not satisfied',
        text: `You told us on ${dateOf(stage.on)}. We write to you next to say what happens.`,
      };
    case 'service-request':
      return stage.answeredOn
        ? { title: 'We have answered your request', text: `We wrote to you on ${dateOf(stage.answeredOn)} about what was done.` }
        : {
            title: 'We are dealing with your request',
            text: 'It is a request for us to put something right. If we do not, you can still complain.',
          };
    case 'another-way':
      return anotherWay[stage.by] ?? { title: 'It is dealt with in another way', text: 'Our letter below says what happens.' };
    case 'closed':
      return { title: closedTitles[stage.because], text: closedTexts[stage.because](dateOf(stage.on)) };
  }
}

const anotherWay: Partial<Record<NoticeKind, Told>> = {
  'handed-over': {
    title: 'Another team deals with it',
    text: 'We passed it on with the day on which you told us. You do not need to send it again. Our letter below says who has it.',
  },
  signposted: { title: 'Somebody else decides this', text: 'Our letter below says who, and how to reach them.' },
  'not-accepted': {
    title: 'We have not taken it on as a complaint',
    text: 'Our letter below gives the reasons, what you can do instead, and which Ombudsman you can ask.',
  },
  'feedback-thanks': { title: 'We have recorded it as feedback', text: 'If you meant it as a complaint, tell us below.' },
};

type ClosedBecause = Extract<StageTold, { is: 'closed' }>['because'];

const closedTitles: Record<ClosedBecause, string> = {
  concluded: 'This is closed',
  withdrawn: 'You withdrew it',
  'part-of-another': 'It is now part of another case',
};

const closedTexts: Record<ClosedBecause, (on: string) => string> = {
  concluded: (on) => `We closed it on ${on}. You can still tell us something about it.`,
  withdrawn: (on) => `We closed it on ${on} because you told us to. If you change your mind, tell us below: we go on where we were.`,
  'part-of-another': (on) => `Since ${on} we answer it there. What you tell us below reaches us all the same.`,
};

export const owedInWords: Record<OwedKind, string> = {
  acknowledge: 'We tell you who looks into it, and when you will have an answer',
  respond: 'You have our full response',
  'acknowledge-stage-two': 'We tell you who looks at it again, and when you will have an answer',
  'respond-stage-two': 'You have our final response',
  'service-request': 'What you asked for is done',
  'acknowledge-complaint': 'We write to you about what you are not satisfied with',
  'update-due': 'We write to you again',
};

/** What a letter did, for the person who got it. */
export const lettersInWords: Partial<Record<NoticeKind, string>> = {
  receipt: 'We sent you your reference',
  acknowledgement: 'We told you who looks into it',
  extension: 'We told you that we need longer',
  response: 'We answered',
  'stage-two-declined': 'We told you why we do not look at it again',
  clarification: 'We asked you a question',
  'definition-amended': 'We told you what we now understand',
  update: 'We told you how far we are',
  apology: 'We apologised for a date that we missed',
  'service-request-recorded': 'We told you what we will do',
  'service-request-answer': 'We told you what was done',
  'is-it-fixed': 'We asked whether it is fixed',
  'issue-joined': 'We added something that you told us',
  'another-route': 'We told you what happens instead',
  'handed-over': 'We passed it to another team',
  signposted: 'We told you who decides this',
  'not-accepted': 'We told you why we do not take it on as a complaint',
  'feedback-thanks': 'We thanked you for your feedback',
  'withdrawal-confirmed': 'We confirmed that you withdrew it',
  'withdrawal-undone': 'We told you that we carry on',
  'chaser-answer': 'We told you where it has got to',
  'cases-merged': 'We made one case of two',
  'authority-needed': 'We asked what shows that you may act for somebody',
  'authority-refused': 'We told you about your authority to act for somebody',
  'remedy-promised': 'We promised to put something right',
  'remedy-late': 'We gave you a new date for what we promised',
  'remedy-undeliverable': 'We told you what we cannot do, and what we do instead',
  'did-we-do-it': 'We asked whether we did what we promised',
};

export const happenedInWords: Record<'received' | 'message' | 'closed', string> = {
  received: 'You told us about it',
  message: 'You sent us a message',
  closed: 'We closed it',
};

export const promisesInWords: Record<PromiseTold['is'], string> = {
  promised: 'Promised',
  done: 'Our record says that it is done',
  confirmed: 'Done: you told us so',
  undeliverable: 'We cannot do this',
};
