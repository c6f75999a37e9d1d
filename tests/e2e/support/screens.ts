/*
 * Every screen that axe looks at, by the name that the stories give it, with the address it stands at. `look` (look.ts)
 * takes these names only; tests/unit/house/screens.test.ts holds the list against the app's routes and against the stories.
 */

export const fieldScreens = {
  'enrolment code': '/enrol',
  'choosing a PIN': '/enrol',
  enrolled: '/enrol',
  lock: '/lock',
  'home, empty': '/',
  'home, with what the office has': '/',
  'help of a screen': '/',
  'everything that may have happened': '/begin/:event?',
  'procedures found': '/begin/:event?',
  'what to bring': '/begin/procedure/:id',
  'languages to read and to hear': '/begin/procedure/:id',
  'whom it is for': '/interview/:draftId',
  'a consent': '/interview/:draftId',
  'a text question': '/interview/:draftId',
  'a choice question with an error': '/interview/:draftId',
  'a date question': '/interview/:draftId',
  'a lunar date': '/interview/:draftId',
  'a card, to be confirmed': '/interview/:draftId',
  'nobody who can say it': '/interview/:draftId',
  'a list to choose from': '/interview/:draftId',
  'a place question': '/interview/:draftId',
  'a number question': '/interview/:draftId',
  'a document question': '/interview/:draftId',
  'a document question with its photo': '/interview/:draftId',
  'a whole step': '/interview/:draftId',
  'a call for staff': '/interview/:draftId',
  'the screen covered': '/interview/:draftId',
  'read-back': '/interview/:draftId',
  'signature, nothing chosen': '/interview/:draftId',
  'signature, signed': '/interview/:draftId',
  'a newer version': '/interview/:draftId/version/:version',
  slip: '/slip/:id',
  summary: '/summary/:id',
  'what the office refused': '/attention/:id',
  'work to do': '/work/:kind?/:id?',
  'a supplement asked for': '/work/:kind?/:id?',
  'a visit to make': '/work/:kind?/:id?',
  'reporting a problem': '/work/:kind?/:id?',
  'an answer of the office': '/work/:kind?/:id?',
  settings: '/settings',
  'what a kiosk means': '/settings/kiosk',
  'drafts kept by the office': '/drafts',
  courier: '/courier/:room?',
  'courier, what to send': '/courier/:room?',
  'courier, what to bring in': '/courier/:room?',
  'workshop, languages': '/workshop/:language?/:room?',
  'workshop, a language': '/workshop/:language?/:room?',
  'workshop, who speaks': '/workshop/:language?/:room?',
  'workshop, what a voice is for': '/workshop/:language?/:room?',
  'workshop, a sentence to say': '/workshop/:language?/:room?',
  'workshop, what another said': '/workshop/:language?/:room?',
  'paper, what to bring': '/paper/:sheet/:id',
  'paper, what was declared': '/paper/:sheet/:id',
  'paper, a leaflet': '/paper/:sheet/:id',
  'paper, for the loudspeakers': '/paper/:sheet/:id',
  'practice, before it begins': '/practice',
} as const;

/** On a tablet that stands in a hall: its own screens, and those of the field that it lets in. */
export const kioskScreens = {
  'kiosk, welcome': '/',
  'kiosk, somebody is asked whether they are there': '/interview/:id',
  'kiosk, put away': '/interview/:id',
  'kiosk, given to the staff': '/interview/:id',
} as const;

/** Where staff practise, below `/practice`: its own screens; the others are the field's. */
export const practiceScreens = {
  'practice, home': '/',
  'practice, its page': '/settings',
  'practice, words of the states': '/words',
  'practice, the certificate': '/certificate',
} as const;

export const officeScreens = {
  'sign-in': '/',
  queue: '/queue/:filter/:id?',
  'queue, with what came in': '/queue/:filter/:id?',
  'filtering the queue': '/queue/:filter/:id?',
  'several at once, asked again': '/queue/:filter/:id?',
  'several at once, one of them not': '/queue/:filter/:id?',
  'somebody was faster': '/queue/:filter/:id?',
  'a dossier': '/queue/:filter/:id?',
  'accepting, asked again': '/queue/:filter/:id?',
  'an accepted dossier': '/queue/:filter/:id?',
  'an act, asked again': '/queue/:filter/:id?',
  'a supplement being asked for': '/queue/:filter/:id?',
  'a supplement at the office': '/queue/:filter/:id?',
  'a returned dossier': '/queue/:filter/:id?',
  'a refused dossier': '/queue/:filter/:id?',
  'papers of a dossier': '/queue/:filter/:id?',
  'the logbook': '/logbook',
  'an account': '/accounts/:id?',
  'two accounts side by side': '/accounts/:id/beside/:other',
  'a new activation code': '/accounts/:id?',
  'what was handed over': '/handed/:id?',
  'planning a visit': '/visits/:view?/:day?/:id?',
  'the calendar, with a visit': '/visits/:view?/:day?/:id?',
  'a problem from the village': '/problems/:view?/:id?',
  staff: '/staff',
  'a new colleague': '/staff',
  'a new department': '/staff',
  'an enrolment code': '/staff',
  tablets: '/tablets',
  'courier files': '/courier',
  'drafts of colleagues': '/drafts',
  procedures: '/procedures',
  'bringing a procedure': '/procedures/new',
  'a procedure, previewed': '/procedures/:id/:version',
  languages: '/languages',
  'a language': '/languages/:language',
  'office settings': '/settings',
} as const;

export type OfficeScreen = keyof typeof officeScreens;
export type Screen =
  | OfficeScreen
  | keyof typeof fieldScreens
  | keyof typeof kioskScreens
  | keyof typeof practiceScreens;

/** Office screens are for a desk: they keep to WCAG's own size of targets. */
export function isForFingers(screen: Screen): boolean {
  return !(screen in officeScreens);
}
