import { defineModule } from '#kernel/module.ts';
import * as actions from './actions.ts';
import { endSuspension, getStatus, listSuspensions, previewSuspension, suspend } from './contract.ts';
import { channelsWords } from './locales/index.ts';
import { pages } from './pages/index.ts';

export const channelsModule = defineModule({
  name: 'channels',
  contract: { previewSuspension, suspend, endSuspension, listSuspensions, getStatus },
  actions,
  pages,
  migrations: new URL('./migrations/', import.meta.url),
  refusalWords: (language) => channelsWords(language).refusals,
});

export { bannerFor } from './banner.ts';
export { channelReader, closuresFrom, type Status, statusOf, whyClosed } from './held.ts';
export { channelsWords } from './locales/index.ts';
export { type ChannelName, channelNames } from './rules.ts';
export { configureChannels, type EffectQuestion } from './settings.ts';
