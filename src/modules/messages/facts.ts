/** `mail_due`: a notice is to go out by mail, now. */
export type MailDue = { readonly noticeId: string };
/** `text_due`: a notice is to go out as a text message, now. */
export type TextDue = { readonly noticeId: string };
