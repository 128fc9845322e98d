import type { Grant } from '#kernel/actor.ts';

/** `person_viewed`: somebody looked at somebody else's data. */
export type PersonViewed = {
  readonly subjectId: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly actorUnit: string | null;
  /** What was looked at, as a code with words (`case`) or a number the subject knows (`case HC7K-4M2P-9XQ6`). */
  readonly what: string;
  readonly why: string;
};

/** `mandate_offered`, `mandate_given`, `mandate_declined`, `mandate_ended`. The principal, or whoever did not do it, is to be told. */
export type MandateChanged = {
  readonly mandateId: string;
  readonly principalId: string;
  readonly agentId: string;
  readonly byPersonId: string;
  readonly onPaper?: boolean;
};

/** `staff_added`, and `roles_changed` with the roles before and after. */
export type StaffChanged = {
  readonly personId: string;
  readonly byPersonId: string | undefined;
  readonly before?: readonly Grant[];
  readonly after?: readonly Grant[];
};
