/** `mail_due`: a notice is to go out by mail, now. */
export type MailDue = { readonly noticeId: string };
