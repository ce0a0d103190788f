import type { Channel, Contact } from '../../intake/contact.ts';

// A virus was found in files of a message, and whoever sent them hears of it once: nobody here opens them, and the rest counts (ADR 16).

export type InfectedFilesCommand = {
  readonly type: 'tell-of-infected-files';
  readonly contact: Contact;
  /** It is the message that opened the case. */
  readonly opened: boolean;
  /** What their sender called them: all of the message, at least one. */
  readonly names: readonly string[];
};

export type InfectedFilesEvent = {
  readonly type: 'told-of-infected-files';
  readonly channel: Channel;
  readonly contactId: string;
  readonly names: readonly string[];
};
