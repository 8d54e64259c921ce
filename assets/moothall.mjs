// Everything on the site can be read and done without this script; it makes tabs, accordions and the
// like nicer to use, and keeps what is typed into a form as a draft.

import { initAll } from 'govuk-frontend'
import htmx from 'htmx.org'

// GOV.UK's own page does this in an inline script, which a strict content security policy forbids.
// A browser that runs modules is one that GOV.UK Frontend supports, so there is nothing to ask.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')

initAll()

// No style and no code out of a page, requests to this site only, and nothing of a page kept behind
// in the browser.
Object.assign(htmx.config, {
  includeIndicatorStyles: false,
  allowEval: false,
  selfRequestsOnly: true,
  historyCacheSize: 0
})
