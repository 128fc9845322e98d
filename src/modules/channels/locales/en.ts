import type { ChannelsWords } from './index.ts';

export const words: ChannelsWords = {
  channels: {
    online: 'Online',
    mobile: 'Mobile',
    kiosk: 'Kiosk',
    phone: 'Phone',
    post: 'Post',
    appointment: 'By appointment',
    'walk-in': 'Walk-in',
    'home-visit': 'Home visit',
    proxy: 'Through a proxy',
  },
  and: ', ',
  notOffered: 'This item is not done that way',
  bannerTitle: (channels, from, until) => `Closed from ${from}${until ? ` until ${until}` : ''}: ${channels}. `,
  howNow: 'How to do it now',
  refusals: {
    unknown_scope: 'There is no such hall, unit or item.',
    ends_before_it_begins: 'The end must lie after the beginning.',
    begins_in_the_past: 'The beginning has passed already.',
    ended_already: 'It has ended already.',
    unknown_item: 'There is no such item.',
  },
};
