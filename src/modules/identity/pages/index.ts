import type { Page } from '#kernel/page.ts';
import { actingPage } from './acting.tsx';
import { demoPage } from './demo.tsx';
import { peoplePage, personPage } from './people.tsx';
import { deskProfilePage, profilePage } from './profile.tsx';
import { invitationPage, registerPage } from './register.tsx';
import { signInPage } from './sign-in.tsx';
import { viewsPage } from './views.tsx';

export const pages: readonly Page[] = [
  signInPage,
  registerPage,
  invitationPage,
  profilePage,
  deskProfilePage,
  viewsPage,
  actingPage,
  demoPage,
  peoplePage,
  personPage,
];
