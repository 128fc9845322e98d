import type { MainWords } from './index.ts';

export const words: MainWords = {
  errorPrefix: 'Error: ',
  menu: {
    today: 'Today',
    inbox: 'Inbox',
    issue: 'Hand out',
    supervision: 'Supervision',
    ratings: 'Ratings',
    contacts: 'Contacts',
    items: 'Items',
    suspensions: 'Channels',
    calendars: 'Calendars',
    people: 'People',
    imports: 'Import',
    status: 'System',
  },
};
