/** `mail_due`: a notice is to go out by mail, now. */
export type MailDue = { readonly noticeId: string };
/** `text_due`: a text message is to go out, now. */
export type TextDue = { readonly textId: string };
