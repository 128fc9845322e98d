import type { Reaction, Routine } from '#kernel/module.ts';
import { caseReactions } from './reactions/cases.ts';
import { channelReactions } from './reactions/channels.ts';
import { draftStartedFor, remindDrafts } from './reactions/drafts.ts';
import { endQuiet, sendMail } from './reactions/mail.ts';

export const reactions: readonly Reaction[] = [...caseReactions, ...channelReactions, draftStartedFor, sendMail];
export const routines: readonly Routine[] = [remindDrafts, endQuiet];
