import type { CouncilFacts } from '../../../council/facts.ts';
import type { Instant } from '../calendar/local-date.ts';
import type { Reference } from '../cases/actor.ts';
import type { ContactKey } from '../intake/contact.ts';
import { mostUncheckedNamed } from '../policy/evidence.ts';
import type { Letter, PlannedNotice } from './notice.ts';

type Context = { readonly council: CouncilFacts; readonly publicUrl: string };

/** A message whose files nobody looked at; `reference`: of the case in which it stands, if it stands in one. */
export type WithUncheckedFiles = ContactKey & { readonly reference?: Reference };

/**
 * To the team: files that should have been looked at for viruses by now, and were not. One notice in an hour of the clock speaks of all that were found
 * in it: where the scanner has stopped, they come one after the other.
 */
export function uncheckedFilesNotice(messages: readonly WithUncheckedFiles[], at: Instant, { council, publicUrl }: Context): PlannedNotice {
  return {
    id: `files-unchecked-${at.slice(11, 13)}`,
    kind: 'files-unchecked',
    to: { by: 'email', email: council.complaints.teamMailbox, name: council.complaints.teamName },
    letter: uncheckedFilesLetter(messages, publicUrl),
  };
}

/** References and links alone (decision 32). */
function uncheckedFilesLetter(messages: readonly WithUncheckedFiles[], publicUrl: string): Letter {
  const named = messages.slice(0, mostUncheckedNamed);
  const more = messages.length - named.length;
  return {
    subject: 'Files that nobody has checked for viruses',
    blocks: [
      {
        paragraph:
          'Files came with these messages more than a day ago, and nothing has checked them for viruses. Until that is done nobody can open them at the desk. The complaints themselves have not waited for it.',
      },
      { list: named.map((message) => linkTo(message, publicUrl)) },
      ...(more > 0 ? [{ paragraph: `There are ${more} more.` }] : []),
      {
        paragraph:
          'Please tell whoever runs this service: the virus scanner may have stopped. If a file is needed before it runs again, ask the person to show it to you in another way.',
      },
      { paragraph: 'You will not be told of these files again.' },
    ],
  };
}

function linkTo({ channel, id, reference }: WithUncheckedFiles, publicUrl: string): string {
  return `${publicUrl}/desk/${reference ? `cases/${reference}` : `held/${channel}/${encodeURIComponent(id)}`}`;
}
