import type { Reaction, Routine } from '#kernel/module.ts';
import { caseReactions } from './reactions/cases.ts';
import { channelReactions } from './reactions/channels.ts';
import { draftStartedFor, remindDrafts } from './reactions/drafts.ts';
import { endQuiet, sendMail, sendText } from './reactions/send.ts';

export const reactions: readonly Reaction[] = [...caseReactions, ...channelReactions, draftStartedFor, sendMail, sendText];
export const routines: readonly Routine[] = [remindDrafts, endQuiet];
