import { accepted, acknowledged, allocated, spoke } from '../steps.ts';
import type { Story } from '../story.ts';

/** Recorded calls, and what came by telephone, post and at the counter. */
export const callsAndCounter: readonly Story[] = [
  // A call: heard, rung back, and looked into.
  {
    on: 'mon 1',
    arrives: {
      by: 'call',
      caller: '01632 960147',
      said: "Hello, um, my name is Obafemi Cole, C O L E. It's 8 Nunnery Lane. They've missed the food waste again, that's three weeks running now, I rang last week and the lady said it would be done. It wasn't. I'd like to make a complaint please. My number is 07700 900772. Thank you.",
    },
    steps: [
      {
        on: 'mon 1',
        by: 'tom.ferris',
        does: 'confirm-caller',
        answers: {
          name: 'Obafemi Cole',
          telephone: '07700 900772',
          email: 'obafemi.cole@resident.example',
          reachBy: ['email', 'telephone'],
        },
      },
      accepted('mon 1', 'waste', 'LGSCO', 'tom.ferris'),
      allocated('mon 1', 'waste', 'daniel.price', 'tom.ferris'),
      acknowledged('tue 1', 'daniel.price', 'Your food waste was missed three weeks running, although you rang.', 'That it is collected.'),
      { on: 'tue 1', by: 'tom.ferris', does: 'check-transcript' },
      spoke(
        'wed 1',
        'daniel.price',
        'The caddy was emptied yesterday. He would still like to know why the message did not reach the crew.',
      ),
    ],
  },
  // Nobody answered when we rang back.
  {
    on: 'thu 2',
    arrives: {
      by: 'call',
      caller: '01632 960152',
      said: 'Yes hello this is about the [hedge] at the corner by the [alms] houses, I have rung before about it, you cannot see the cars coming, somebody will be hurt, it is Mrs [Petherick], I do not have the email, could somebody ring me in the mornings please',
    },
    steps: [
      {
        on: 'fri 2',
        by: 'tom.ferris',
        does: 'confirm-caller',
        answers: { name: 'Mrs Petherick', telephone: '01632 960152', reachBy: ['telephone'] },
      },
    ],
  },
  // No number, few words.
  { on: 'mon 3', arrives: { by: 'call', caller: 'anonymous', said: 'Third time of ringing. The bins. You know where.' } },
  // An elderly caller.
  {
    on: 'fri 1',
    arrives: {
      by: 'call',
      caller: '01632 960177',
      said: "Good afternoon. This is Arthur Penhaligon speaking. I wrote to you about the bus pass in October. I have had nothing back and I am ninety one. I should like to complain about that. I live at 2 Chapel Viaduct. I can't be doing with the computer. Telephone is best, 01632 960177.",
    },
    steps: [
      {
        on: 'fri 1',
        by: 'amina.yusuf',
        does: 'confirm-caller',
        answers: {
          name: 'Arthur Penhaligon',
          telephone: '01632 960177',
          address: '2 Chapel Viaduct\nLuton',
          reachBy: ['post', 'telephone'],
        },
      },
      { on: 'mon 2', by: 'amina.yusuf', does: 'check-transcript' },
      accepted('mon 2', 'customer-services'),
      allocated('mon 2', 'customer-services', 'tom.ferris'),
      acknowledged('tue 2', 'tom.ferris', 'You wrote about your bus pass in October and had no answer.', 'A bus pass, and an answer.'),
    ],
  },
  // By telephone, logged at the desk.
  {
    on: 'tue 1',
    arrives: {
      by: 'desk',
      officer: 'tom.ferris',
      answers: {
        channel: 'telephone',
        whatHappened:
          'She rang about her brown bin, which was taken in September and never came back. She has rung five times and was promised one each time. She keeps her garden waste in the bath.',
        name: 'Delphine Okoye',
        reachBy: ['telephone', 'email'],
        telephone: '07700 900139',
        email: 'delphine.okoye@resident.example',
        outcomeSought: 'A bin.',
      },
    },
    steps: [
      accepted('tue 1', 'waste', 'LGSCO', 'tom.ferris'),
      allocated('tue 1', 'waste', 'daniel.price', 'tom.ferris'),
      acknowledged(
        'wed 1',
        'daniel.price',
        'Your brown bin was taken in September and was not replaced, although you rang five times.',
        'A new brown bin.',
      ),
    ],
  },
  // At the counter.
  {
    on: 'wed 2',
    arrives: {
      by: 'desk',
      officer: 'amina.yusuf',
      answers: {
        channel: 'in-person',
        whatHappened:
          'He came to the counter with his daughter, who interpreted. The taxi office has had his badge renewal for fourteen weeks and he cannot work. He was told three different things by three people.',
        name: 'Mohammed Iqbal Hussain',
        reachBy: ['telephone'],
        telephone: '07700 900126',
        adjustments: 'An Urdu interpreter. His daughter is 13 and should not have to.',
      },
    },
    steps: [
      accepted('wed 2', 'licensing'),
      allocated('thu 2', 'licensing', 'tom.ferris'),
      acknowledged(
        'thu 2',
        'tom.ferris',
        'Your badge has not been renewed for fourteen weeks, and you were told three different things.',
        'The badge, so that you can work.',
      ),
    ],
  },
  // A letter, logged two days after it reached the council.
  {
    on: 'thu 1',
    arrives: {
      by: 'desk',
      officer: 'tom.ferris',
      answers: {
        channel: 'post',
        whatHappened:
          'A letter of three pages in blue ink. The gravel path in the cemetery has not been raked since spring. She visits her husband each Sunday with a frame, and the frame sinks in. She wrote in June and again in August. She encloses both stamps.',
        receivedOn: { day: 'tue 1' },
        name: 'Mrs E. M. Garside',
        reachBy: ['post'],
        address: '77 Tennyson Road\nLuton\nLU1 3RP',
      },
    },
    steps: [
      accepted('thu 1', 'street-scene', 'LGSCO', 'tom.ferris'),
      allocated('fri 1', 'street-scene', 'maria.silva', 'tom.ferris'),
      acknowledged(
        'mon 2',
        'maria.silva',
        'The path in the cemetery has not been raked since spring, and your two letters were not answered.',
        'A path on which your frame does not sink in.',
      ),
    ],
  },
  // From the Ombudsman.
  {
    on: 'mon 3',
    arrives: {
      by: 'desk',
      officer: 'amina.yusuf',
      answers: {
        channel: 'LGSCO',
        theirReference: 'LG-26-4471',
        whatHappened:
          'The Ombudsman sends on a complaint as premature. The person says that their application for school transport was lost twice, and that they pay for a taxi each day.',
        name: 'Beverley Stone',
        reachBy: ['email'],
        email: 'beverley.stone@resident.example',
      },
    },
  },
  // Passed on by a colleague.
  {
    on: 'fri 2',
    arrives: {
      by: 'colleague',
      officer: 'joe.bennett',
      answers: {
        channel: 'in-person',
        whatHappened:
          'A man at the library desk said that the computers have been taken out and he cannot do his universal credit journal. He has walked in from Lewsey twice. He said he would write but does not write well.',
        name: 'Terence',
        reachBy: ['telephone'],
        telephone: '07700 900188',
      },
    },
  },
  {
    on: 'tue 3',
    arrives: {
      by: 'colleague',
      officer: 'joe.bennett',
      answers: {
        channel: 'telephone',
        whatHappened:
          'A lady rang the library because it was the only number she could find. The housing office hung up on her when she cried. She would like somebody to ring before three.',
        name: 'Mrs Olusanya',
        reachBy: ['telephone'],
        telephone: '07700 900155',
      },
    },
  },
];
