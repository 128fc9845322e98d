import type { Reaction, Routine } from '#kernel/module.ts';
import { tellAlert } from './reactions/alerts.ts';
import { bookingReactions } from './reactions/bookings.ts';
import { caseReactions } from './reactions/cases.ts';
import { channelReactions } from './reactions/channels.ts';
import { draftStartedFor, remindDrafts } from './reactions/drafts.ts';
import { endQuiet, sendMail } from './reactions/mail.ts';
import { sendText } from './reactions/texts.ts';

export const reactions: readonly Reaction[] = [
  ...caseReactions,
  ...bookingReactions,
  ...channelReactions,
  tellAlert,
  draftStartedFor,
  sendMail,
  sendText,
];
export const routines: readonly Routine[] = [remindDrafts, endQuiet];
