import type { LocalDate } from '../calendar/local-date.ts';
import type { Contact } from '../intake/contact.ts';
import { saysForward, saysReply } from '../intake/subjects.ts';
import { followUpChosen } from '../status/said.ts';
import { type FollowUp, type FollowUpKind, followUpKinds } from './follow-up-kinds.ts';
import { messageOf } from './message.ts';
import type { Suggestion } from './suggestion.ts';
import { placesOf, type Wording, wording } from './wording.ts';

/** Enough for an officer to see why. */
const mostReasons = 3;
/** As in triage: 4 settles it unless something speaks against it. */
const settles = 4;

// The policies: duties D2, D20 (corrections) and D26 (withdrawals).
const rules: Readonly<Record<FollowUpKind, { readonly policy: string; readonly wordings: readonly Wording[] }>> = {
  chaser: {
    policy: 'our own rules for messages',
    wordings: [
      wording(
        4,
        'any (?:more |further )?(?:news|updates?|progress|joy)(?: yet)?',
        '(?:an|for an|me an) update',
        "(?:what's|what is|whats) (?:happening|happened|going on|the latest|the position|the state of play)",
        'still (?:waiting|heard nothing|no (?:reply|response|answer|news|word)|not (?:heard|had))',
        "(?:haven't|havent|have not|never|not) (?:yet )?(?:heard (?:a thing|anything|back|from)|had (?:a|any|your) (?:reply|response|answer|news|word))",
        "(?:haven't|havent|have not|not) (?:yet )?received (?:a|any|your|the) (?:full )?(?:reply|response|answer)",
        'heard nothing',
        'when (?:will|can|am|are|do|should|might) (?:i|we|you|somebody|someone) (?:be )?(?:going to )?(?:hear|expect|get|have|reply|respond|answer|write|ring)',
        'where is (?:my|the|your) (?:reply|answer|response)',
        '(?:just )?chasing',
        'chase (?:up|this|my)',
        '(?:just )?(?:checking|following up) (?:on|up|in|what|whether|if|about|my)',
        '(?:past|missed|beyond|after) (?:your|the) (?:own )?deadline',
        '(?:reply|response|answer) (?:is|was) (?:now )?(?:overdue|late|due)',
        'promised (?:me )?(?:a|an) (?:reply|response|answer)',
        'is (?:anyone|anybody|someone|somebody) (?:dealing|looking|there)',
      ),
    ],
  },
  'new-evidence': {
    policy: 'our own rules for messages',
    wordings: [
      wording(
        4,
        "i(?:'m| am|'ve| have)? ?(?:attach|enclose|attaching|enclosing|attached|enclosed)",
        '(?:please )?(?:find|see) (?:the )?(?:attached|enclosed)',
        '(?:attached|enclosed) (?:is|are|you will find|please find|photos?|pictures?)',
        "(?:here is|here are|here's|these are) (?:the|a|an|some|my|more|two|three|another) (?:\\w+ )?(?:photo|picture|video|letter|e-?mail|receipt|cop(?:y|ie)|document|screenshot|invoice|report|log|diary)s?",
        '(?:more|further|new|additional|another|some) (?:evidence|information|photos?|pictures?|details|documents?|video|proof)',
        '(?:photos?|pictures?|videos?|letters?|documents?|receipts?|information|details) (?:that )?(?:you|he|she|they) asked (?:me )?for',
        'forgot to (?:attach|mention|say|add|send|include)',
        '(?:happened|did it|done it|missed it|missed us|missed mine|missed) again',
        'again (?:today|last night|yesterday|this (?:morning|week|afternoon)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)',
        "(?:it's|it is|its|it has|things have) (?:now )?(?:got|gotten|getting|become) (?:even )?worse",
      ),
    ],
  },
  correction: {
    policy: 'our own rules for messages',
    wordings: [
      wording(
        4,
        '(?:got|put|written|spelt|taken|recorded) (?:it|this|that|the (?:complaint|facts?|address|dates?|street|name)|my (?:complaint|name|address|surname)) (?:all )?(?:down )?wrong',
        "(?:that|this|which|it) (?:is not|isn't|isnt|was not|wasn't|wasnt) (?:what|how) i (?:said|meant|wrote|complained|told)",
        "(?:that's|thats) not (?:what|how) i (?:said|meant|wrote|complained|told)",
        "i (?:didn't|didnt|did not|never) (?:say|said|write|complain(?:ed)?) (?:that|the|about|it|i|my|anything)",
        "(?:you've|you have|youve|you) (?:misunderstood|misread|misquoted|mixed up)",
        '(?:change|correct|amend|put right) (?:the|your|my|that|this) (?:wording|complaint|details|name|address|date|summary|definition|record)',
        'my complaint (?:is|was) (?:actually|really|not about|not that|in fact)',
        '(?:a|one|some) (?:small )?corrections?',
        'not as you (?:say|put|wrote|have)',
        'the (?:date|address|street|name|number|year) (?:is|was) wrong',
        'wrong (?:street|address|date|name|number|year|house|flat)',
      ),
      wording(2, 'it should (?:read|say|be)', 'to be clear', 'to clarify', 'incorrect(?:ly)?', 'inaccurate', "it's \\w+,? not \\w+"),
    ],
  },
  withdrawal: {
    policy: 'our own rules for messages',
    wordings: [
      wording(
        4,
        '(?:wish|want|like|decided|going|happy|write|writing) to (?:withdraw|retract|(?:drop|cancel|stop) (?:it|(?:my|the|this|our) (?:complaint|case)))',
        "i(?:'m| am)? ?(?:hereby |now )?withdraw(?:ing)?",
        'withdraw(?:ing)? (?:my|the|this|our) (?:complaint|case)',
        '(?:please|can you|could you|you can|you may) (?:now )?(?:just )?(?:close|cancel|drop|withdraw|stop) (?:my|the|this|our) (?:complaint|case|investigation)',
        "(?:no longer|don't|dont|do not) (?:wish|want|need) (?:you )?to (?:complain|pursue|continue|proceed|go ahead|investigate|take (?:it|this|the matter|my complaint) (?:any )?further)",
        '(?:please|you can|you may|we can|i|happy to) (?:now )?(?:consider|treat) (?:the|this|my) (?:matter|complaint|case) (?:as )?(?:closed|resolved|settled|withdrawn)',
        'forget (?:about )?(?:my|the|this) complaint',
        "(?:i will|i'll|ill|happy to|going to|prepared to|want to|like to) let (?:it|this|the matter) (?:drop|go|rest)",
        '(?:complaint|case) (?:is|can be) (?:now )?(?:withdrawn|closed)',
      ),
      wording(
        -8,
        "(?:not|n't|nt|never|refuse to|won't|wont) (?:be )?(?:going to |wish to |want to |like to )?(?:withdraw(?:ing)?|drop(?:ping)?|let (?:it|this) (?:drop|go|rest)|forget)",
        'if i (?:withdraw|drop)',
        '(?:told|asked|pressed|pressured|persuade|made) (?:me )?to (?:withdraw|drop)',
        '(?:why|who) (?:did you|was it|has it|have you|was my complaint|is my complaint)',
      ),
    ],
  },
  dissatisfaction: {
    policy: 'policy section 6',
    wordings: [
      wording(
        4,
        'stage ?(?:two|2)',
        'escalat(?:e|ed|ion|ing)',
        '(?:next|second|higher) (?:stage|level)',
        "(?:not|n't|un|dis)[ -]?(?:very |at all |really )?(?:happy|satisfied|content) with (?:your|the|this|that|his|her|how|what)",
        "(?:i'm|i am|im|we're|we are|am|still|remain) (?:very |really |still )?(?:not (?:very |at all |really )?(?:happy|satisfied)|unhappy|dissatisfied|disappointed)",
        "(?:disagree|do not agree|don't agree|dont agree) with (?:your|the|this|that|his|her|you)",
        "(?:don't|dont|do not|cannot|can't|cant|will not|won't|refuse to) accept (?:your|the|this|that|his|her|it)",
        'not (?:good enough|acceptable)',
        "(?:reply|response|answer|letter|decision) (?:of \\w+ \\w+ )?(?:doesn't|doesnt|does not|fails to|failed to|didn't|didnt|did not|hasn't|has not|ignores?|ignored|misses|missed)",
        "(?:you have not|you haven't|you havent|you didn't|you did not|nobody has|has not|hasn't) (?:really )?answered (?:my|the|any|what)",
        '(?:looked at|reviewed|considered|investigated) (?:again|by (?:someone|somebody|a different|another))',
        '(?:someone|somebody) (?:else|higher|senior|more senior) (?:to|should|must|could|can)',
        'take (?:it|this|the matter|my complaint) (?:further|higher|to the ombudsman|up)',
        '(?:ask|want|request|like|appeal) (?:for )?a review',
        "(?:not|n't) (?:be )?(?:accept|satisfy|satisfying|accepting)(?: (?:it|me|that|this|your))?",
        '(?:took|taken|taking) (?:it |this )?further',
        '(?:next one|level) up',
        '(?:a|have a) second (?:look|opinion)',
        '(?:answered|answers?) (?:about )?(?:the wrong|a different|another)',
        'rejects? your (?:\\w+ \\w+ )?(?:reply|response|answer|decision|findings)',
        '(?:reconsidered|looked into again)',
      ),
      wording(
        -8,
        "(?:don't|dont|do not|no longer) (?:want|wish|need) to (?:escalate|take (?:it|this|the matter|my complaint) (?:any )?further)",
      ),
    ],
  },
  'new-matter': {
    policy: 'our own rules for messages',
    wordings: [
      wording(
        4,
        '(?:another|a (?:new|different|separate|second|further)|(?:one|two|some) (?:more|other)) (?:complaints?|issues?|matters?|problems?|things? (?:i|is|was|to))',
        '(?:new|different|separate|unrelated) (?:complaint|issue|matter|problem|subject)',
        'nothing to do with (?:my|the|this|that|what)',
        '(?:on|about) (?:another|a different|a separate) (?:note|matter|subject|topic)',
        "while (?:i am|im|i'm) (?:writing|at it|on)",
        '(?:something|somewhere) else (?:entirely|altogether|to complain|has|i)',
        'separate(?:ly)? (?:from|to) (?:my|the|this|that)',
        '(?:also|now) (?:want|like|wish) to (?:complain|report)',
      ),
    ],
  },
};

/**
 * What a message about an open case does with it, each kind with its words. In the person's own words only, never in what they quote.
 * `suggestion`: what triage makes of it; it knows more ways of asking for stage two.
 */
export function followUpsIn(contact: Contact, receivedOn: LocalDate, suggestion?: Suggestion): readonly FollowUp[] {
  const { channel, subject, text } = contact;
  // The subject of a reply is ours, or that of an earlier message.
  const ownSubject = saysReply(subject) || saysForward(subject) ? undefined : subject;
  const { said } = messageOf({ channel, subject: ownSubject, text, receivedOn });
  const chosen = followUpChosen(contact.statusPage);
  return followUpKinds.flatMap((kind): readonly FollowUp[] => {
    const { policy, wordings } = rules[kind];
    const found = wordings.flatMap(({ weight, pattern }) =>
      said.flatMap((passage) =>
        placesOf(pattern, passage, mostReasons).map(({ start, end }) => ({
          weight,
          evidence: { about: kind, in: passage.in, quote: passage.received.slice(start, end), start, end, policy },
        })),
      ),
    );
    const total = found.reduce((sum, { weight }) => sum + weight, 0);
    const why = found.filter(({ weight }) => weight > 0).map(({ evidence }) => evidence);
    if (total >= settles || kind === chosen) return [{ kind, why: why.slice(0, mostReasons) }];
    if (kind === 'dissatisfaction' && suggestion && [suggestion.primary, ...suggestion.also].includes('stage-two'))
      return [{ kind, why: suggestion.why.filter(({ about }) => about === 'stage-two').slice(0, mostReasons) }];
    return kind === 'new-evidence' && contact.attachments.length > 0 ? [{ kind, why: [] }] : [];
  });
}
