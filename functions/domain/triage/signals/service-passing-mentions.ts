import { listed } from './listed.ts';
import type { Signal } from './signal.ts';

// Words that several services share. Each says a little; none of them says what a message is about.

const policy = 'section 5';

export const passingMentionSignals: readonly Signal[] = [
  {
    name: 'lives-in-a-flat',
    about: 'housing',
    policy,
    phrases: listed(`
      flat, flats, flat #, studio flat, apartment, apartments
    `),
  },
  {
    name: 'bailiffs-at-the-door',
    about: 'council-tax',
    policy,
    phrases: listed(`
      bailiff|bailiffs|baillif|baliff|balifs|bailif|bailifs|bayliff|baylifs, enforcement agent|agents|agency, debt collectors|collector
    `),
  },
  {
    name: 'neighbour-next-door',
    about: 'environmental-health',
    policy,
    phrases: listed(`
      neighbour|neighbours|neighbor|neighbors|nabour|nabours, next door,
      man|woman|family|lad|lads|people|lot|couple|house|him|her|them next door, over the fence, across the road, opposite us|me,
      house behind|opposite, backs onto|on
    `),
  },
  {
    name: 'at-the-town-hall',
    about: 'customer-services',
    policy,
    phrases: listed(`
      town hall, civic centre, at|to|in|by the|your desk|counter|hub, the desk|counter lady|man|said|told,
      lady|man|girl|woman|lad|chap|gentleman|person on|at|behind _1 desk|counter|front|reception|door
    `),
  },
  {
    name: 'through-the-letterbox',
    about: 'customer-services',
    policy,
    phrases: listed(`
      same|five|six|four|three|# letter|letters|emails|e|calls, wrong name|address|person|spelling, my name wrong|spelt|spelled|changed,
      spelt|spelled my|our|his|her name, update|updated|updating|change|changed|changing my|our|his|her name|address|details,
      still|keep|keeps write|writing|written|send|sending|addressed|addressing
    `),
  },
];
