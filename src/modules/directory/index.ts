import { defineModule } from '#kernel/module.ts';
import * as actions from './actions.ts';
import { checkups } from './checkups.ts';
import * as contract from './contract.ts';
import { wordsIn } from './locales/index.ts';
import { pages } from './pages/index.ts';

export { type DemoPlaces, loadDemoDirectory } from './demo.ts';
export { type Directory, getDirectory } from './directory.ts';
export type { Officer, Region, Unit, Venue } from './queries.ts';
export {
  calendarAsKnown,
  type CalendarChange,
  type CalendarSource,
  chinaCalendar,
  type KnownCalendar,
  vietnamCalendar,
} from './rules/calendars.ts';
export { openingOn, type Span } from './rules/hours.ts';

export const directoryModule = defineModule({
  name: 'directory',
  migrations: new URL('./migrations/', import.meta.url),
  contract,
  actions,
  pages,
  checkups,
  refusalWords: (language) => wordsIn(language).refusals,
});
