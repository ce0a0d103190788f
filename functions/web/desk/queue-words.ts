import type { QueueName } from '../../domain/desk/queues.ts';

/** The heading of each queue's page. */
export const queueTitles: Record<QueueName, string> = {
  mine: 'My cases',
  service: 'Cases of my services',
  team: 'The complaints team’s work',
  unassigned: 'Nobody has it yet',
  harm: 'Possible harm',
  triage: 'Route to decide',
  approval: 'Waiting for approval',
  unmatched: 'Messages to place',
  undelivered: 'Letters that did not arrive',
  'call-backs': 'People to ring back',
  'to-post': 'Letters to print and post',
  'hand-overs': 'Hand-overs not confirmed',
  'to-close': 'To close',
  overdue: 'Overdue',
  today: 'Due today',
  week: 'Due this week',
  all: 'All open cases',
};

/** What belongs to it, where its name does not say it all. */
export const queueExplanations: Partial<Record<QueueName, string>> = {
  service: 'Cases that are led by a service for which the staff directory names you.',
  team: 'Cases whose route is to be decided or that nobody has, messages to place, letters to post or that did not arrive, hand-overs not confirmed, and what is done and nobody has to close.',
  unassigned: 'A person has decided the route, and the case is to be given to an officer.',
  harm: 'Every open case in which something may mean harm to a person. Those whose route nobody has decided come first, here and in every queue.',
  approval: 'What somebody else proposed and two people decide.',
  'to-close': 'Answered, or sent another way, and nothing is due any more: say why nothing is left to do.',
  unmatched: 'Messages that may belong to another case or be a matter of their own, and messages that have opened none.',
  week: 'Until Sunday, today included. What is overdue stands in its own queue.',
};

/** The queues in the order and groups in which people look for them. */
export const queueGroups: readonly { readonly heading: string; readonly queues: readonly QueueName[] }[] = [
  { heading: 'Whose', queues: ['mine', 'service', 'team', 'unassigned', 'all'] },
  { heading: 'When', queues: ['overdue', 'today', 'week'] },
  {
    heading: 'What to do',
    queues: ['harm', 'triage', 'approval', 'unmatched', 'undelivered', 'call-backs', 'to-post', 'hand-overs', 'to-close'],
  },
];
